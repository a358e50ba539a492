"""The facts of the database, as the engine asks for them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from django.utils import timezone

from selaras.alignment.engine.results import Version
from selaras.alignment.queries.timelines import Route, Stay, stays_of, timeline
from selaras.facts.kinds import rules_for
from selaras.facts.models import FactType, FactVersion
from selaras.facts.queries.resolution import known
from selaras.facts.queries.values import values_of
from selaras.institutions.models import Region, RegionParentage
from selaras.institutions.queries import Parentages, parentages

Pair = tuple[str, str]  # the key of a type, the code of a region
ALWAYS = datetime(1, 1, 2, tzinfo=UTC)


class DatabaseKnowledge:
    """What was known at `known_at` (default: what is known now), loaded for many pairs at once.

    Each version holds for the days on which the region reads it, in the region's own zone: one
    that is covered by a nearer or an overriding one for a while comes in pieces. `reference` is
    the key of the `FactVersion`, `region` the one for which it was stated, `recorded_from` the
    day on which it was first stated. Values have the shape of `KindRules.as_json`:

        choice      its value, "3"                  number, percentage, money  "58.6", "1200000"
        date        "2021-09-21"                    period  {"start": day, "end": last day}
        time        {"start": "08:00", "end": "16:00" or None, "zone": "WIB" or None}
        contact     {"name", "phone", "email", "url"}, empty where there is none
        text        as it is
    """

    def __init__(self, *, known_at: datetime | None = None) -> None:
        self._known_at = known_at
        self._regions: dict[str, Region] = {}
        self._types: dict[str, FactType] = {}
        self._versions: dict[Pair, list[Version]] = {}

    def versions(self, type_key: str, region: str) -> Sequence[Version]:
        """Of one pair by time; asks the database unless it was loaded before."""
        self.load([(type_key, region)])
        return self._versions.get((type_key, region), [])

    def load(self, pairs: Iterable[Pair]) -> None:
        """Load all that is missing of these. The number of queries does not grow with them.

        Pairs of types or regions that do not exist have no versions.
        """
        wanted = [pair for pair in dict.fromkeys(pairs) if pair not in self._versions]
        if not wanted:
            return
        keys = {key for key, _ in wanted} - self._types.keys()
        if keys:
            self._types |= {one.key: one for one in FactType.objects.filter(key__in=keys)}
        self._know({code for _, code in wanted})
        known = [
            (key, code) for key, code in wanted if key in self._types and code in self._regions
        ]
        routes = self._routes({code for _, code in known})
        codes = {code for ways in routes.values() for way in ways for code in way.codes}
        self._know(codes)
        nothing: dict[Pair, list[Version]] = {pair: [] for pair in wanted}
        self._versions |= nothing | self._resolved(known, routes, codes)

    def today(self, code: str, now: datetime | None = None) -> date:
        """The day in a region that was loaded."""
        return self._regions[code].local(now or timezone.now()).date()

    def _know(self, codes: Collection[str]) -> None:
        missing = set(codes) - self._regions.keys()
        self._regions |= Region.objects.in_bulk(missing) if missing else {}

    def _routes(self, codes: Collection[str]) -> dict[str, list[Route]]:
        """From which regions each of these reads what is inherited, over time."""
        tree = parentages(codes)
        changes = RegionParentage.objects.exclude(valid_from=None).order_by("valid_from")
        days = list(changes.values_list("valid_from", flat=True).distinct())
        midnights = {
            zone: [datetime.combine(on, time.min, zone) for on in days if on]
            for zone in {self._regions[code].tzinfo for code in codes}
        }
        return {
            code: _route(tree, code, [ALWAYS, *midnights[self._regions[code].tzinfo]])
            for code in codes
        }

    def _resolved(
        self, pairs: list[Pair], routes: dict[str, list[Route]], codes: Collection[str]
    ) -> dict[Pair, list[Version]]:
        rows = list(
            known(self._known_at).filter(
                fact_type__in={self._types[key].pk for key, _ in pairs}, region__in=codes
            )
        )
        kinds = {one.pk: one.kind for one in self._types.values()}
        values = values_of((kinds[row.fact_type_id], row) for row in rows)
        stated: dict[tuple[Any, str], list[FactVersion]] = defaultdict(list)
        for row in rows:
            row.region = self._regions[row.region_id]
            stated[row.fact_type_id, row.region_id].append(row)
        return _Timelines(self._types, self._regions, stated, values).of(pairs, routes)


class _Timelines:
    """Makes the versions of many pairs; regions that read the same share them."""

    def __init__(
        self,
        types: dict[str, FactType],
        regions: dict[str, Region],
        stated: dict[tuple[Any, str], list[FactVersion]],
        values: dict[int, Any],
    ) -> None:
        self._types, self._regions, self._stated = types, regions, stated
        self._values = values
        self._made: dict[Any, list[Version]] = {}

    def of(self, pairs: list[Pair], routes: dict[str, list[Route]]) -> dict[Pair, list[Version]]:
        return {(key, code): self._one(key, code, routes[code]) for key, code in pairs}

    def _one(self, key: str, code: str, routes: list[Route]) -> list[Version]:
        fact_type, reader = self._types[key], self._regions[code]
        if not fact_type.inherited:
            routes = [Route(ALWAYS, (code,))]
        # Regions for which nothing was stated make no difference.
        ways = tuple(
            Route(way.start, tuple(c for c in way.codes if (fact_type.pk, c) in self._stated))
            for way in routes
        )
        same = (key, reader.zone, ways)
        if same not in self._made:
            self._made[same] = self._make(fact_type, reader, ways)
        return self._made[same]

    def _make(self, fact_type: FactType, reader: Region, ways: Sequence[Route]) -> list[Version]:
        layers = {
            code: sorted(
                (stays_of(row, reader) for row in self._stated[fact_type.pk, code]),
                key=lambda stay: stay.start,
            )
            for way in ways
            for code in way.codes
        }
        value = rules_for(fact_type.kind).as_json
        return [
            _version(fact_type.key, stay, reader, value(self._values[stay.version.pk]))
            for stay in timeline(layers, ways)
        ]


def _version(key: str, stay: Stay, reader: Region, value: Any) -> Version:
    row = stay.version
    first, end = stay.days(reader)
    stated_at = row.origin.recorded_from if row.origin else row.recorded_from
    recorded = reader.local(stated_at).date()
    return Version(key, row.region_id, value, first, end, recorded, row.source, row.pk)


def _route(tree: Parentages, code: str, moments: Sequence[datetime]) -> list[Route]:
    found: list[Route] = []
    for moment in moments:
        codes = (code, *tree.above(code, moment))
        if not found or found[-1].codes != codes:
            found.append(Route(moment, codes))
    return found
