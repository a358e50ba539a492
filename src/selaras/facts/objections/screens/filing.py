"""Choose a value that holds in one's region, and object to it."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.views.generic import TemplateView
from wagtail.admin import messages

from selaras.facts.formats import Format, validity_words, worded
from selaras.facts.models import FactVersion
from selaras.facts.objections.policies import is_own
from selaras.facts.objections.queries import open_by, regions_spoken_for
from selaras.facts.objections.roles import FILING
from selaras.facts.objections.screens.base import ObjectionScreen
from selaras.facts.objections.screens.forms import ObjectionForm
from selaras.facts.objections.services import file_objection
from selaras.facts.objections.telling import read_in, values_in
from selaras.facts.queries import fact_types
from selaras.facts.queries.resolution import ever_known
from selaras.facts.results import Resolved
from selaras.institutions.access import is_key
from selaras.institutions.models import Institution, Region
from selaras.institutions.people.views.base import ActView
from selaras.institutions.standing import standing_of

CHOOSE = "Ajukan keberatan"


class ForRegion(ObjectionScreen):
    """In the name of one of her institutions, for a region that it speaks for."""

    @cached_property
    def institutions(self) -> list[Institution]:
        own = standing_of(self.user).institutions(*FILING)
        return list(Institution.objects.filter(pk__in=own).select_related("region"))

    @cached_property
    def institution(self) -> Institution:
        wanted = self.request.GET.get("instansi", "")
        named = [one for one in self.institutions if not wanted or one.slug == wanted]
        if not named:
            raise Http404
        return named[0]

    @cached_property
    def regions(self) -> list[Region]:
        return regions_spoken_for(self.institution)

    @cached_property
    def region(self) -> Region:
        wanted = self.request.GET.get("wilayah", "")
        named = [one for one in self.regions if not wanted or one.pk == wanted]
        if not named:
            raise Http404
        return named[0]

    def address(self, name: str, **query: Any) -> str:
        where = {"instansi": self.institution.slug, "wilayah": self.region.pk}
        return f"{reverse(f'objections:{name}')}?{urlencode(where | query)}"


class ChooseView(ForRegion, TemplateView):
    template_name: Any = "facts/objections/choose.html"
    page_title: Any = CHOOSE

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.institutions:  # a superuser without a role
            messages.warning(request, "Anda tidak menulis untuk suatu instansi.")
            return redirect("objections:list")
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "institutions": self.institutions,
            "institution": self.institution,
            "regions": self.regions,
            "region": self.region,
            "rows": self._rows(),
        }

    def _rows(self) -> list[dict[str, Any]]:
        """The values of others, by topic."""
        own = standing_of(self.user).institutions()
        others = fact_types().exclude(topic__owner__in=own)
        waiting = open_by(self.institution, self.region)
        found = values_in(self.region, others.order_by("topic__label", "label"))
        return [
            {
                "value": one,
                "topic": one.fact_type.topic,
                "words": worded(one, Format.SHORT),
                "validity": validity_words(one),
                "open": waiting.get(str(one.fact_type.pk)),
                "url": self.address("file", versi=one.version.pk),
            }
            for one in found
        ]


class FileView(ForRegion, ActView):
    """The form. Without a value that holds in the region it leads back to the list."""

    template_name: Any = "facts/objections/file.html"
    page_title: Any = "Isi keberatan"
    form_class = ObjectionForm
    submit_label = "Ajukan keberatan"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.institutions or self.version is None:
            messages.warning(request, "Pilih dahulu nilai yang Anda anggap keliru.")
            return redirect("objections:choose")
        if is_own(self.user, self.version.fact_type.owner):
            messages.warning(request, "Nilai instansi sendiri diperbaiki lewat pengumuman.")
            return redirect(self.address("choose"))
        if request.method == "GET" and self.present != self.version.pk:
            messages.warning(request, "Nilai itu tidak berlaku di wilayah ini. Pilih dari daftar.")
            return redirect(self.address("choose"))
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def version(self) -> FactVersion | None:
        """Only what was known by now: what is planned is nobody's to know."""
        key = self.request.GET.get("versi", "")
        related = ("fact_type__topic__owner__region", "region", "origin")
        rows = ever_known(None).select_related(*related)
        return rows.filter(pk=key).first() if is_key(key) else None

    @cached_property
    def seen(self) -> Resolved | None:
        version = self.version
        return read_in(self.region, version, timezone.now()) if version else None

    @property
    def present(self) -> int | None:
        return self.seen.version.pk if self.seen else None

    def ways(self) -> list[tuple[str, str]]:
        return [*super().ways(), (self.address("choose"), CHOOSE)]

    def back_url(self) -> str:
        return self.address("choose")

    def get_form_kwargs(self) -> dict[str, Any]:
        more = {"fact_type": self._version.fact_type, "institution": self.institution}
        return {**super().get_form_kwargs(), **more}

    @property
    def _version(self) -> FactVersion:
        if self.version is None:
            raise TypeError("dispatch turns away whoever names no version")
        return self.version

    def act(self, form: forms.Form) -> HttpResponse:
        filed = file_objection(
            user=self.user,
            objector=self.institution,
            version=self._version,
            region=self.region,
            **form.cleaned_data,
        )
        messages.success(self.request, "Keberatan diajukan.")
        return redirect("objections:show", pk=filed.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "institution": self.institution,
            "region": self.region,
            "fact_type": self._version.fact_type,
            "seen": self.seen,
            "words": worded(self.seen, Format.SHORT) if self.seen else "Tidak ada nilai",
            "validity": validity_words(self.seen) if self.seen else "",
        }
