"""Why a result stands where it does, for any question from any place."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.utils.functional import cached_property
from django.views.generic import TemplateView

from selaras.institutions.models import Region
from selaras.institutions.people.forms.oversights import RegionField
from selaras.institutions.queries import NATIONAL
from selaras.search.admin.explaining import explained
from selaras.search.admin.screens.base import Screen
from selaras.search.asking import MOST_LETTERS, MOST_PAGES, PER_PAGE, Question
from selaras.search.finding import find
from selaras.search.found import Found
from selaras.textindex.errors import EngineError


class SomeRegionField(RegionField):
    """None where nothing is written."""

    def clean(self, value: Any) -> Any:
        return super().clean(value) if value and value.strip() else None


class ExplainForm(forms.Form):
    q = forms.CharField(
        label="Yang dicari",
        max_length=MOST_LETTERS,
        widget=forms.TextInput(attrs={"autocomplete": "off", "type": "search"}),
        error_messages={"required": "Tulis yang dicari."},
    )
    wilayah = SomeRegionField(
        label="Dari wilayah",
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"list": "wilayah", "autocomplete": "off"}),
    )
    p = forms.IntegerField(min_value=1, max_value=MOST_PAGES, required=False)


class ExplainView(Screen, TemplateView):
    template_name: Any = "search/admin/explain.html"
    failed = False
    page_title: Any = "Mengapa di sini"

    @cached_property
    def form(self) -> ExplainForm:
        asked = self.request.GET if "q" in self.request.GET else None
        return ExplainForm(asked)

    @cached_property
    def question(self) -> Question | None:
        if not self.form.is_bound or not self.form.is_valid():
            return None
        typed = self.form.cleaned_data
        region = typed["wilayah"]
        question = Question(
            typed["q"], region=region.code if region else NATIONAL, page=typed["p"] or 1
        )
        return question if question.searchable else None

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = self._found()
        first = (found.page - 1) * PER_PAGE + 1 if found else 1
        return super().get_context_data(**kwargs) | {
            "form": self.form,
            "found": found,
            "failed": self.failed,
            "lines": explained(found.results, first) if found else [],
            "places": Region.objects.order_by("code"),
            "address": self._address(),
            "before": found.page - 1 if found else 0,
            "after": found.page + 1 if found else 0,
        }

    def _found(self) -> Found | None:
        try:
            return find(self.question) if self.question else None
        except EngineError:
            self.failed = True
            return None

    def _address(self) -> str:
        """The question, for the addresses of other pages of its results."""
        asked = {name: self.request.GET.get(name, "") for name in ("q", "wilayah")}
        return urlencode({name: value for name, value in asked.items() if value})
