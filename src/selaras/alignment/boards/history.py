"""Alignment over time: a line of the kept days, and the same in a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, Sum

from selaras.alignment.boards.counting import Counts
from selaras.alignment.boards.filters import BoardFilters
from selaras.alignment.boards.scope import Scope
from selaras.alignment.models import AlignmentDay

DAYS = 90
WIDTH, HEIGHT, TOP = 1000, 100, 6
STEP = 10  # the axis begins at a multiple of it, in percent
FIELDS = ("embedded", "aligned", "conflicting", "outdated", "premature", "justified")


@dataclass(frozen=True, slots=True)
class Day:
    day: date
    counts: Counts


@dataclass(frozen=True, slots=True)
class History:
    """`line` and `area` are paths of SVG, 1000 wide and 100 high, stretched to their room.

    They reach from `low` percent at the bottom to 100; empty for fewer than two days.
    """

    days: Sequence[Day]
    low: int = 0
    line: str = ""
    area: str = ""

    @property
    def newest_first(self) -> list[Day]:
        return list(reversed(self.days))


def history_of(scope: Scope, filters: BoardFilters, codes: Sequence[str], until: date) -> History:
    """The days on which anything was stated; one query. `codes` narrow it, if there are any."""
    shown = Q(scope.of(topic="topic", region="region"))
    if filters.topic:
        shown &= Q(topic__key=filters.topic)
    if filters.province:
        shown &= Q(region__in=codes)
    rows = AlignmentDay.objects.filter(shown, day__gt=until - timedelta(days=DAYS), day__lte=until)
    sums = rows.order_by("day").values_list("day").annotate(*map(Sum, FIELDS))
    days = [Day(day, Counts(*counts)) for day, *counts in sums]
    return _drawn([day for day in days if day.counts.total])


def _drawn(days: list[Day]) -> History:
    if len(days) < 2:  # noqa: PLR2004 a line has two ends
        return History(days)
    shares = [100 * one.counts.right / one.counts.total for one in days]
    low = min(int(min(shares)) // STEP * STEP, 100 - STEP)
    first, span = days[0].day, (days[-1].day - days[0].day).days
    points = [
        (
            round((one.day - first).days * WIDTH / span),
            TOP + round((100 - share) * (HEIGHT - TOP) / (100 - low)),
        )
        for one, share in zip(days, shares, strict=True)
    ]
    line = "M" + "L".join(f"{x} {y}" for x, y in points)
    return History(days, low, line, f"{line}V{HEIGHT}H0Z")
