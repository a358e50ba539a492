"""What was announced or is planned: its state, what it changed, and what can follow."""

from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.generic import TemplateView
from wagtail.admin import messages

from selaras.accounts.step_up import RecentSecondFactor, is_recent
from selaras.announcements.changes import changes_of
from selaras.announcements.manuscripts.comparing import TEXTS, differences
from selaras.announcements.manuscripts.converting import content_of
from selaras.announcements.manuscripts.listing import shown_announcements
from selaras.announcements.manuscripts.maps import map_of
from selaras.announcements.manuscripts.moments import to_the_second
from selaras.announcements.manuscripts.outlook import SHORT
from selaras.announcements.manuscripts.screens.base import OfAnnouncement
from selaras.announcements.manuscripts.screens.paper import Paper, paper_of
from selaras.announcements.manuscripts.services import review_afterwards
from selaras.announcements.models import Announcement, Recall
from selaras.announcements.policies import may_call_off, may_recall, may_write
from selaras.announcements.presentation import groups_of, tally_words, validity_words
from selaras.announcements.reaching import Reach, reach_of
from selaras.announcements.reviewing import subject_of
from selaras.announcements.services import call_off
from selaras.common.errors import Refused
from selaras.institutions.models import Region
from selaras.institutions.queries import NATIONAL
from selaras.review.errors import NotWaiting
from selaras.review.models import EmergencyPublication
from selaras.review.policies import may_review_after
from selaras.review.queries import waiting_emergency

STANDS, TAKE_BACK, CALL_OFF = "benarkan", "tarik", "batalkan"


class AnnouncementView(RecentSecondFactor, OfAnnouncement, TemplateView):
    template_name: Any = "announcements/manuscripts/announcement.html"
    refused: Refused | None = None

    def step_up_required(self) -> bool:
        return self.request.POST.get("act") in {STANDS, TAKE_BACK}

    def get_page_title(self) -> str:
        return self.announcement.title

    def ways(self) -> list[tuple[str, str]]:
        return super().ways()[:-1]

    @cached_property
    def emergency(self) -> EmergencyPublication | None:
        found = self.announcement
        if not found.emergency or found.manuscript is None:
            return None
        return waiting_emergency(subject_of(found.manuscript))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            done = self._act(request.POST.get("act", ""), request.POST.get("reason", ""))
        except Refused as refused:
            self.refused = refused
            self.__dict__.pop("announcement", None)
            return self.get(request, *args, **kwargs)
        if done:
            messages.success(request, done)
        if done and request.POST.get("act") == CALL_OFF and self.announcement.manuscript:
            return redirect("announcements_admin:manuscript", self.announcement.manuscript.pk)
        return redirect(self.announcement_url)

    def _act(self, act: str, reason: str) -> str:
        if act == CALL_OFF:
            call_off(announcement=self.announcement, user=self.user, reason=reason)
            return "Jadwal dibatalkan; tidak ada yang terbit."
        if act not in {STANDS, TAKE_BACK}:
            return ""
        if self.emergency is None:
            raise NotWaiting
        stands = act == STANDS
        review_afterwards(
            emergency=self.emergency,
            announcement=self.announcement,
            user=self.user,
            stands=stands,
            remark=reason,
        )
        return (
            "Penerbitan dibenarkan." if stands else "Penarikan diminta; penyetuju lain mengesahkan."
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = self.announcement
        changes = changes_of(found)
        groups = groups_of(changes, timezone.now())
        manuscript = found.manuscript
        return super().get_context_data(**kwargs) | {
            "announcement": found,
            "shown": shown_announcements([found])[0][1],
            "region": found.speaker.region,
            "moment": to_the_second(found.published_at, found.speaker.region),
            "paper": self._paper(),
            "groups": groups,
            "map": map_of(groups),
            "tally": tally_words(changes) if changes else "",
            "is_short": len(changes) <= SHORT,
            "reach": self._reach(),
            "replaced": _others(found, "later"),
            "replaces": _others(found, "earlier"),
            "against": self._against(),
            "manuscript": manuscript,
            "versions": manuscript.versions.select_related("saved_by").order_by("-number")
            if manuscript
            else [],
            "recall": found.recalls.filter(state=Recall.State.WAITING).first(),
            "emergency": self.emergency,
            "may_review_after": self.emergency and may_review_after(self.user, self.emergency),
            "may_call_off": found.is_planned and may_call_off(self.user, found),
            "may_recall": found.is_public
            and not found.recalled_at
            and may_recall(self.user, found),
            "may_follow": found.recalled_at is None and may_write(self.user, found.speaker),
            "refused": self.refused,
            "reason": self.request.POST.get("reason", ""),
            "second_factor_due": not is_recent(self.request),
        }

    def _reach(self) -> list[Reach]:
        """Of what was recalled: what it had reached by then."""
        found = self.announcement
        if found.recalled_at is None:
            return reach_of(found) if found.is_public else []
        recall = found.recalls.filter(state=Recall.State.CONFIRMED).first()
        return [Reach(label, count) for label, count in recall.reach] if recall else []

    def _paper(self) -> Paper:
        found = self.announcement
        national = Region.objects.get(pk=NATIONAL)
        validity = validity_words(found.valid_from, found.valid_to, national)
        return paper_of(
            content_of(found),
            found.speaker,
            earlier=None,
            facts=[("Berlaku", validity), ("Kunci", found.key)],
        )

    def _against(self) -> list[Any]:
        """What reads differently from the one that it corrects, amends or supersedes."""
        found = self.announcement
        earlier = Announcement.objects.filter(replaced_by__later=found, topic=found.topic).first()
        if earlier is None or found.relation == "new":
            return []
        told = differences(content_of(earlier), content_of(found), TEXTS, rows=False)
        return [(f'pengumuman "{earlier.title}"', told)]


def _others(found: Announcement, side: str) -> list[Announcement]:
    """Those that stand in its place somewhere, or in whose place it stands."""
    near = {"later": {"replaces__earlier": found}, "earlier": {"replaced_by__later": found}}
    others = Announcement.objects.filter(**near[side], called_off_at=None)
    return list(others.distinct().order_by("-published_at")[:20])
