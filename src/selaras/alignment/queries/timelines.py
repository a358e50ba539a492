"""What one region reads over time, out of what was stated for it and for the regions above."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from selaras.facts.models import FactVersion
from selaras.facts.queries.resolution import stored_validity
from selaras.institutions.models import Region


@dataclass(frozen=True, slots=True)
class Stay:
    """That a region reads this version for `[start, end)`, instants; None is open."""

    start: datetime
    end: datetime | None
    version: FactVersion

    def days(self, reader: Region) -> tuple[date, date | None]:
        """Half-open days where it is read.

        A day on which a value ends at noon belongs to it and to the one that follows: whoever
        writes that day of either is right.
        """
        first = reader.local(self.start).date()
        if self.end is None:
            return first, None
        end = reader.local(self.end)
        return first, end.date() + timedelta(days=end.time() != time.min)


@dataclass(frozen=True, slots=True)
class Route:
    """From this instant on: the region, and those above it from which it reads, nearest first."""

    start: datetime
    codes: tuple[str, ...]


def stays_of(version: FactVersion, reader: Region) -> Stay:
    """The version as the reader would read it if nothing else were stated."""
    return Stay(*stored_validity(version).read_from(version.region, reader), version)


def timeline(layers: dict[str, list[Stay]], routes: Sequence[Route]) -> list[Stay]:
    """What holds when: as `facts.queries.resolve` answers at each moment, in their order.

    `layers` are the stays of each region by their start; `routes` by theirs. The nearest region
    with a value wins, unless one above it overrides.
    """
    bounds = {route.start for route in routes}
    for stays in layers.values():
        bounds |= {one.start for one in stays} | {one.end for one in stays if one.end}
    moments: list[datetime | None] = [*sorted(bounds), None]
    starts = {code: [one.start for one in stays] for code, stays in layers.items()}
    found: list[Stay] = []
    for start, end in pairwise(moments):
        assert start is not None  # noqa: S101 only the last one is open
        route = routes[bisect_right(routes, start, key=lambda one: one.start) - 1]
        version = _chosen(route, layers, starts, start)
        if version is None:
            continue
        if found and found[-1].version is version and found[-1].end == start:
            found[-1] = Stay(found[-1].start, end, version)
        else:
            found.append(Stay(start, end, version))
    return found


def _chosen(
    route: Route, layers: dict[str, list[Stay]], starts: dict[str, list[datetime]], at: datetime
) -> FactVersion | None:
    chosen: FactVersion | None = None
    for code in route.codes:
        position = bisect_right(starts.get(code, []), at) - 1
        if position < 0:
            continue
        stay = layers[code][position]
        holds = stay.end is None or at < stay.end
        if holds and (chosen is None or stay.version.overriding):
            chosen = stay.version
    return chosen
