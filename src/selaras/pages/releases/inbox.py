"""What joint releases ask of people."""

from django.urls import reverse
from django.utils import timezone

from selaras.accounts.inbox.registry import MOST, Item, Urgency, Waiting, fills_inbox
from selaras.accounts.inbox.starts import Start, offers_start
from selaras.accounts.models import User
from selaras.pages.models import Release
from selaras.pages.releases.policies import may_arm
from selaras.pages.releases.queries import calling

State = Release.State
LETTERS = 120


@fills_inbox("releases")
def releases(user: User) -> Waiting:
    """Failed, not able to go, or soon and not ready."""
    found = calling(user)
    rows = list(found[:MOST])
    total = len(rows) if len(rows) < MOST else found.count()
    return Waiting([_item(user, release) for release in rows], total)


def _item(user: User, release: Release) -> Item:
    kind, urgency, detail = _said(user, release)
    return Item(
        kind=kind,
        title=release.title,
        url=reverse("releases:show", args=[release.pk]),
        urgency=urgency,
        since=release.ended_at or release.checked_at or release.changed_at,
        detail=detail[:LETTERS],
        institution=release.institution.short_name,
    )


def _said(user: User, release: Release) -> tuple[str, Urgency, str]:
    reason = release.problem.split("\n")[0]
    if release.state == State.FAILED:
        return "Rilis gagal", Urgency.NOW, reason or "Tidak ada yang terbit; lihat halamannya."
    if release.state == State.READY:
        return "Rilis terhalang", Urgency.NOW, reason or "Salah satu halaman belum dapat terbit."
    urgency = Urgency.WAITED_FOR if may_arm(user, release) else Urgency.OWN_WORK
    passed = release.goes_at <= timezone.now()
    words = "Waktunya sudah lewat." if passed else "Waktunya dalam 24 jam; belum disiapkan."
    return "Rilis belum siap", urgency, words


offers_start(
    Start("Rilis bersama", "calendar-check", "releases:new", lambda user: reverse("releases:new"))
)
