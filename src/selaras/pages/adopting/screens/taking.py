"""Taking one text: what it says, and where the page that begins as it shall stand."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin import messages

from selaras.common.errors import Refused
from selaras.institutions.models import Institution
from selaras.pages.admin.access import crumbs
from selaras.pages.adopting.policies import places, takers
from selaras.pages.adopting.published import left_behind
from selaras.pages.adopting.queries import taken_before
from selaras.pages.adopting.screens.base import TITLE, AdoptingView
from selaras.pages.adopting.services import adopt
from selaras.pages.adopting.sources import Source, kind_of
from selaras.pages.adopting.words import fact_labels, plain

FORMS = (("artikel", "Artikel"), ("informasi", "Halaman informasi"))


class TakingForm(forms.Form):
    """`place` is one of the sections of the taker's site, by its key."""

    place = forms.ChoiceField(label="Rubrik")
    form = forms.ChoiceField(
        label="Jenis halaman", choices=FORMS, initial="artikel", widget=forms.RadioSelect
    )

    def __init__(self, taker: Institution, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.places = {str(page.pk): page for page in places(taker)}
        field: Any = self.fields["place"]
        field.choices = [
            (key, page.title if page.depth > 2 else f"Beranda {taker.short_name}")  # noqa: PLR2004
            for key, page in self.places.items()
        ]


class TakeView(AdoptingView):
    template_name = "pages/adopting/take.html"
    form: Any = None
    refused: Refused | None = None

    @cached_property
    def taker(self) -> Institution:
        """The institution that is asked for; else the first of one's own to which it is offered."""
        mine = takers(self.user)
        asked = self.request.GET.get("instansi")
        found = mine.filter(slug=asked).first() if asked else mine.first()
        if found is None:
            raise Http404
        return found

    @cached_property
    def source(self) -> Source:
        try:
            found = kind_of(self.kwargs["kind"]).find(self.kwargs["key"], self.taker)
        except KeyError:
            raise Http404 from None
        if found is None:
            raise Http404
        return found

    def get_page_title(self) -> str:
        return self.source.title

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return crumbs((reverse("adopting:sources"), TITLE), ("", self.source.title))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        source = self.source
        self.form = TakingForm(self.taker, request.POST)
        if self.form.is_valid():
            given = self.form.cleaned_data
            parent = self.form.places[given["place"]].specific
            try:
                page = adopt(source=source, parent=parent, form=given["form"], user=self.user)
            except Refused as refusal:
                self.refused = refusal
            else:
                words = "Teks diambil sebagai draf. Sesuaikan dengan daerah Anda, lalu ajukan."
                messages.success(request, words)
                return redirect("wagtailadmin_pages:edit", page.pk)
        response: HttpResponseBase = self.get(request, *args, **kwargs)
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        source = self.source
        text = kind_of(source.kind).text(source)
        labels = fact_labels(text.body)
        return super().get_context_data(**kwargs) | {
            "source": source,
            "taker": self.taker,
            "lead": text.lead.content,
            "units": [(unit.kind, plain(unit, labels)) for unit in text.body],
            "left_behind": left_behind(source),
            "before": taken_before(self.taker, source.kind, source.key),
            "form": self.form or TakingForm(self.taker),
            "refused": self.refused,
        }
