"""Months, years and parts of them: "September 2021", "akhir Oktober", "triwulan III 2021"."""

from datetime import date

from selaras.language.reading.cursor import Cursor
from selaras.language.reading.moments.pieces import Piece
from selaras.language.reading.moments.relative import unit_shift, unit_span
from selaras.language.reading.moments.settling import Days, month_span, third, year_span
from selaras.language.reading.moments.vocabulary import (
    COUNTED,
    FULL_MONTHS,
    MONTH_NUMBERS,
    NAMED_AFTER,
    PARTS,
    WEEKS,
    YEAR_AFTER,
    YEAR_PERHAPS_AFTER,
)
from selaras.language.reading.moments.written import (
    FIRST_YEAR,
    USUAL_YEARS,
    piece,
    shift_at,
    toward_at,
    year_after,
    year_shift_at,
)

_MONTH_AFTER = YEAR_AFTER | YEAR_PERHAPS_AFTER | {"bulan", "dalam", "memasuki", "menjelang"}
_FRACTIONS = {"semester": 2, "triwulan": 4, "kuartal": 4, "caturwulan": 3}
_ORDINALS = {
    word: number
    for number, words in enumerate(
        ("1 i pertama satu", "2 ii kedua dua", "3 iii ketiga tiga", "4 iv keempat empat"), start=1
    )
    for word in words.split()
}
_WEEK_PARTS = {"awal": (0, 1), "pertengahan": (2, 3), "akhir": (5, 6)}

FRACTION_WORDS = frozenset(_FRACTIONS)


def month(cursor: Cursor, index: int, *, bare: bool = False) -> Piece | None:
    """ "September 2021", "September lalu"; alone where `bare` or its preposition allows it."""
    number = MONTH_NUMBERS.get(cursor.word(index))
    if number is None or _in_name(cursor, index):
        return None
    year, after = year_after(cursor, index + 1)
    if year is not None:
        return piece(cursor, index, after, month=number, year=year)
    if cursor.word(index) not in FULL_MONTHS:
        return None
    if shift := year_shift_at(cursor, after):
        return piece(cursor, index, shift[1], month=number, shift=shift[0])
    toward, after = toward_at(cursor, after)
    begins = cursor.raw(after) == "-" or cursor.word(after) in ("hingga", "sampai")
    named = bare or toward or (cursor.word(index - 1) in _MONTH_AFTER and not cursor.gap(index))
    if not (named or begins):
        return None
    return piece(cursor, index, after, month=number, toward=toward, loose=not named)


def month_or_unit(cursor: Cursor, index: int, today: date) -> Piece | None:
    """What follows "bulan": "bulan September", "bulan lalu"."""
    if not cursor.gap(index + 1) and (found := month(cursor, index + 1, bare=True)):
        return found
    return unit_shift(cursor, index, today)


def year_or_unit(cursor: Cursor, index: int, today: date) -> Piece | None:
    """What follows "tahun", unless a number before makes it a law's year or an age."""
    if cursor.is_number(index - 1) and not cursor.gap(index):
        return None
    after = index + 2 if cursor.beside(index + 1, "anggaran") else index + 1
    return year(cursor, after) or unit_shift(cursor, index, today)


def year(cursor: Cursor, index: int, *, expected: bool = False) -> Piece | None:
    """A year alone behind a word that makes it one, or where a period `expected` it."""
    number = cursor.digits(index, 4, 4)
    if number is None or not (expected or cursor.stands_free(index)):
        return None
    before = "" if cursor.gap(index) else cursor.word(index - 1)
    if before in ("tahun", "th") and cursor.is_number(index - 2) and not cursor.gap(index - 1):
        return None
    sure = before in YEAR_AFTER or before == "anggaran" or cursor.is_bracketed(index)
    if number not in USUAL_YEARS and not (before in ("tahun", "th") and number >= FIRST_YEAR):
        return None
    trail = cursor.after(cursor.tokens[index].end, 3)
    if trail[:3] == "-an" or trail[:1] == "/" or (trail[:1].isalnum()):
        return None
    if sure or ((expected or before in YEAR_PERHAPS_AFTER) and not _counts(cursor, index)):
        return piece(cursor, index, index + 1, year=number)
    return None


def part(cursor: Cursor, index: int, today: date) -> Piece | None:
    """ "awal Oktober 2021", "akhir tahun", "pertengahan 2022", "akhir bulan depan"."""
    which = PARTS[cursor.word(index)]
    if cursor.gap(index + 1):
        return None
    word = cursor.word(index + 1)
    if word in WEEKS:
        return _part_of_week(cursor, index, today)
    if word not in ("bulan", "tahun"):
        found = month(cursor, index + 1, bare=True) or year(cursor, index + 1)
    elif word == "bulan":
        found = month_or_unit(cursor, index + 1, today)
    else:
        found = year_or_unit(cursor, index + 1, today)
    if found is None and word in ("bulan", "tahun"):
        days = month_span(today, 0) if word == "bulan" else year_span(today.year)
        return piece(cursor, index, index + 2, days=third(days, which), coarse=True)
    if found is None:
        return None
    days_known: Days | None = found.days and third(found.days, which)
    return piece(
        cursor, index, found.tail, month=found.month, year=found.year, part=which,
        days=days_known, toward=found.toward, shift=found.shift,
    )  # fmt: skip


def fraction(cursor: Cursor, index: int, today: date) -> Piece | None:
    """ "semester I 2021", "triwulan ketiga tahun ini", "kuartal IV/2021"."""
    share = _FRACTIONS[cursor.word(index)]
    number = _ordinal(cursor, index + 1)
    if not 1 <= number <= share or cursor.raw(index + 1) not in (" ", "-"):
        return None
    after = index + 2
    if cursor.beside(after, "tahun"):
        shift = shift_at(cursor, after + 1)
        found = cursor.digits(after + 1, 4, 4)
        whole, after = (today.year + shift[0], shift[1]) if shift else (found, after + 2)
    else:
        whole = cursor.digits(after, 4, 4) if cursor.gap(after) in ("", "/") else None
        after += 1
    if whole not in USUAL_YEARS or whole is None:
        return None
    months = 12 // share
    first, last = months * (number - 1) + 1, months * number
    days = (date(whole, first, 1), month_span(date(whole, last, 1), 0)[1])
    return piece(cursor, index, after, days=days, coarse=True)


def _ordinal(cursor: Cursor, index: int) -> int:
    """From what is written: to a token "iii" is a lengthened "i"."""
    if not 0 <= index < cursor.size:
        return 0
    token = cursor.tokens[index]
    return _ORDINALS.get(cursor.lower[token.start : token.end], 0)


def _part_of_week(cursor: Cursor, index: int, today: date) -> Piece | None:
    shift = shift_at(cursor, index + 2)
    which = _WEEK_PARTS.get(cursor.word(index))
    if shift is None or which is None:
        return None
    week = unit_span("pekan", today, shift[0])
    if week is None:
        return None
    first, last = (date.fromordinal(week[0].toordinal() + step) for step in which)
    return piece(cursor, index, shift[1], days=(first, last))


def _counts(cursor: Cursor, index: int) -> bool:
    return cursor.word(index + 1) in COUNTED and not cursor.gap(index + 1)


def _in_name(cursor: Cursor, index: int) -> bool:
    """Whether "Agustus" stands in "Jalan 17 Agustus" or "Universitas Sebelas Maret"."""
    before = index - 2 if cursor.is_number(index - 1) else index - 1
    return cursor.word(index - 1) == "sebelas" or cursor.word(before) in NAMED_AFTER
