"""What would stand in the tables if a draft had been announced. Nothing is written."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Model

from selaras.announcements.changes import held_before
from selaras.announcements.draft import AnnouncementDraft
from selaras.announcements.models import Announcement
from selaras.announcements.services.keeping import rows_beside
from selaras.announcements.services.publishing import announcement_from
from selaras.common.clock import at_moment, now
from selaras.facts.kinds import rules_of
from selaras.facts.models import FactVersion
from selaras.facts.queries.resolution import known
from selaras.facts.queries.values import values_of
from selaras.facts.services.writing import Place, Provenance, remainders, version_of
from selaras.facts.validity import StoredValidity

# Keys of rows that will never have these; no row of ours gets that far.
UNNUMBERED = 2**52


@dataclass(frozen=True)
class Supposed:
    """`rows` would be added at the moment `at`, and the versions `ended` would end then."""

    announcement: Announcement
    at: datetime
    rows: tuple[Model, ...]
    ended: tuple[int, ...]


def suppose(draft: AnnouncementDraft) -> Supposed:
    """The rows that publishing this draft at its moment would leave; reads only."""
    at = max(draft.goes_live or now(), now())
    announcement = announcement_from(draft)
    announcement.published_at = at
    provenance = Provenance(draft.instrument, draft.instrument_url, announcement.pk, at)
    versions = [version_of(one, provenance) for one in draft.statements]
    with at_moment(at):
        touched = _touched(draft)
    facts = [
        *((row, fact.value) for row, fact in zip(versions, draft.facts, strict=True)),
        *_kept(draft, touched, provenance),
    ]
    _number(row for row, _ in facts)
    types = {fact.fact_type.pk: fact.fact_type for fact in draft.facts}
    beside = rows_beside(announcement, draft, versions, held_before(draft))
    _number(beside)
    rows = [
        announcement,
        *(row for row, _ in facts),
        *(rules_of(types[row.fact_type_id]).row(row, value) for row, value in facts),
        *beside,
    ]
    return Supposed(announcement, at, tuple(rows), tuple(touched))


def _touched(draft: AnnouncementDraft) -> dict[int, tuple[FactVersion, list[StoredValidity]]]:
    """By key: what is known and would give way, with the periods that the draft takes of it."""
    standing: dict[Place, list[FactVersion]] = defaultdict(list)
    for version in known(None).filter(
        fact_type__in={fact.fact_type.pk for fact in draft.facts},
        region__in={fact.region.pk for fact in draft.facts},
    ):
        standing[(version.fact_type_id, version.region_id)].append(version)
    found: dict[int, tuple[FactVersion, list[StoredValidity]]] = {}
    for place, period in (one.period for one in draft.statements):
        for version in standing[place]:
            if period.overlaps(version.valid_from, version.valid_to):
                found.setdefault(version.pk, (version, []))[1].append(period)
    return found


def _kept(
    draft: AnnouncementDraft,
    touched: dict[int, tuple[FactVersion, list[StoredValidity]]],
    provenance: Provenance,
) -> list[tuple[FactVersion, object]]:
    """What would stay of those that give way, each with its value."""
    kinds = {fact.fact_type.pk: fact.fact_type.kind for fact in draft.facts}
    values = values_of((kinds[row.fact_type_id], row) for row, _ in touched.values())
    return [
        (part, values[row.pk])
        for row, taken in touched.values()
        for part in remainders(row, taken, provenance)
    ]


def _number(rows: Iterable[Model]) -> None:
    for number, row in enumerate(rows):
        row.pk = UNNUMBERED + number
