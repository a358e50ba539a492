"""Words that mean the same: the list with a box to try a question, and the form of one group."""

from typing import Any, NamedTuple
from urllib.parse import urlencode

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.paginator import WagtailPaginator

from selaras.common.errors import Refused
from selaras.search.admin.checking import MOST_LINE, shared
from selaras.search.admin.errors import BadSynonyms
from selaras.search.admin.screens.base import Screen
from selaras.search.admin.services import remove_synonyms, restore_synonyms, write_synonyms
from selaras.search.admin.trying import tried
from selaras.search.synonyms import Group, all_groups, forms_in, groups, line_of, shown_form
from selaras.search.vocabulary import thesaurus

TITLE = "Padanan kata"
PER_PAGE = 50
MOST_LETTERS = 100
REMOVE, RESTORE = "hapus", "pulihkan"
STATES = {
    "": "Semua",
    "sendiri": "Ditulis platform",
    "diubah": "Bawaan yang diubah",
    "mati": "Dimatikan",
}


class Line(NamedTuple):
    """A group in the list; `state` is a key of `STATES`, empty for a shipped one as it is."""

    key: str
    forms: tuple[tuple[str, bool], ...]
    state: str


class ListView(Screen, TemplateView):
    template_name: Any = "search/admin/synonyms.html"
    page_title: Any = TITLE
    here = "synonyms"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        words = self.request.GET.get("q", "").strip()[:MOST_LETTERS]
        state = self.request.GET.get("keadaan", "")
        question = self.request.GET.get("coba", "").strip()[:MOST_LETTERS]
        lines = [line_from(group) for group in all_groups()]
        shown = [one for one in lines if _matches(one, words.casefold(), state)]
        page: Any = WagtailPaginator(shown, PER_PAGE).get_page(self.request.GET.get("p"))
        return super().get_context_data(**kwargs) | {
            "words": words,
            "state": state,
            "states": STATES,
            "question": question,
            "tried": tried(question, thesaurus(), groups()) if question else None,
            "address": urlencode({"q": words, "keadaan": state}) if words or state else "",
            "count": len(lines),
            "page_obj": page,
            "lines": page.object_list,
        }


class SynonymsForm(forms.Form):
    padanan = forms.CharField(
        label="Kata yang sama artinya",
        max_length=MOST_LINE,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        help_text=(
            'Pisahkan dengan "=": ktp = kartu tanda penduduk. Tanda ! di depan kata berarti hanya'
            " bila ditulis dengan huruf besar: !bos = bantuan operasional sekolah."
        ),
        error_messages={
            "required": "Tulis sedikitnya dua kata.",
            "max_length": "Paling banyak %(limit_value)d huruf.",
        },
    )


class FormView(Screen, TemplateView):
    """The form of a group, a new one or one that is there."""

    template_name: Any = "search/admin/synonym.html"
    here = "synonyms"
    group: Group | None = None

    def ways(self) -> list[tuple[str, str]]:
        return [(reverse("search_admin:synonyms"), TITLE)]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        written = line_of(self.group.forms) if self.group else ""
        return self._shown(SynonymsForm(initial={"padanan": written}))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = SynonymsForm(request.POST)
        try:
            if self.group and REMOVE in request.POST:
                remove_synonyms(actor=self.user, group=self.group)
                return self._done("Tidak dipakai lagi.")
            if self.group and RESTORE in request.POST:
                restore_synonyms(actor=self.user, group=self.group)
                return self._done("Kembali seperti bawaan.")
            if form.is_valid():
                return self._save(form.cleaned_data["padanan"])
        except BadSynonyms as refused:
            for flaw in refused.flaws:
                form.add_error("padanan", flaw)
        except Refused as refused:
            form.add_error(None, str(refused))
        return self._shown(form)

    def _save(self, written: str) -> HttpResponse:
        forms = forms_in(written)
        others = [one for one in all_groups() if not self.group or one.key != self.group.key]
        write_synonyms(actor=self.user, forms=forms, group=self.group)
        for warning in shared(forms, others):
            messages.warning(self.request, warning)
        return self._done(f"Tersimpan: {line_of(forms)}")

    def _done(self, told: str) -> HttpResponse:
        messages.success(self.request, told)
        return redirect(reverse("search_admin:synonyms"))

    def _shown(self, form: SynonymsForm) -> HttpResponse:
        context = {"form": form, "group": self.group}
        return self.render_to_response(self.get_context_data(**context))


class AddView(FormView):
    page_title: Any = "Padanan baru"


class EditView(FormView):
    page_title: Any = "Ubah padanan"
    kwargs: dict[str, Any]

    @cached_property
    def group(self) -> Group:  # type: ignore[override]
        for one in all_groups():
            if one.key == self.kwargs["group"]:
                return one
        raise Http404


def line_from(group: Group) -> Line:
    """As the list shows it: each form, and whether it counts in capitals alone."""
    forms = tuple((shown_form(one), one.startswith("!")) for one in group.forms)
    if not group.active:
        return Line(group.key, forms, "mati")
    if group.row is None:
        return Line(group.key, forms, "")
    return Line(group.key, forms, "diubah" if group.shipped else "sendiri")


def _matches(line: Line, words: str, state: str) -> bool:
    said = " ".join(form for form, _ in line.forms).casefold()
    return words in said and (state not in STATES or not state or line.state == state)
