"""Announcements that are planned say what they will change. What is stated first changes that."""

from uuid import UUID

from selaras.announcements.changes import held_at_rows
from selaras.announcements.draft import AnnouncementDraft
from selaras.announcements.models import AnnouncedFact, Announcement
from selaras.common.clock import now


def rebase_planned(draft: AnnouncementDraft, *, besides: Announcement) -> None:
    """Bring up to date what the planned announcements of the same facts will find there."""
    types = {fact.fact_type.pk for fact in draft.facts}
    rebase_types(types, besides=besides)


def rebase_types(types: set[UUID], *, besides: Announcement) -> None:
    planned = Announcement.objects.filter(
        called_off_at=None, published_at__gt=now(), facts__version__fact_type__in=types
    ).exclude(pk=besides.pk)
    for announcement in planned.distinct().order_by("published_at"):
        rows = list(
            announcement.facts.select_related("version__fact_type", "version__region", "previous")
        )
        held = held_at_rows(rows, announcement.published_at)
        changed = []
        for row in rows:
            found = held.get(row.pk)
            if row.previous_id != (found.version.pk if found else None):
                row.previous = found.version if found else None
                changed.append(row)
        AnnouncedFact.objects.bulk_update(changed, ["previous"], batch_size=400)
