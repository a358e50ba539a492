"""Periods of whole days: "14–20 September 2021", with an en dash and no spaces around it."""

import re
from dataclasses import dataclass
from datetime import date

from selaras.language.dates import MONTHS, format_date, parse_date
from selaras.language.errors import DateError, PeriodError, tidied

# What stands between the two ends of a span, of days here and of hours in `times`. A hyphen
# without spaces is left to the caller, for it also stands inside "21-09-2021".
BETWEEN = r" ?[–—] ?| (?:-|hingga|sampai dengan|sampai|s\.d\.?|s/d|sd) "

_BETWEEN = re.compile(BETWEEN, re.IGNORECASE)
_ISO_PERIOD = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2}) ?/ ?([0-9]{4}-[0-9]{2}-[0-9]{2})")
_DAY_ALONE = re.compile(r"(?:[^0-9]+ )?[0-9]{1,2}")
_DAY_AND_MONTH = re.compile(r"(?:[^0-9]+ )?[0-9]{1,2} [A-Za-z]+\.?")
_ENDS = 2


@dataclass(frozen=True, slots=True)
class DatePeriod:
    """The days from `start` to `end`, both included. Raises PeriodError if `end` is earlier."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise PeriodError(
                f"{self.start}/{self.end}",
                f"{format_date(self.end)} mendahului {format_date(self.start)}.",
                "Tanggal terakhir harus sama dengan atau sesudah tanggal pertama.",
            )


def parse_period(text: str) -> DatePeriod:
    """The period that the text says: two dates in any spelling of `parse_date`, or one alone.

    Between them an en dash, a hyphen, "hingga", "sampai", "sampai dengan", "s.d." or "s/d";
    between ISO dates also "/". The first date may leave out the month and year, or the year,
    that it shares with the last. Raises PeriodError.
    """
    tidy = tidied(text, PeriodError, example="14–20 September 2021")
    first, last = _ends(tidy)
    try:
        end = parse_date(last)
        full = _completed(first, end)
        return DatePeriod(parse_date(full), end)
    except DateError as error:
        raise PeriodError(tidy, error.problem, error.remedy) from None
    except PeriodError as error:
        remedy = error.remedy if full == first else "Tulis juga bulan dan tahun tanggal pertama."
        raise PeriodError(tidy, error.problem, remedy) from None


def format_period(period: DatePeriod) -> str:
    """The shortest full spelling: what both ends share is written once."""
    start, end = period.start, period.end
    if start == end:
        return format_date(end)
    if start.year != end.year:
        return f"{format_date(start)}–{format_date(end)}"
    if start.month != end.month:
        return f"{start.day} {MONTHS[start.month - 1]}–{format_date(end)}"
    return f"{start.day}–{format_date(end)}"


def _ends(text: str) -> tuple[str, str]:
    iso = _ISO_PERIOD.fullmatch(text)
    if iso:
        return iso[1], iso[2]
    ends = _BETWEEN.split(text)
    if len(ends) == 1 and text.count("-") == 1:
        ends = text.split("-")
    if len(ends) > _ENDS:
        remedy = 'Tulis tanggal pertama dan terakhir saja, misalnya "14–20 September 2021".'
        raise PeriodError(text, f'"{text}" memuat lebih dari dua tanggal.', remedy)
    return ends[0].strip(), ends[-1].strip()


def _completed(first: str, end: date) -> str:
    if _DAY_ALONE.fullmatch(first):
        return f"{first} {MONTHS[end.month - 1]} {end.year}"
    if _DAY_AND_MONTH.fullmatch(first):
        return f"{first} {end.year}"
    return first
