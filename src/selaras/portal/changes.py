"""What changed lately in one region: each announced value beside the one before it."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from selaras.announcements.changes import Change
from selaras.announcements.models import AnnouncedFact
from selaras.announcements.queries import public
from selaras.common.clock import now
from selaras.facts.formats import moment_words
from selaras.facts.queries.resolution import stored_validity
from selaras.facts.queries.values import values_of
from selaras.institutions.models import Region
from selaras.institutions.queries import parentages

MOVEMENTS: dict[str, Promise] = {
    "new": _("baru"),
    "up": _("naik"),
    "down": _("turun"),
    "changed": _("berubah"),
}
# An announcement may repeat what held before; so many of its rows are read to find changes.
READ = 60


@dataclass(frozen=True, slots=True)
class RecentChange:
    """One value that an announcement set for this region, itself or through a region above."""

    row: AnnouncedFact
    change: Change
    since: str

    @property
    def word(self) -> Promise:
        return MOVEMENTS[self.change.movement]


def recent_changes(region: Region, most: int) -> list[RecentChange]:
    """The newest changes first, without what left a value as it was or was recalled; a fixed
    number of queries. A value of a region above counts where its type is inherited."""
    above = parentages([region.pk]).above(region.pk, now())
    concerns = Q(version__region=region) | Q(
        version__region__in=above, version__fact_type__inherited=True
    )
    standing = public().filter(recalled_at=None)
    rows = list(
        AnnouncedFact.objects.filter(
            concerns, version__fact_type__retired_at=None, announcement__in=standing.values("pk")
        )
        .select_related(
            "announcement__speaker", "previous", "version__region", "version__fact_type__topic"
        )
        .order_by("-announcement__published_at", "version__fact_type__key")[:READ]
    )
    values = values_of(
        (row.version.fact_type.kind, version)
        for row in rows
        for version in (row.version, row.previous)
        if version is not None
    )
    found = [_change(row, region, values) for row in rows]
    return [one for one in found if one.change.movement in MOVEMENTS][:most]


def _change(row: AnnouncedFact, region: Region, values: dict[int, object]) -> RecentChange:
    before = values[row.previous_id] if row.previous_id else None
    change = Change.between(row.version.fact_type, region, before, values[row.version_id])
    start = stored_validity(row.version).read_from(row.version.region, region)[0]
    return RecentChange(row, change, moment_words(start, region))
