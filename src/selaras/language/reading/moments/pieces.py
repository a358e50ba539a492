"""One end of a period, or a date alone, as far as it was written."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Piece:
    """`head` is its first token, with "tanggal" or "hari"; `tail` the token after its last.

    `part` is the third of a month or year: 1 to 3, or 0 for the whole. `days` are known at once
    where they depend on nothing but the reference day. `toward` is -1 for "lalu", 1 for
    "mendatang". `shift` says the week of a weekday, the month of a day or the year of a date,
    counted from the reference day's: 1 for "Senin pekan depan", "tanggal 5 bulan depan" and
    "5 Mei tahun depan". `tied` where the number stands behind "tanggal" or a weekday, so that it
    is a day even without its month; `loose` where "14/9" or "Mei" is only a date if the other end
    of a period is one.
    """

    head: int
    tail: int
    start: int
    end: int
    day: int | None = None
    month: int | None = None
    year: int | None = None
    part: int = 0
    weekday: int | None = None
    days: tuple[date, date] | None = None
    coarse: bool = False
    toward: int = 0
    shift: int | None = None
    tied: bool = False
    loose: bool = False

    @property
    def only_weekday(self) -> bool:
        return self.weekday is not None and self.day is None and self.days is None

    @property
    def only_day(self) -> bool:
        return self.day is not None and self.month is None

    @property
    def wants_year(self) -> bool:
        """Whether the year is left open: neither written nor reckoned from the reference day."""
        return self.year is None and self.days is None and self.shift is None and bool(self.month)
