"""Two lists: what is asked of one's institutions, and what they ask of others."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.views.generic import TemplateView
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.widgets.button import HeaderButton

from selaras.announcements.instructing.policies import issuers_of
from selaras.announcements.instructing.queries import (
    counted,
    finished,
    ordered,
    received_by,
    sent_by,
    unfinished,
)
from selaras.announcements.instructing.screens.base import TITLE, Screen
from selaras.announcements.instructing.times import time_left
from selaras.announcements.models import Addressee, Instruction
from selaras.review.models import Round

PER_PAGE = 20


class ListScreen(Screen, TemplateView):
    page_title: Any = TITLE

    def ways(self) -> list[tuple[str, str]]:
        return []

    def get_header_buttons(self) -> list[HeaderButton]:
        if not issuers_of(self.user).exists():
            return []
        return [HeaderButton("Susun instruksi", url=reverse("instructions:new"), icon_name="plus")]

    def page_of(self, found: QuerySet[Any]) -> Any:
        return WagtailPaginator(found, PER_PAGE).get_page(self.request.GET.get("p"))


class ReceivedView(ListScreen):
    """An institution's board: what is asked of it, by when, and how far it has come."""

    template_name: Any = "announcements/instructing/received.html"
    sent = False

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        past = self.request.GET.get("keadaan") == "usai"
        mine = received_by(self.user)
        page = self.page_of(finished(mine) if past else ordered(unfinished(mine)))
        now = timezone.now()
        rows = [(one, _left(one, now)) for one in page.object_list]
        several = len({one.institution_id for one in page.object_list}) > 1
        return super().get_context_data(**kwargs) | {
            "past": past,
            "page_obj": page,
            "rows": rows,
            "several": several,
            "now": now,
            "open": page.paginator.count if not past else None,
        }


class SentView(ListScreen):
    template_name: Any = "announcements/instructing/sent.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        now = timezone.now()
        page = self.page_of(counted(sent_by(self.user)))
        keys = [str(one.pk) for one in page.object_list]
        waiting = set(
            Round.objects.filter(
                subject_kind="instruction", subject_key__in=keys, state=Round.State.WAITING
            ).values_list("subject_key", flat=True)
        )
        rows = [(one, _state(one, str(one.pk) in waiting), time_left(one.due_at, now))
                for one in page.object_list]  # fmt: skip
        return super().get_context_data(**kwargs) | {"page_obj": page, "rows": rows}


def _state(one: Instruction, waits: bool) -> str:
    return "menunggu persetujuan" if waits else str(one.get_state_display())


def _left(one: Addressee, now: Any) -> str:
    return time_left(one.instruction.due_at, now) if one.instruction.is_open else ""
