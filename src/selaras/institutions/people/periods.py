"""Periods of days, `[start, end)`; no end is for good."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from selaras.language.dates import format_date

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, order=True)
class Period:
    """From `start` to the day before `end`. Raises ValueError where no day is in it."""

    start: date
    end: date | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end <= self.start:
            raise ValueError(f"no day in {self.start} to {self.end}")

    def holds(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day < self.end)

    def overlaps(self, other: "Period") -> bool:
        begins = self.end is None or other.start < self.end
        return begins and (other.end is None or self.start < other.end)

    def without(self, taken: Iterable["Period"]) -> list["Period"]:
        """What is left of this period where the others are not; in order."""
        free: list[Period] = []
        start: date | None = self.start
        for other in sorted((one for one in taken if self.overlaps(one)), key=_begin):
            if start is not None and start < other.start:
                free.append(Period(start, other.start))
            start = None if start is None or other.end is None else max(start, other.end)
        if start is not None and (self.end is None or start < self.end):
            free.append(Period(start, self.end))
        return free

    def __str__(self) -> str:
        """Like "1 November 2026 – 31 Desember 2026", with its last day."""
        begin = format_date(self.start)
        if self.end is None:
            return f"sejak {begin}, tanpa batas"
        last = self.end - ONE_DAY
        return begin if last == self.start else f"{begin} – {format_date(last)}"


def _begin(period: Period) -> date:
    return period.start
