"""What an announcement changes, region by region."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from selaras.announcements.draft import AnnouncementDraft, DraftFact
from selaras.announcements.models import AnnouncedFact, Announcement
from selaras.facts.formats import value_words
from selaras.facts.kinds import Option
from selaras.facts.models import FactType
from selaras.facts.queries import resolve
from selaras.facts.queries.values import values_of
from selaras.facts.results import Key, Pair, Resolved, key_of
from selaras.institutions.models import Region

TICK = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Change:
    """One fact in one region, in words: `before` is None where nothing held.

    `movement` is new, same, up, down or changed; up and down only where values have an order.
    """

    fact_type: FactType
    region: Region
    before: str | None
    after: str
    movement: str
    tone: int | None
    after_value: Any

    @classmethod
    def between(cls, fact_type: FactType, region: Region, before: Any, after: Any) -> "Change":
        return cls(
            fact_type,
            region,
            None if before is None else value_words(fact_type, before, region),
            value_words(fact_type, after, region),
            _movement(before, after),
            after.tone if isinstance(after, Option) else None,
            after,
        )


def held_before(draft: AnnouncementDraft) -> dict[Key, Resolved]:
    """What holds, without this announcement, where and when it begins.

    A floating start is a different moment in each zone: one resolution for each, three at most.
    What is planned to be known before it goes live counts too.
    """
    pairs_at: dict[datetime, list[Pair]] = defaultdict(list)
    public = draft.goes_live or timezone.now()
    for fact in draft.facts:
        start = max(draft.validity.in_region(fact.region).start, public)
        pairs_at[start].append((fact.fact_type, fact.region.pk))
    known_at = draft.goes_live - TICK if draft.goes_live else None
    held: dict[Key, Resolved] = {}
    for moment, pairs in pairs_at.items():
        held |= resolve(pairs, at=moment, known_at=known_at)
    return held


def held_at_rows(rows: list[AnnouncedFact], public: datetime) -> dict[int, Resolved]:
    """By row: what will hold there just before a planned announcement is public."""
    pairs_at: dict[datetime, list[AnnouncedFact]] = defaultdict(list)
    for row in rows:
        pairs_at[max(row.version.valid_from, public)].append(row)
    held: dict[int, Resolved] = {}
    for moment, there in pairs_at.items():
        pairs = [(row.version.fact_type, row.version.region_id) for row in there]
        found = resolve(pairs, at=moment, known_at=public - TICK)
        for row in there:
            key = key_of(row.version.fact_type, row.version.region_id)
            if key in found:
                held[row.pk] = found[key]
    return held


def changes_of_draft(draft: AnnouncementDraft) -> list[Change]:
    """What publishing would change, in the order of the draft."""
    return changes_against(draft, held_before(draft))


def changes_against(draft: AnnouncementDraft, held: dict[Key, Resolved]) -> list[Change]:
    """The same for who has asked already what holds."""

    def change(fact: DraftFact) -> Change:
        before = held.get(key_of(fact.fact_type, fact.region.pk))
        return Change.between(
            fact.fact_type, fact.region, before.value if before else None, fact.value
        )

    return [change(fact) for fact in draft.facts]


def changes_of(announcement: Announcement) -> list[Change]:
    """What a published announcement changed, by type and region; a fixed number of queries."""
    rows = list(
        AnnouncedFact.objects.filter(announcement=announcement)
        .select_related("version__fact_type", "version__region", "previous")
        .order_by("version__fact_type__key", "version__region__code")
    )
    versions = [
        (row.version.fact_type.kind, version)
        for row in rows
        for version in (row.version, row.previous)
        if version is not None
    ]
    values = values_of(versions)
    return [
        Change.between(
            row.version.fact_type,
            row.version.region,
            values[row.previous_id] if row.previous_id else None,
            values[row.version_id],
        )
        for row in rows
    ]


def _movement(before: Any, after: Any) -> str:
    if before is None:
        return "new"
    if before == after:
        return "same"
    if isinstance(after, Option) and isinstance(before, Option):
        return "up" if after.rank > before.rank else "down"
    if isinstance(after, Decimal | date) and isinstance(before, Decimal | date):
        return "up" if after > before else "down"  # type: ignore[operator]
    return "changed"
