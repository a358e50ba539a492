"""What is true: the value of each (type, region) pair at a moment, as known at a moment."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import datetime, timedelta

from django.db.models import F, Q, QuerySet

from selaras.common.clock import knowledge_time, now
from selaras.facts.models import CLOSES_AHEAD, PLANNED, FactVersion
from selaras.facts.queries.values import values_of
from selaras.facts.results import Key, Pair, Question, Resolved, key_of
from selaras.facts.validity import WIDEST_SHIFT, StoredValidity
from selaras.institutions.models import Region
from selaras.institutions.queries import parentages

Reading = tuple[FactVersion, datetime, datetime | None]
# Of one region's readings the best, and how far in time it is from the moment asked about.
Choose = Callable[[list[Reading], datetime], tuple[timedelta, FactVersion] | None]


def resolve(
    pairs: Iterable[Pair], *, at: datetime | None = None, known_at: datetime | None = None
) -> dict[Key, Resolved]:
    """The valid value of each pair; pairs without one are absent.

    `at` is when it is true (default: now), `known_at` when it was known (default: what is known
    now). The nearest region up the tree wins, for types that are inherited, unless a higher one
    was marked as overriding. Regions that do not exist raise `Region.DoesNotExist`.
    """
    moment = at or now()
    questions = [Question(fact_type, code, moment) for fact_type, code in pairs]
    found = resolve_all(questions, known_at=known_at)
    return {key_of(asked.fact_type, asked.code): one for asked, one in found.items()}


def resolve_all(
    questions: Collection[Question], *, known_at: datetime | None = None
) -> dict[Question, Resolved]:
    """As `resolve`, each question at its own moment; the number of queries stays the same."""
    if not questions:
        return {}
    moments = [question.at for question in questions]
    window = Q(valid_from__lte=max(moments) + WIDEST_SHIFT) & (
        Q(valid_to__isnull=True) | Q(valid_to__gt=min(moments) - WIDEST_SHIFT)
    )
    return select(questions, known(known_at).filter(window), _valid)


def known(known_at: datetime | None) -> QuerySet[FactVersion]:
    """The versions that were known at that moment; None is what is known now.

    Now is not compared with what was recorded by the clock, which may have been set back since:
    only what is planned waits for its second.
    """
    versions = FactVersion.objects.select_related("origin")
    if known_at is None:
        moment = knowledge_time()
        still = Q(recorded_to__isnull=True) | Q(CLOSES_AHEAD, recorded_to__gt=moment)
        return versions.filter(still).exclude(Q(PLANNED, recorded_from__gt=moment))
    return versions.filter(recorded_from__lte=known_at).filter(
        Q(recorded_to__isnull=True) | Q(recorded_to__gt=known_at)
    )


def ever_known(known_at: datetime | None) -> QuerySet[FactVersion]:
    """The versions that were known at some moment until then, also those taken back since."""
    moment = known_at or knowledge_time()
    ahead = Q(recorded_from__gt=moment)
    versions = FactVersion.objects.exclude(recorded_to=F("recorded_from"))
    return versions.exclude(ahead if known_at else Q(PLANNED, ahead))


def select(
    questions: Collection[Question], versions: QuerySet[FactVersion], choose: Choose
) -> dict[Question, Resolved]:
    """For each question the version nearest in time among those that `choose` picks.

    Equally near are decided by the tree: the nearest region, unless a higher one overrides.
    """
    tree = parentages({asked.code for asked in questions if asked.fact_type.inherited})
    routes = {
        asked: [asked.code, *tree.above(asked.code, asked.at)]
        if asked.fact_type.inherited
        else [asked.code]
        for asked in questions
    }
    codes = {code for route in routes.values() for code in route}
    regions = Region.objects.in_bulk(codes)
    stated: dict[Key, list[FactVersion]] = defaultdict(list)
    for version in versions.filter(
        fact_type__in={asked.fact_type.pk for asked in questions},
        region__in=codes,
    ):
        version.region = regions[version.region_id]
        stated[(str(version.fact_type_id), version.region_id)].append(version)
    chosen: dict[Question, FactVersion] = {}
    for asked, route in routes.items():
        if asked.code not in regions:
            raise Region.DoesNotExist(f"no region {asked.code}")
        nearest = _nearest(asked, route, regions[asked.code], stated, choose)
        if nearest is not None:
            chosen[asked] = nearest
    values = values_of((asked.fact_type.kind, version) for asked, version in chosen.items())
    return {
        asked: resolved(asked, version, regions[asked.code], values[version.pk])
        for asked, version in chosen.items()
    }


def stored_validity(version: FactVersion) -> StoredValidity:
    return StoredValidity(
        version.valid_from,
        version.valid_to,
        version.valid_from_floats,
        version.valid_to_floats,
    )


def resolved(asked: Question, version: FactVersion, reader: Region, value: object) -> Resolved:
    start, end = stored_validity(version).read_from(version.region, reader)
    stated_at = version.origin.recorded_from if version.origin else version.recorded_from
    return Resolved(asked.fact_type, reader, version, value, start, end, stated_at)


def _valid(readings: list[Reading], at: datetime) -> tuple[timedelta, FactVersion] | None:
    holding = [
        (start, version)
        for version, start, end in readings
        if start <= at and (end is None or at < end)
    ]
    return (timedelta(0), max(holding, key=lambda item: item[0])[1]) if holding else None


def _nearest(
    asked: Question,
    route: list[str],
    reader: Region,
    stated: Mapping[Key, list[FactVersion]],
    choose: Choose,
) -> FactVersion | None:
    nearest: tuple[timedelta, FactVersion] | None = None
    for code in route:
        readings = [
            (version, *stored_validity(version).read_from(version.region, reader))
            for version in stated.get((str(asked.fact_type.pk), code), [])
        ]
        found = choose(readings, asked.at)
        if found is None:
            continue
        distance, version = found
        overrides = nearest is not None and version.overriding and distance == nearest[0]
        if nearest is None or distance < nearest[0] or overrides:
            nearest = found
    return nearest[1] if nearest else None
