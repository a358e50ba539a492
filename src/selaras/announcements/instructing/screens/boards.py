"""The issuer's board: counts, map, table and questions; and one addressee of it."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import slugify
from django.views import View
from django.views.generic import TemplateView
from wagtail.admin.paginator import WagtailPaginator

from selaras.announcements.instructing.board import (
    Board,
    board_of,
    latest_reports,
    province_names,
    sightings,
)
from selaras.announcements.instructing.compliance import words_of
from selaras.announcements.instructing.filters import CENTRE, STATES, Filters, filters_from
from selaras.announcements.instructing.maps import map_of
from selaras.announcements.instructing.policies import may_cancel, may_follow
from selaras.announcements.instructing.queries import inquiries_of, reports_of, sent_by
from selaras.announcements.instructing.screens.base import Screen
from selaras.announcements.instructing.services import export_board
from selaras.announcements.instructing.services.reminding import AGAIN_AFTER
from selaras.announcements.instructing.times import time_left
from selaras.announcements.models import Addressee, Evidence, Instruction

PER_PAGE = 50
SHOWN_INQUIRIES = 100
OF_MACHINE = {"terlihat", "sebaliknya", "tidak-terlihat"}


class OfInstruction(Screen):
    kwargs: dict[str, Any]

    @cached_property
    def instruction(self) -> Instruction:
        return get_object_or_404(sent_by(self.user), pk=self.kwargs["instruction"])


class BoardView(OfInstruction, TemplateView):
    template_name: Any = "announcements/instructing/board.html"

    def get_page_title(self) -> str:
        return self.instruction.title

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.instruction.issued_at is None:
            return redirect("instructions:show", self.instruction.pk)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        instruction, now = self.instruction, timezone.now()
        board = board_of(instruction, now)
        filters = filters_from(self.request.GET.dict())
        names = province_names(list(board.provinces()))
        return super().get_context_data(**kwargs) | {
            "instruction": instruction,
            "region": instruction.issuer.region,
            "checked": words_of(instruction),
            "left": time_left(instruction.due_at, now),
            "board": board,
            "counts": board.counts,
            "waiting_count": sum(row.waits for row in board.rows),
            "bars": _bars(board),
            "map": map_of(board, names, filters),
            "inquiries": list(inquiries_of(instruction)[:SHOWN_INQUIRIES]),
            "may_follow": may_follow(self.user, instruction),
            "may_cancel": may_cancel(self.user, instruction),
            "reminded": instruction.reminders.first(),
            "remindable": not instruction.reminders.filter(at__gt=now - AGAIN_AFTER).exists(),
            **self._table(board, filters, names),
        }

    def _table(self, board: Board, filters: Filters, names: dict[str, str]) -> dict[str, Any]:
        found = [row for row in board.rows if filters.holds(row)]
        page: Any = WagtailPaginator(found, PER_PAGE).get_page(self.request.GET.get("p"))
        said = latest_reports([row.addressee for row in page.object_list])
        state_choices = [
            (key, label, sum(holds(row) for row in board.rows))
            for key, (label, holds) in STATES.items()
            if board.checked or key not in OF_MACHINE
        ]
        return {
            "filters": filters,
            "page_obj": page,
            "rows": [(row, said.get(row.addressee.pk)) for row in page.object_list],
            "state_choices": state_choices,
            "provinces": [(code or CENTRE, names[code]) for code in board.provinces()],
        }


def _bars(board: Board) -> list[dict[str, Any]]:
    """The way of all addressees, step by step: how many have come at least so far."""
    counts = board.counts
    steps = [
        ("Dibaca", counts.read, "", "read"),
        ("Mengakui", counts.acknowledged, "sudah-mengakui", "acknowledged"),
        ("Selesai", counts.done, "selesai", "done"),
    ]
    if board.checked:
        steps.append(("Terlihat mesin", counts.seen, "terlihat", "seen"))
    return [
        {"label": label, "count": count, "share": counts.share(count), "filter": key, "kind": kind}
        for label, count, key, kind in steps
    ]


class ExportView(OfInstruction, View):
    """The rows that the filters show, as a file. Taking it is itself an act: only by POST."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        instruction = self.instruction
        if not may_follow(self.user, instruction):
            raise PermissionDenied
        filters = filters_from(request.POST.dict())
        lines = export_board(instruction=instruction, filters=filters, user=self.user)
        moment = f"{timezone.localtime():%Y%m%d-%H%M}"
        name = f"{slugify(instruction.shown_title)[:60] or 'instruksi'}-{moment}.csv"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8", headers=headers)


class RowView(OfInstruction, TemplateView):
    """One addressee: every step of it, what it reported, and what the machine sees."""

    template_name: Any = "announcements/instructing/row.html"

    @cached_property
    def addressee(self) -> Addressee:
        found = Addressee.objects.select_related(
            "institution__region", "institution__successor", "read_by", "acknowledged_by", "done_by"
        )
        one = get_object_or_404(found, pk=self.kwargs["row"], instruction=self.instruction)
        one.instruction = self.instruction
        return one

    def get_page_title(self) -> str:
        return self.addressee.name

    def ways(self) -> list[tuple[str, str]]:
        board = reverse("instructions:board", args=[self.instruction.pk])
        return [*super().ways(), (board, self.instruction.title)]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        one, now = self.addressee, timezone.now()
        return super().get_context_data(**kwargs) | {
            "instruction": self.instruction,
            "region": self.instruction.issuer.region,
            "addressee": one,
            "overdue": one.is_overdue(now),
            "left": time_left(self.instruction.due_at, now),
            "checked": words_of(self.instruction),
            "seen": sightings(self.instruction, [one]).get(one.pk),
            "evidence": list(Evidence.objects.filter(addressee=one)),
            "reports": list(reports_of(one)),
            "may_follow": may_follow(self.user, self.instruction),
            "done": one.state == Addressee.State.DONE,
        }
