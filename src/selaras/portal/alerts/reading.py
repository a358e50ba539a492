"""Which announcements are messages of CAP, and how they hang together."""

from collections import defaultdict
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from selaras.announcements.models import Announcement, Replacement
from selaras.announcements.queries import public


def alerting() -> QuerySet[Announcement]:
    """What is public and was urgent, or took the place of what was urgent while that stood."""
    urgent = _in_place_of_urgent().filter(later=OuterRef("pk"))
    found = public().filter(Q(emergency=True) | Exists(urgent))
    return with_words(found)


def with_words(found: QuerySet[Announcement]) -> QuerySet[Announcement]:
    """With everything that a message says of it beside its values."""
    whole = found.select_related("topic", "speaker__region")
    return whole.prefetch_related("keymessages", "contacts")


def family_of(announcement: Announcement, until: datetime) -> list[Announcement]:
    """The other messages that one which is sent then has to name, the oldest first.

    Whoever takes the place of a part of an alert takes the place of its message as a whole, and
    so of every other message that said what was left of it. A fixed number of queries.
    """
    rows = _in_place_of_urgent().filter(
        later__topic=announcement.topic_id, later__published_at__lte=until
    )
    beside: dict[UUID, set[UUID]] = defaultdict(set)
    for later, earlier in rows.values_list("later", "earlier").distinct():
        beside[later].add(earlier)
        beside[earlier].add(later)
    found, ahead = set[UUID](), {announcement.pk}
    while ahead:
        found |= ahead
        ahead = {other for key in ahead for other in beside[key]} - found
    others = Announcement.objects.filter(pk__in=found - {announcement.pk})
    return list(with_words(others).order_by("published_at", "pk"))


def _in_place_of_urgent() -> QuerySet[Replacement]:
    """A drill and the real thing never take the place of each other."""
    then = F("later__published_at")
    return Replacement.objects.filter(
        Q(earlier__recalled_at=None) | Q(earlier__recalled_at__gt=then),
        Q(earlier__valid_to=None) | Q(earlier__valid_to__gt=then),
        earlier__emergency=True,
        earlier__called_off_at=None,
        later__called_off_at=None,
        later__drill=F("earlier__drill"),
    )
