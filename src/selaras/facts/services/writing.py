"""The bitemporal write: like `FOR PORTION OF` in SQL:2011.

What was stated for the same type and region is closed where the new period covers it, and the
parts that it does not cover are written again as remainders.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any
from uuid import UUID

from django.db.models import Max

from selaras.facts.errors import InvalidPeriod, OutOfScope, RetiredFactType
from selaras.facts.kinds import rules_of
from selaras.facts.models import CLOSES_AHEAD, PLANNED, FactType, FactVersion, Value
from selaras.facts.queries.values import values_of
from selaras.facts.validity import StoredValidity, Validity
from selaras.institutions.models import Region

TICK = timedelta(microseconds=1)
Place = tuple[UUID, str]  # of a statement: its type and its region
Period = tuple[Place, StoredValidity]


@dataclass(frozen=True, slots=True)
class Statement:
    """That a fact has a value in a region for a time. `value` is of the type's kind."""

    fact_type: FactType
    region: Region
    value: Any
    validity: Validity
    overriding: bool = False

    @property
    def place(self) -> Place:
        return self.fact_type.pk, self.region.pk

    @property
    def period(self) -> Period:
        return self.place, self.validity.in_region(self.region)


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a group of statements comes from, and when it is recorded.

    `written_at` is the present where that is not `recorded_at`: what is reconstructed was
    recorded before it, what is planned will be after it.
    """

    source: str
    source_url: str
    statement: UUID | None
    recorded_at: datetime
    written_at: datetime | None = None

    @property
    def reconstructed(self) -> bool:
        return self.written_at is not None and self.recorded_at <= self.written_at


def lock(fact_types: Iterable[FactType]) -> list[FactType]:
    """Let writers of a type queue up; returns the types as they are when it is our turn.

    What a writer decides by must be read after this. SQLite has one writer anyway.
    """
    ids = sorted({fact_type.pk for fact_type in fact_types}, key=str)
    return list(FactType.objects.select_for_update().filter(pk__in=ids).order_by("pk"))


def refuse_retired(fact_types: Iterable[FactType]) -> None:
    for fact_type in fact_types:
        if fact_type.retired_at is not None:
            raise RetiredFactType(
                f'Jenis fakta "{fact_type.label}" sudah dihentikan.',
                "Pakai jenis fakta penggantinya.",
            )


def require_statable(statements: Sequence[Statement]) -> None:
    """Refuse retired types, regions out of scope, and periods that overlap among themselves."""
    refuse_retired(one.fact_type for one in statements)
    for one in statements:
        if not one.fact_type.speaks_of(one.region):
            raise OutOfScope(
                f"{one.fact_type.label} tidak ditetapkan untuk {one.region.full_name}.",
                f"Cakupannya: {one.fact_type.scope_words}.",
            )
    stored = sorted(
        ((one.place, one.validity.in_region(one.region), one) for one in statements),
        key=lambda item: (item[0], item[1].start),
    )
    for (place, before, one), (next_place, after, _) in pairwise(stored):
        if place == next_place and before.overlaps(after.start, after.end):
            raise InvalidPeriod(
                f"{one.fact_type.label} untuk {one.region.full_name} dinyatakan dua kali "
                "pada waktu yang sama.",
                "Sisakan satu, atau pisahkan masa berlakunya.",
            )


def overlapping(
    periods: Sequence[Period], recorded_at: datetime | None = None
) -> dict[int, list[FactVersion]]:
    """By position of the period: the open versions that it touches, those recorded before."""
    open_rows: dict[Place, list[FactVersion]] = defaultdict(list)
    rows = FactVersion.objects.filter(
        fact_type__in={fact_type for (fact_type, _), _ in periods},
        region__in={code for (_, code), _ in periods},
        recorded_to__isnull=True,
    )
    if recorded_at is not None:
        rows = rows.filter(recorded_from__lt=recorded_at)
    for version in rows:
        open_rows[(version.fact_type_id, version.region_id)].append(version)
    return {
        position: [
            version
            for version in open_rows[place]
            if validity.overlaps(version.valid_from, version.valid_to)
        ]
        for position, (place, validity) in enumerate(periods)
    }


def after_all(places: Iterable[Place], moment: datetime) -> datetime:
    """The recording time: the clock's, or just after what these hold if the clock went back.

    What is planned lies ahead of the clock rightly.
    """
    asked = list(places)
    held = FactVersion.objects.filter(
        fact_type__in={fact_type for fact_type, _ in asked}, region__in={code for _, code in asked}
    )
    begun = held.exclude(PLANNED, recorded_from__gt=moment)
    closed = held.exclude(CLOSES_AHEAD, recorded_to__gt=moment)
    newest = [
        begun.aggregate(last=Max("recorded_from"))["last"],
        closed.aggregate(last=Max("recorded_to"))["last"],
    ]
    after: list[datetime] = [recorded + TICK for recorded in newest if recorded]
    return max([moment, *after])


def write(
    statements: Sequence[Statement],
    touched: dict[int, list[FactVersion]],
    provenance: Provenance,
) -> list[FactVersion]:
    """Close, keep the remainders, add; returns the new versions in the order of statements."""
    types = {one.fact_type.pk: one.fact_type for one in statements}
    make_room([one.period for one in statements], touched, types, provenance)
    fresh = [(version_of(one, provenance), one.value, one.fact_type) for one in statements]
    _insert(fresh)
    return [version for version, _, _ in fresh]


def make_room(
    periods: Sequence[Period],
    touched: dict[int, list[FactVersion]],
    types: dict[UUID, FactType],
    provenance: Provenance,
) -> None:
    """Close what the periods touch, and write the parts again that none of them covers."""
    closing = {version.pk: version for rows in touched.values() for version in rows}
    FactVersion.objects.filter(pk__in=closing).update(
        recorded_to=provenance.recorded_at, closed_at=provenance.written_at
    )
    cuts: dict[int, list[StoredValidity]] = defaultdict(list)
    for position, rows in touched.items():
        for row in rows:
            cuts[row.pk].append(periods[position][1])
    values = values_of((types[row.fact_type_id].kind, row) for row in closing.values())
    _insert(
        [
            (part, values[pk], types[part.fact_type_id])
            for pk, taken in cuts.items()
            for part in remainders(closing[pk], taken, provenance)
        ]
    )


def _insert(rows: Sequence[tuple[FactVersion, Any, FactType]]) -> None:
    FactVersion.objects.bulk_create([version for version, _, _ in rows])
    values: dict[type[Value], list[Value]] = defaultdict(list)
    for version, value, fact_type in rows:
        rules = rules_of(fact_type)
        values[rules.model].append(rules.row(version, value))
    for model, group in values.items():
        model._default_manager.bulk_create(group)


def version_of(one: Statement, provenance: Provenance) -> FactVersion:
    validity = one.validity.in_region(one.region)
    return FactVersion(
        fact_type=one.fact_type,
        region=one.region,
        valid_from=validity.start,
        valid_to=validity.end,
        valid_from_floats=validity.start_floats,
        valid_to_floats=validity.end_floats,
        recorded_from=provenance.recorded_at,
        reconstructed=provenance.reconstructed,
        written_at=provenance.written_at,
        overriding=one.overriding,
        source=provenance.source,
        source_url=provenance.source_url,
        statement=provenance.statement,
    )


def remainders(
    row: FactVersion, taken: list[StoredValidity], provenance: Provenance
) -> list[FactVersion]:
    """The parts of a closed version that none of the new periods covers."""
    parts: list[FactVersion] = []
    start, floats = row.valid_from, row.valid_from_floats
    for cut in sorted(taken, key=lambda period: period.start):
        if start < cut.start:
            parts.append(_part(row, provenance, (start, floats), (cut.start, cut.start_floats)))
        if cut.end is None:
            return parts
        start, floats = cut.end, cut.end_floats
    if row.valid_to is None or start < row.valid_to:
        parts.append(_part(row, provenance, (start, floats), (row.valid_to, row.valid_to_floats)))
    return parts


def _part(
    row: FactVersion,
    provenance: Provenance,
    start: tuple[datetime, bool],
    end: tuple[datetime | None, bool],
) -> FactVersion:
    return FactVersion(
        fact_type_id=row.fact_type_id,
        region_id=row.region_id,
        valid_from=start[0],
        valid_to=end[0],
        valid_from_floats=start[1],
        valid_to_floats=end[1],
        recorded_from=provenance.recorded_at,
        written_at=provenance.written_at,
        reconstructed=row.reconstructed,
        overriding=row.overriding,
        source=row.source,
        source_url=row.source_url,
        statement=row.statement,
        origin_id=row.origin_id or row.pk,
    )
