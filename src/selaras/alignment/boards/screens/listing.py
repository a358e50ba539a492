"""An institution's list: what to mend in its own texts, worst first."""

from collections.abc import Collection
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.functional import cached_property
from django.views.generic import TemplateView
from wagtail.admin.paginator import WagtailPaginator

from selaras.alignment.boards.cards import cards_of
from selaras.alignment.boards.filters import Filters, filters_from
from selaras.alignment.boards.findings import facets, filtered, own_findings, worst_first
from selaras.alignment.boards.presenting import choices_of, names_in
from selaras.alignment.boards.screens.base import PER_PAGE, TITLE, Export, Screen
from selaras.alignment.boards.services import export_own
from selaras.alignment.copies.queries import old_copies
from selaras.alignment.engine.results import Verdict
from selaras.alignment.models import CheckedText, StoredMention
from selaras.embeds.models import FactUse
from selaras.institutions.standing import standing_of

MOST_COPIES = 50


class FindingsScreen(Screen, TemplateView):
    """Findings with their filters; what may be among them the subclass says."""

    template_name: Any

    def findings(self) -> QuerySet[StoredMention]:
        raise NotImplementedError

    @cached_property
    def filters(self) -> Filters:
        return filters_from(self.request.GET.dict())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows, filters = self.findings(), self.filters
        found = facets(rows)
        shown = worst_first(filtered(rows, filters))
        page: Any = WagtailPaginator(shown, PER_PAGE).get_page(self.request.GET.get("p"))
        return super().get_context_data(**kwargs) | {
            "filters": filters,
            "choices": choices_of(found, filters, names_in(found)),
            "reasoned": filters.but(justified=True).address(),
            "page_obj": page,
            "cards": cards_of(page.object_list),
        }


class ListView(FindingsScreen):
    template_name = "alignment/boards/list.html"
    page_title: Any = TITLE

    @cached_property
    def own(self) -> frozenset[int]:
        """Never others, whatever else the person may read or do."""
        return standing_of(self.user).institutions()

    def findings(self) -> QuerySet[StoredMention]:
        return own_findings(self.own)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "embedded": embedded_in(self.own),
            "aligned": aligned_in(self.own),
            "several": len(self.own) > 1,
            "copies": old_copies(self.own)[:MOST_COPIES],
        }


class ExportView(Export):
    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        own = standing_of(self.user).institutions()
        filters = filters_from(request.POST.dict())
        lines = export_own(institutions=own, filters=filters, user=self.user)
        return self.file(lines, "keselarasan")


def embedded_in(institutions: Collection[int]) -> int:
    """Facts that stand in published texts as embeds, which cannot say otherwise."""
    return FactUse.objects.filter(institution__in=institutions, state=FactUse.State.LIVE).count()


def aligned_in(institutions: Collection[int]) -> int:
    """Statements of published texts that were compared and agree."""
    return StoredMention.objects.filter(
        text__institution__in=institutions,
        text__state=CheckedText.State.PUBLISHED,
        verdict=Verdict.ALIGNED,
    ).count()
