"""Taking an announcement back: somebody asks, somebody else confirms; both see its reach."""

from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.views.generic import TemplateView
from wagtail.admin import messages

from selaras.accounts.step_up import RecentSecondFactor, is_recent
from selaras.announcements.errors import NotRecallable
from selaras.announcements.manuscripts.screens.base import OfAnnouncement
from selaras.announcements.models import Recall
from selaras.announcements.policies import may_confirm_recall, may_recall
from selaras.announcements.reaching import reach_of
from selaras.announcements.services import ask_recall, confirm_recall, decline_recall
from selaras.common.errors import Refused

ASK, CONFIRM, DECLINE = "minta", "sahkan", "tolak"


class RecallView(RecentSecondFactor, OfAnnouncement, TemplateView):
    template_name: Any = "announcements/manuscripts/recall.html"
    page_title: Any = "Tarik pengumuman"
    refused: Refused | None = None

    def step_up_required(self) -> bool:
        return self.request.POST.get("act") == CONFIRM

    @cached_property
    def waiting(self) -> Recall | None:
        found = self.announcement.recalls.filter(state=Recall.State.WAITING)
        return found.select_related("asked_by").first()

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            done = self._act(request.POST.get("act", ""))
        except Refused as refused:
            self.refused = refused
            for kept in ("announcement", "waiting"):
                self.__dict__.pop(kept, None)
            return self.get(request, *args, **kwargs)
        if done:
            messages.success(request, done)
        return redirect(self.announcement_url if done else request.path)

    def _act(self, act: str) -> str:
        if act == ASK:
            ask_recall(
                announcement=self.announcement,
                user=self.user,
                reason=self.request.POST.get("reason", ""),
                restores=bool(self.request.POST.get("restores")),
            )
            return "Penarikan diminta. Belum ada yang ditarik sampai orang lain mengesahkannya."
        if act not in {CONFIRM, DECLINE}:
            return ""
        if self.waiting is None or str(self.waiting.pk) != self.request.POST.get("recall"):
            raise NotRecallable("Penarikan ini sudah diputuskan.")
        if act == DECLINE:
            decline_recall(recall=self.waiting, user=self.user)
            return "Pengumuman tidak jadi ditarik."
        ended = confirm_recall(recall=self.waiting, user=self.user)
        return f"Pengumuman ditarik; {ended} nilai berakhir."

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found, waiting = self.announcement, self.waiting
        confirms = waiting is not None and may_confirm_recall(self.user, found, waiting.asked_by_id)
        return super().get_context_data(**kwargs) | {
            "announcement": found,
            "region": found.speaker.region,
            "waiting": waiting,
            "reach": reach_of(found),
            "values": found.facts.count(),
            "may_ask": waiting is None
            and found.is_public
            and found.recalled_at is None
            and may_recall(self.user, found),
            "may_confirm": confirms,
            "may_decline": confirms or (waiting is not None and waiting.asked_by == self.user),
            "refused": self.refused,
            "reason": self.request.POST.get("reason", ""),
            "restores": bool(self.request.POST.get("restores")),
            "back": self.announcement_url,
            "second_factor_due": not is_recent(self.request),
        }
