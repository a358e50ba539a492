"""Manuscripts in the inbox: where one is decided, what waits, and how to begin one."""

from django.urls import reverse

from selaras.accounts.inbox.registry import MOST, Item, Urgency, Waiting, fills_inbox
from selaras.accounts.inbox.starts import Start, offers_start
from selaras.accounts.models import User
from selaras.announcements.models import Recall
from selaras.announcements.queries import topics_to_announce
from selaras.announcements.reviewing import KIND
from selaras.institutions.models import Membership
from selaras.institutions.standing import standing_of
from selaras.review.subjects import Kind, is_reviewed

Role = Membership.Role
EDITOR = "selaras.config.urls.editor"
LETTERS = 120


def address(key: str) -> str:
    return reverse("announcements_admin:manuscript", args=[key], urlconf=EDITOR)


@fills_inbox("announcements: recalls")
def recalls(user: User) -> Waiting:
    """Recalls that somebody else asked for and this person may confirm."""
    mine = standing_of(user).institutions(Role.APPROVER, Role.EMERGENCY)
    found = Recall.objects.filter(state=Recall.State.WAITING, announcement__speaker__in=mine)
    found = found.exclude(asked_by=user).order_by("asked_at", "pk")
    items = [_item(one) for one in found.select_related("announcement__speaker")[:MOST]]
    return Waiting(items, len(items) if len(items) < MOST else found.count())


def _item(one: Recall) -> Item:
    announcement = one.announcement
    return Item(
        kind="Penarikan menunggu pengesahan",
        title=announcement.title,
        url=reverse("announcements_admin:recall", args=[announcement.pk], urlconf=EDITOR),
        urgency=Urgency.NOW,
        since=one.asked_at,
        detail=one.reason[:LETTERS],
        institution=announcement.speaker.short_name,
    )


def _new(user: User) -> str | None:
    if not topics_to_announce(user).exists():
        return None
    return reverse("announcements_admin:announce")


is_reviewed(Kind(KIND, address))
offers_start(Start("Susun pengumuman", "openquote", "announcements_admin:announce", _new))
