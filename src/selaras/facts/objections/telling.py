"""Objections with the value that they are about, as it was and as it is now."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from selaras.facts.formats import Format, validity_words, worded
from selaras.facts.models import FactType, FactVersion, Objection
from selaras.facts.objections.periods import days_late, last_day
from selaras.facts.queries import outcomes
from selaras.facts.queries.resolution import resolve_all, resolved, stored_validity
from selaras.facts.queries.values import values_of
from selaras.facts.results import Outcome, Question, Resolved, State
from selaras.institutions.models import Region


@dataclass(frozen=True, slots=True)
class Told:
    """An objection with what the region read when it was filed, and what it reads now.

    Where the value was to begin later, "now" is what will hold then.
    """

    objection: Objection
    before: Resolved
    outcome: Outcome
    late: int

    @property
    def words(self) -> str:
        return worded(self.before, Format.SHORT)

    @property
    def validity(self) -> str:
        return validity_words(self.before)

    @property
    def now(self) -> Resolved | None:
        return self.outcome.resolved

    @property
    def now_words(self) -> str:
        return worded(self.now, Format.SHORT) if self.now else "tidak ada lagi nilainya"

    @property
    def now_validity(self) -> str:
        return validity_words(self.now) if self.now else ""

    @property
    def changed(self) -> bool:
        return self.now is None or self.now.value != self.before.value

    @property
    def last_day(self) -> date:
        return last_day(self.objection)


def tell(objections: Iterable[Objection]) -> list[Told]:
    """In their order; the queries grow with the kinds of the facts, not with the objections.

    They come from `queries.objections`.
    """
    rows, now = list(objections), timezone.now()
    values = values_of((one.fact_type.kind, one.version) for one in rows)
    before = {one.pk: as_read(one, values[one.version_id]) for one in rows}
    asked = {
        one.pk: Question(one.fact_type, one.region_id, max(now, before[one.pk].valid_from))
        for one in rows
    }
    found = outcomes(list(asked.values()))
    return [Told(one, before[one.pk], found[asked[one.pk]], days_late(one, now)) for one in rows]


def as_read(objection: Objection, value: object) -> Resolved:
    """The version as the region of the objection reads it."""
    version = objection.version
    asked = Question(objection.fact_type, objection.region_id, version.valid_from)
    return resolved(asked, version, objection.region, value)


def values_in(region: Region, types: Iterable[FactType]) -> list[Resolved]:
    """What can be objected to: for each type the value that holds, else the last or the next one,
    and the one that follows it where it is stated already.
    """
    now = timezone.now()
    first = outcomes([Question(kind, region.pk, now) for kind in types])
    current = [one for one in first.values() if one.resolved is not None]
    ends = [
        Question(one.fact_type, region.pk, one.resolved.valid_to)
        for one in current
        if one.state is State.CURRENT and one.resolved and one.resolved.valid_to
    ]
    following = {asked.fact_type.pk: one for asked, one in resolve_all(ends).items()}
    found: list[Resolved] = []
    for one in current:
        if one.resolved is not None:
            found.append(one.resolved)
        if one.fact_type.pk in following:
            found.append(following[one.fact_type.pk])
    return found


def read_in(region: Region, version: FactVersion, moment: datetime) -> Resolved | None:
    """What the region reads of this type at that moment, or when the version begins to hold."""
    begins, _ = stored_validity(version).read_from(version.region, region)
    at = max(moment, begins)
    (found,) = outcomes([Question(version.fact_type, region.pk, at)]).values()
    return found.resolved
