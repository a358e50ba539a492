"""Dates as they are written in Indonesian, with the names of months and weekdays.

Years are read with four digits, from 1000 to 9999; what is formatted in that span can be read.
"""

import calendar
import re
from datetime import date
from difflib import get_close_matches

from selaras.language.errors import DateError, tidied

MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
SHORT_MONTHS = tuple(name[:3] for name in MONTHS)
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")

_FIRST_YEAR = 1000
MONTH_NUMBERS = {
    name.lower(): number
    for names in (MONTHS, SHORT_MONTHS)
    for number, name in enumerate(names, start=1)
} | {"sept": 9, "agt": 8, "ags": 8, "agust": 8}
_WEEKDAY_NUMBERS = {name.lower(): number for number, name in enumerate(WEEKDAYS)} | {
    "jum'at": 4,
    "ahad": 6,
}

_WEEKDAY_AND_DATE = re.compile(r"(?P<weekday>[A-Za-z'’]+)(?:, ?| )(?P<date>[0-9].*)")
_SHAPES = (
    re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})"),
    re.compile(
        r"(?P<day>[0-9]{1,2})(?P<mark>[/.-])(?P<month>[0-9]{1,2})(?P=mark)(?P<year>[0-9]{4})"
    ),
    re.compile(r"(?P<day>[0-9]{1,2}) (?P<month>[A-Za-z]+)\.? (?P<year>[0-9]{4})"),
)
_WITHOUT_FULL_YEAR = re.compile(r"[0-9]{1,2}(?: [A-Za-z]+\.?|[/.-][0-9]{1,2})([ /.-][0-9]{2})?")


def parse_date(text: str) -> date:
    """The date that the text says, in any of the usual spellings and letter cases.

    "2021-09-21", "21 September 2021", "21 Sept 2021", "21/9/2021", "21-09-2021", "21.9.2021",
    each also after a weekday ("Selasa, 21 September 2021"), which must fit the date.
    Raises DateError.
    """
    tidy = tidied(text, DateError, example="21 September 2021")
    weekday = _WEEKDAY_AND_DATE.fullmatch(tidy)
    body = weekday["date"] if weekday else tidy
    for shape in _SHAPES:
        if match := shape.fullmatch(body):
            found = _existing_date(tidy, match["day"], match["month"], match["year"])
            break
    else:
        raise _unreadable(tidy, body)
    if weekday:
        _require_weekday(tidy, weekday["weekday"], found)
    return found


def format_date(value: date) -> str:
    """Like "21 September 2021"."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def format_date_short(value: date) -> str:
    """Like "21 Sep 2021"."""
    return f"{value.day} {SHORT_MONTHS[value.month - 1]} {value.year}"


def format_weekday_date(value: date) -> str:
    """Like "Selasa, 21 September 2021"."""
    return f"{WEEKDAYS[value.weekday()]}, {format_date(value)}"


def _existing_date(text: str, day: str, month: str, year: str) -> date:
    number = int(month) if month.isdigit() else _month_number(text, month)
    if not 1 <= number <= len(MONTHS):
        remedy = 'Urutannya tanggal, bulan, lalu tahun, misalnya "21/9/2021".'
        raise DateError(text, f"Bulan ke-{number} tidak ada.", remedy)
    if int(year) < _FIRST_YEAR:
        raise DateError(text, f"Tahun {year} tidak dapat dibaca.", "Periksa tahunnya.")
    last = calendar.monthrange(int(year), number)[1]
    if not 1 <= int(day) <= last:
        named = f"{MONTHS[number - 1]} {year}"
        until = "hanya sampai" if int(day) else "mulai dari tanggal 1 sampai"
        problem = f"Tanggal {int(day)} {named} tidak ada."
        raise DateError(text, problem, f"{named} {until} tanggal {last}.")
    return date(int(year), number, int(day))


def _month_number(text: str, word: str) -> int:
    number = MONTH_NUMBERS.get(word.lower())
    if number is None:
        raise DateError(text, f'"{word}" bukan nama bulan.', _nearest(word, MONTHS))
    return number


def _require_weekday(text: str, word: str, found: date) -> None:
    number = _WEEKDAY_NUMBERS.get(word.lower().replace("’", "'"))
    if number is None:
        raise DateError(text, f'"{word}" bukan nama hari.', _nearest(word, WEEKDAYS))
    if number != found.weekday():
        problem = f"{format_date(found)} bukan hari {WEEKDAYS[number]}."
        remedy = f"Hari itu {WEEKDAYS[found.weekday()]}; perbaiki nama hari atau tanggalnya."
        raise DateError(text, problem, remedy)


def _nearest(word: str, names: tuple[str, ...]) -> str:
    near = get_close_matches(word.capitalize(), names, n=1)
    return f"Mungkin maksud Anda {near[0]}?" if near else f"Tulis salah satu: {', '.join(names)}."


def _unreadable(text: str, body: str) -> DateError:
    problem = f'"{text}" tidak dapat dibaca sebagai tanggal.'
    if _WITHOUT_FULL_YEAR.fullmatch(body):
        problem = f'Tahun dalam "{text}" tidak ada atau tidak lengkap.'
        return DateError(text, problem, 'Tulis tahun dengan empat angka, misalnya "2021".')
    return DateError(text, problem, 'Tulis misalnya "21 September 2021" atau "2021-09-21".')
