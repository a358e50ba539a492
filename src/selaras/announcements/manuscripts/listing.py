"""The list of announcements, from what is being written to what is public."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q, QuerySet, TextChoices

from selaras.accounts.models import User
from selaras.announcements.manuscripts.queries import (
    READING,
    manuscripts_of,
    shown_announcement,
    with_successors,
)
from selaras.announcements.models import Announcement, Manuscript
from selaras.announcements.queries import with_regions
from selaras.announcements.reviewing import KIND
from selaras.common.clock import now
from selaras.institutions.standing import standing_of
from selaras.review.models import EmergencyPublication, Round
from selaras.review.states import Shown


class Part(TextChoices):
    WORKING = "dikerjakan", "Dikerjakan"
    WAITING = "menunggu", "Menunggu persetujuan"
    PLANNED = "terjadwal", "Terjadwal"
    PUBLIC = "terbit", "Terbit"


def announcements_read_by(user: User) -> QuerySet[Announcement]:
    """What came of the institutions' words, planned or public, newest first; with topic, speaker,
    and whether a later one stands in its place.
    """
    found = with_successors(with_regions(Announcement.objects.all()))
    if not standing_of(user).everything:
        found = found.filter(speaker__in=standing_of(user).institutions(*READING))
    return found.select_related("speaker__region").order_by("-published_at", "-pk")


def part_of(user: User, part: Part) -> QuerySet[Manuscript] | QuerySet[Announcement]:
    """The rows of one part of the list."""
    if part in {Part.PLANNED, Part.PUBLIC}:
        standing = announcements_read_by(user).filter(called_off_at=None)
        if part == Part.PUBLIC:
            return standing.filter(published_at__lte=now())
        return standing.filter(published_at__gt=now()).order_by("published_at", "pk")
    return _open(user, waiting=part == Part.WAITING)


def _open(user: User, *, waiting: bool) -> QuerySet[Manuscript]:
    announced = Announcement.objects.filter(called_off_at=None, manuscript__isnull=False)
    found = manuscripts_of(user).filter(discarded_at=None)
    found = found.exclude(pk__in=announced.values("manuscript"))
    # A round names its subject by text: what waits is little, so it is read first.
    keys = Round.objects.filter(subject_kind=KIND, state=Round.State.WAITING)
    if not user.is_superuser:
        keys = keys.filter(institution__in=standing_of(user).institutions(*READING))
    waits = Q(pk__in=[UUID(key) for key in keys.values_list("subject_key", flat=True)])
    return found.filter(waits if waiting else ~waits)


def shown_announcements(rows: Iterable[Announcement]) -> list[tuple[Announcement, Shown]]:
    """With what people call their state; one query."""
    found = list(rows)
    keys = {str(row.manuscript_id) for row in found if row.emergency and row.manuscript_id}
    waiting = set(
        EmergencyPublication.objects.filter(
            subject_kind=KIND,
            subject_key__in=keys,
            outcome=EmergencyPublication.Outcome.WAITING,
        ).values_list("subject_key", flat=True)
    )
    return [
        (row, shown_announcement(row, emergency=str(row.manuscript_id) in waiting)) for row in found
    ]
