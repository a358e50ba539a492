"""What is found of dates and periods: its place, its days, how it was said."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Said(StrEnum):
    """How much of a date was written; of two halves of a period, the vaguer counts."""

    FULL = "full"  # day, month, year
    NO_YEAR = "no_year"  # "21 September", "Jumat (5/11)": the year that fits the reference day
    RELATIVE = "relative"  # "besok", "kemarin", "pekan lalu", "dua hari lagi", "Senin"
    COARSE = "coarse"  # a month, a year, "awal Oktober 2021", "akhir tahun", "sepanjang 2022"


class Role(StrEnum):
    """What the words before it make of it."""

    ON = "on"  # pada, tanggal, Senin (20/9)
    FROM = "from"  # mulai, sejak, per, terhitung, berlaku (mulai)
    UNTIL = "until"  # sampai, hingga, s.d., berakhir (pada), ditutup, paling lambat
    WITHIN = "within"  # a period with both ends written: 14–20 September 2021
    BEFORE = "before"  # sebelum, menjelang
    AFTER = "after"  # setelah, usai


@dataclass(frozen=True, slots=True)
class Moment:
    """A date or a period of days: its place in the folded text, and which days it means.

    `first` and `last` are both inclusive. `start` and `end` span the date with a weekday before it
    ("Selasa (21/9/2021)"), without "tanggal". For a period written with both ends (`WITHIN`) they
    span both, and `halves` holds the two dates apart, each with its own place and `FROM` or
    `UNTIL` as its role. `outset` is where its preposition begins, or "tanggal", else `start`.
    `weekday_fits` is False where a written weekday is another day's.
    """

    start: int
    end: int
    outset: int
    first: date
    last: date
    said: Said
    role: Role
    halves: "tuple[Moment, Moment] | None" = None
    weekday_fits: bool = True
