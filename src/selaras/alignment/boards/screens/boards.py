"""The board of those who oversee regions or topics, and what is found in published texts."""

from dataclasses import replace
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.generic import TemplateView

from selaras.alignment.boards.board import board_of, names
from selaras.alignment.boards.filters import (
    ORDERS,
    BoardFilters,
    Filters,
    board_filters_from,
    filters_from,
)
from selaras.alignment.boards.findings import seen_findings
from selaras.alignment.boards.history import history_of
from selaras.alignment.boards.maps import map_of
from selaras.alignment.boards.scope import lying_in
from selaras.alignment.boards.screens.base import Export, Screen
from selaras.alignment.boards.screens.listing import FindingsScreen
from selaras.alignment.boards.services import export_board, export_seen
from selaras.alignment.models import StoredMention

TITLE = "Papan keselarasan"


class BoardView(Screen, TemplateView):
    template_name: Any = "alignment/boards/board.html"
    page_title: Any = TITLE
    here = "board"

    @cached_property
    def filters(self) -> BoardFilters:
        return board_filters_from(self.request.GET.dict())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        filters = self.filters
        board = board_of(self.scope, filters)
        codes = sorted(lying_in(filters.province)) if filters.province else []
        called = {row.code: row.name for row in board.provinces}
        return super().get_context_data(**kwargs) | {
            "filters": filters,
            "board": board,
            "province": called.get(board.province, ""),
            "map": map_of(board.provinces, filters),
            "history": history_of(self.scope, filters, codes, timezone.localdate()),
            "orders": [
                (label, filters.but(order=key).address(), key == (filters.order or "selaras"))
                for key, label in ORDERS.items()
            ],
            "whole": filters.but(province="", topic="").address(),
            "country": filters.but(province="").address(),
        }


class BoardExportView(Export):
    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        filters = board_filters_from(request.POST.dict())
        lines = export_board(scope=self.scope, filters=filters, user=self.user)
        return self.file(lines, "papan-keselarasan")


class FindingsView(FindingsScreen):
    """What is found in published texts of a region or an institution; never in drafts."""

    template_name = "alignment/boards/findings.html"
    here = "board"

    def get_page_title(self) -> str:
        code = self.filters.region
        return f"Temuan: {names().get(code, 'wilayah lain')}" if code else "Temuan di teks terbit"

    @cached_property
    def filters(self) -> Filters:
        return _within(filters_from(self.request.GET.dict()))

    def ways(self) -> list[tuple[str, str]]:
        return [(reverse("alignment:board"), TITLE)]

    def findings(self) -> QuerySet[StoredMention]:
        rows = seen_findings(self.scope)
        regions = self.filters.regions
        return rows.filter(text__region__in=regions) if regions else rows


class FindingsExportView(Export):
    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        filters = _within(filters_from(request.POST.dict()))
        lines = export_seen(scope=self.scope, filters=filters, user=self.user)
        return self.file(lines, "temuan-keselarasan")


def _within(filters: Filters) -> Filters:
    return replace(filters, regions=lying_in(filters.region)) if filters.region else filters
