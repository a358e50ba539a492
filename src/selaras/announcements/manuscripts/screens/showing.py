"""A manuscript as it would be announced, what it would change, and the decision about it."""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.views.generic import TemplateView
from wagtail.admin import messages

from selaras.accounts.models import User
from selaras.accounts.step_up import RecentSecondFactor, is_recent
from selaras.announcements.manuscripts.comparing import TEXTS, Difference, differences
from selaras.announcements.manuscripts.content import Content
from selaras.announcements.manuscripts.converting import content_of
from selaras.announcements.manuscripts.moments import to_the_second
from selaras.announcements.manuscripts.outlook import Outlook, outlook_of
from selaras.announcements.manuscripts.queries import (
    earlier_named,
    newest_version,
    standing_announcement,
)
from selaras.announcements.manuscripts.reading import read_content
from selaras.announcements.manuscripts.screens.base import OfManuscript, preview_url
from selaras.announcements.manuscripts.screens.paper import Paper, paper_of
from selaras.announcements.manuscripts.services import (
    approve,
    discard,
    return_to_author,
    submit,
    take_back,
)
from selaras.announcements.models import Announcement, Manuscript, ManuscriptVersion
from selaras.announcements.policies import may_write
from selaras.announcements.reviewing import subject_of, version_of
from selaras.common.errors import Refused
from selaras.review.models import Round
from selaras.review.policies import may_decide, may_publish_at_once
from selaras.review.queries import newest_round, waiting_round

APPROVE = "setujui"
Act = Callable[[Manuscript, User, HttpRequest], object]
ACTS: dict[str, tuple[Act, str]] = {
    "ajukan": (
        lambda one, user, request: submit(
            manuscript=one, user=user, seen=request.POST.get("seen", "")
        ),
        "Diajukan. Penyetuju membacanya di kotak masuk.",
    ),
    "tarik": (
        lambda one, user, request: take_back(manuscript=one, user=user),
        "Pengajuan ditarik; naskah dapat diubah lagi.",
    ),
    "kembalikan": (
        lambda one, user, request: return_to_author(
            manuscript=one, user=user, comment=request.POST.get("comment", "")
        ),
        "Dikembalikan kepada penyusunnya.",
    ),
    APPROVE: (
        lambda one, user, request: approve(
            manuscript=one, user=user, seen=request.POST.get("seen", "")
        ),
        "Disetujui.",
    ),
    "buang": (
        lambda one, user, request: discard(manuscript=one, user=user),
        "Naskah dibuang. Ia tetap dapat dibaca.",
    ),
}


class ManuscriptView(RecentSecondFactor, OfManuscript, TemplateView):
    """What came of it is shown on the announcement's own page."""

    template_name: Any = "announcements/manuscripts/show.html"
    refused: Refused | None = None

    def step_up_required(self) -> bool:
        return self.request.POST.get("act") == APPROVE

    def get_page_title(self) -> str:
        return self.title

    def ways(self) -> list[tuple[str, str]]:
        return super().ways()[:-1]

    @cached_property
    def version(self) -> ManuscriptVersion:
        return newest_version(self.manuscript)

    @cached_property
    def content(self) -> Content:
        return Content.from_json(self.version.content)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        announced = standing_announcement(self.manuscript)
        if announced is not None:
            if self.refused:
                messages.warning(request, str(self.refused))
            return redirect("announcements_admin:announcement", announced.pk)
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        act, done = ACTS.get(request.POST.get("act", ""), (None, ""))
        if act is None:
            return redirect(self.manuscript_url)
        try:
            made = act(self.manuscript, self.user, request)
        except Refused as refused:
            self.refused = refused
            self.__dict__.pop("manuscript", None)  # somebody may have saved it meanwhile
            return self.get(request, *args, **kwargs)
        if isinstance(made, Announcement):
            done = f"Disetujui. {became(made)}"
        messages.success(request, done)
        return redirect(self.manuscript_url)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        read = read_content(self.content, self.manuscript)
        outlook = outlook_of(read.draft) if read.draft else None
        return super().get_context_data(**kwargs) | {
            "manuscript": self.manuscript,
            "region": self.manuscript.speaker.region,
            "version": self.version,
            "read": read,
            "flaws": read.blocking,
            "outlook": outlook,
            "paper": self._paper(outlook),
            "against": self._against(outlook),
            "versions": self.manuscript.versions.select_related("saved_by").order_by("-number"),
            "refused": self.refused,
            "comment": self.request.POST.get("comment", ""),
            "second_factor_due": not is_recent(self.request),
            "preview": preview_url(self.manuscript) if outlook else "",
            **self._decision(),
        }

    def _decision(self) -> dict[str, Any]:
        """What waits, what came back, and what this person may do about it."""
        subject, speaker = subject_of(self.manuscript), self.manuscript.speaker
        last = newest_round(subject, str(self.version.number))
        waiting = waiting_round(subject)
        discarded = self.manuscript.discarded_at is not None
        writes = may_write(self.user, speaker) and not discarded
        back = last is not None and last.state == Round.State.RETURNED
        return {
            "waiting": waiting,
            "stale": waiting is not None and not waiting.is_about(version_of(self.version)),
            "returned": last if back else None,
            "may_write": writes,
            "may_decide": waiting is not None and may_decide(self.user, waiting),
            "at_once": not discarded and may_publish_at_once(self.user, speaker),
        }

    def _paper(self, outlook: Outlook | None) -> Paper:
        content, draft = self.content, outlook.draft if outlook else None
        earlier = draft.earlier if draft else earlier_named(content.earlier, self.manuscript.topic)
        starts, ends = content.starts or "saat terbit", content.ends or "diganti"
        facts = [("Berlaku", f"sejak {starts} sampai {ends}")]
        return paper_of(content, self.manuscript.speaker, earlier=earlier, facts=facts)

    def _against(self, outlook: Outlook | None) -> list[tuple[str, list[Difference]]]:
        """What reads differently from the version that was decided last, and from the earlier
        announcement.
        """
        found = []
        before = decided_before(self.version)
        if before is not None:
            old = Content.from_json(before.content)
            words = f"versi {before.number}, yang terakhir diputuskan penyetuju"
            found.append((words, differences(old, self.content)))
        if outlook and outlook.draft.earlier:
            earlier = outlook.draft.earlier
            old = content_of(earlier)
            told = differences(old, self.content, TEXTS, rows=False)
            found.append((f'pengumuman "{earlier.title}"', told))
        return found


def became(announcement: Announcement) -> str:
    """What happened to it, in one sentence."""
    if not announcement.is_planned:
        return "Pengumuman terbit."
    moment = to_the_second(announcement.published_at, announcement.speaker.region)
    return f"Terjadwal: {moment}."


def decided_before(version: ManuscriptVersion) -> ManuscriptVersion | None:
    """The last version before this one that an approver decided about."""
    subject = subject_of(version.manuscript)
    decided = Round.objects.filter(
        subject_kind=subject.kind,
        subject_key=subject.key,
        state__in=[Round.State.RETURNED, Round.State.APPROVED, Round.State.ENDED],
    ).exclude(version=str(version.number))
    last = decided.order_by("-pk").first()
    return version.manuscript.versions.filter(number=last.version).first() if last else None
