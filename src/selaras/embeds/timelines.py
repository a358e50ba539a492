"""How facts went in a region, as the region itself reads them: inherited values included."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, time
from itertools import pairwise

from selaras.facts.models import FactType
from selaras.facts.queries import resolve_all
from selaras.facts.queries.resolution import known, stored_validity
from selaras.facts.results import Question, Resolved
from selaras.institutions.models import Region, RegionParentage
from selaras.institutions.queries import NATIONAL

MOST_POINTS = 200  # of one fact in one region: the newest


@dataclass(frozen=True, slots=True)
class Stretch:
    """One value for a time; `resolved` is None where nothing held, `end` where it still holds."""

    start: datetime
    end: datetime | None
    resolved: Resolved | None


Asked = tuple[FactType, Region]


def timelines(asked: Collection[Asked], moment: datetime) -> dict[Asked, list[Stretch]]:
    """By fact and region what held until the moment, oldest first; a fixed number of queries.

    At every instant where something may have changed the fact is asked about as a reader then
    would have, by what is known now; equal answers that follow each other become one stretch.
    """
    if not asked:
        return {}
    points = _points(asked, moment)
    questions = {
        one: [Question(one[0], one[1].pk, point) for point in found]
        for one, found in points.items()
    }
    answers = resolve_all([question for found in questions.values() for question in found])
    return {
        one: _stretches([(question.at, answers.get(question)) for question in found])
        for one, found in questions.items()
    }


def _points(asked: Collection[Asked], moment: datetime) -> dict[Asked, list[datetime]]:
    """When a value may have begun or ended for the reader, also by a change of its province."""
    moves = list(RegionParentage.objects.filter(region__in={region.pk for _, region in asked}))
    routes = {
        one: {one[1].pk, *((_above(one[1], moves)) if one[0].inherited else ())} for one in asked
    }
    versions = defaultdict(list)
    for version in (
        known(None)
        .select_related("region")
        .filter(
            fact_type__in={fact_type.pk for fact_type, _ in asked},
            region__in={code for route in routes.values() for code in route},
            valid_from__lte=moment,
        )
    ):
        versions[(version.fact_type_id, version.region_id)].append(version)
    found: dict[Asked, list[datetime]] = {}
    for (fact_type, region), route in routes.items():
        instants: set[datetime] = set()
        for code in route:
            for version in versions[(fact_type.pk, code)]:
                begun, ended = stored_validity(version).read_from(version.region, region)
                instants |= {begun, ended or begun}
        if instants and fact_type.inherited:
            instants |= {at for at in _moved(region, moves) if at > min(instants)}
        found[(fact_type, region)] = sorted(at for at in instants if at <= moment)[-MOST_POINTS:]
    return found


def _above(region: Region, moves: list[RegionParentage]) -> set[str]:
    """All regions in which it ever lay; every one of them lies in the country."""
    return {NATIONAL, *(row.parent_id for row in moves if row.region_id == region.pk)}


def _moved(region: Region, moves: list[RegionParentage]) -> Iterator[datetime]:
    for row in moves:
        if row.region_id == region.pk and row.valid_from is not None:
            yield datetime.combine(row.valid_from, time.min, region.tzinfo)


def _stretches(answers: list[tuple[datetime, Resolved | None]]) -> list[Stretch]:
    runs: list[tuple[datetime, Resolved | None]] = []
    for at, found in answers:
        if not runs or not _same(runs[-1][1], found):
            runs.append((at, found))
    while runs and runs[0][1] is None:
        runs.pop(0)
    if not runs:
        return []
    ends = [after[0] for _, after in pairwise(runs)]
    return [Stretch(at, end, found) for (at, found), end in zip(runs, [*ends, None], strict=True)]


def _same(one: Resolved | None, other: Resolved | None) -> bool:
    if one is None or other is None:
        return one is other
    return bool(one.value == other.value)
