"""Days written with their number: "21 September 2021", "21/9/2021", "2021-09-21", "21 Sept"."""

from dataclasses import replace

from selaras.language.reading.cursor import Cursor
from selaras.language.reading.moments.pieces import Piece
from selaras.language.reading.moments.vocabulary import (
    COUNTED,
    DOCUMENTS,
    FULL_MONTHS,
    MONTH_NUMBERS,
    NAMED_AFTER,
    NUMBERED,
    SHIFTS,
    TOWARD,
)

FIRST_YEAR = 1000
USUAL_YEARS = range(1900, 2101)
LAST_DAY = 31
_YEAR_DIGITS = 4
_DOTTED = 3
_SHORT = 2
_MARKS = ("/", "-")
_CENTURY = 2000
_GOING_ON = frozenset({"hingga", "sampai", "sd", "s", "dan"})


def written_day(cursor: Cursor, index: int, *, tied: bool = False) -> Piece | None:
    """The day that begins with the number there; `tied` behind a weekday or "tanggal"."""
    if not cursor.is_number(index):
        return None
    return numeric(cursor, index, tied=tied) or day_and_month(cursor, index, tied=tied)


def numeric(cursor: Cursor, index: int, *, tied: bool = False) -> Piece | None:
    """ "21/9/2021", "21-09-2021", "21.9.2021", "2021-09-21", "21/9/21"; "21/9" is loose."""
    written = cursor.tokens[index].word
    if not written.isdigit():
        return _dotted(cursor, index, tied=tied)
    mark = cursor.gap(index + 1)
    middle = cursor.digits(index + 1, 1, 2)
    if mark not in _MARKS or (mark == "-" and cursor.raw(index + 1) != "-") or middle is None:
        return None
    if len(written) > _YEAR_DIGITS or not (tied or _numbers_a_day(cursor, index, DOCUMENTS)):
        return None
    if cursor.gap(index + 2) == mark:
        return _threefold(cursor, index, middle, short=tied or mark == "/")
    if mark == "-" or len(written) > _SHORT:
        return None
    found = _numeric(cursor, index, index + 1, int(written), middle, None)
    return found and replace(found, tied=tied, loose=not tied)


def day_and_month(cursor: Cursor, index: int, *, tied: bool = False) -> Piece | None:
    """ "21 September 2021", "21 Sept", "21-Sep-2021", "5 bulan depan" only if tied."""
    day = cursor.digits(index, 1, 2)
    if day is None or not 1 <= day <= LAST_DAY:
        return None
    at = index + 1
    if tied and cursor.beside(at, "bulan"):
        if shift := shift_at(cursor, at + 1):
            return piece(cursor, index, shift[1], day=day, shift=shift[0], tied=True)
        at += 1
    month = MONTH_NUMBERS.get(cursor.word(at))
    if month is None or cursor.raw(at) not in ("", " ", ".", "-", "/"):
        return None
    if not (tied or _numbers_a_day(cursor, index, NUMBERED | NAMED_AFTER)):
        return None
    year, after = year_after(cursor, at + 1)
    shift, toward = None, 0
    if year is None:
        shift = year_shift_at(cursor, at + 1)
        toward, after = (0, shift[1]) if shift else toward_at(cursor, at + 1)
    return piece(
        cursor, index, after, day=day, month=month, year=year, toward=toward,
        shift=shift[0] if shift else None,
    )  # fmt: skip


def year_after(cursor: Cursor, index: int) -> tuple[int | None, int]:
    """The year that stands there behind a month, and the token after it."""
    if cursor.beside(index, "tahun"):
        if (year := cursor.digits(index + 1, 4, 4)) and not cursor.gap(index + 1):
            return year, index + 2
        return None, index
    short = cursor.word(index - 1) not in FULL_MONTHS
    gap = cursor.raw(index)
    if gap in ("", " ", "-", "/") or (short and gap in (". ", ".")):
        year = cursor.digits(index, 4, 4)
        if year and _is_year(cursor, index, year):
            return year, index + 1
    if gap == " '" and (year := cursor.digits(index, 2, 2)) is not None:
        return _CENTURY + year, index + 1
    return None, index


def _is_year(cursor: Cursor, index: int, year: int) -> bool:
    if year in USUAL_YEARS:
        return cursor.after(cursor.tokens[index].end, 3) != "-an"
    counts = cursor.word(index + 1) in COUNTED and not cursor.gap(index + 1)
    return year >= FIRST_YEAR and not counts


def shift_at(cursor: Cursor, index: int) -> tuple[int, int] | None:
    """How many units "ini", "lalu", "yang lalu", "depan", "yang akan datang" go; the next token."""
    if cursor.gap(index):
        return None
    word = cursor.word(index)
    if word == "yang" and not cursor.gap(index + 1):
        if cursor.word(index + 1) in ("lalu", "silam"):
            return -1, index + 2
        if cursor.word(index + 1) == "akan" and cursor.beside(index + 2, "datang"):
            return 1, index + 3
        return None
    return (SHIFTS[word], index + 1) if word in SHIFTS else None


def year_shift_at(cursor: Cursor, index: int) -> tuple[int, int] | None:
    """ "tahun lalu" and the like behind a month."""
    return shift_at(cursor, index + 1) if cursor.beside(index, "tahun") else None


def toward_at(cursor: Cursor, index: int) -> tuple[int, int]:
    """Which way "lalu", "mendatang" and the like behind a date point, and the token after it.

    "lalu" before another word may also mean "then", so there it is no part of the date.
    """
    if cursor.beside(index, "yang") and (shift := shift_at(cursor, index)):
        return shift[0], shift[1]
    toward = 0 if cursor.gap(index) else TOWARD.get(cursor.word(index), 0)
    is_last = cursor.raw(index + 1) != " " or cursor.word(index + 1) in _GOING_ON
    if toward and (toward > 0 or is_last):
        return toward, index + 1
    return 0, index


def piece(cursor: Cursor, index: int, after: int, **fields: object) -> Piece:
    """The piece from that token to before `after`."""
    start, end = cursor.tokens[index].start, cursor.tokens[after - 1].end
    return Piece(index, after, start, end, **fields)  # type: ignore[arg-type]


def _numbers_a_day(cursor: Cursor, index: int, otherwise: frozenset[str]) -> bool:
    if not cursor.stands_free(index):
        return False
    return cursor.word(index - 1) not in otherwise or cursor.gap(index) not in ("", ".", ":")


def _threefold(cursor: Cursor, index: int, middle: int, *, short: bool) -> Piece | None:
    """ "21/9/2021" or "2021-09-21"; also "21/9/21" if `short` years are taken."""
    written = cursor.tokens[index].word
    if len(written) == _YEAR_DIGITS:
        last = cursor.digits(index + 2, 1, 2)
        return _numeric(cursor, index, index + 2, last or 0, middle, int(written))
    year = _numeric_year(cursor, index + 2, short=short)
    if year is None or len(written) > _SHORT:
        return None
    return _numeric(cursor, index, index + 2, int(written), middle, year)


def _numeric_year(cursor: Cursor, index: int, *, short: bool) -> int | None:
    if (year := cursor.digits(index, 4, 4)) is not None:
        return year
    year = cursor.digits(index, 2, 2) if short else None
    return None if year is None else _CENTURY + year


def _numeric(
    cursor: Cursor, index: int, last: int, day: int, month: int, year: int | None
) -> Piece | None:
    if not (1 <= day <= LAST_DAY and 1 <= month <= len("JFMAMJJASOND")):
        return None
    if year is not None and year < FIRST_YEAR:
        return None
    mark = cursor.gap(last) if last > index else "."
    trail = cursor.after(cursor.tokens[last].end, 2)
    if trail[:1].isalnum() and not (trail[0] == "t" and trail[1:].isdigit()):
        return None
    if trail[:1] == mark and trail[1:].isalnum():
        return None
    return piece(cursor, index, last + 1, day=day, month=month, year=year)


def _dotted(cursor: Cursor, index: int, *, tied: bool) -> Piece | None:
    written = cursor.tokens[index].word
    parts = written.split(".") if len(written) <= len("21.09.2021") else []
    if len(parts) != _DOTTED or not all(part.isdigit() for part in parts):
        return None
    lengths = [len(part) for part in parts]
    if max(lengths[:2]) > _SHORT or lengths[2] not in (_YEAR_DIGITS, _SHORT if tied else 0):
        return None
    year = int(parts[2]) if len(parts[2]) == _YEAR_DIGITS else _CENTURY + int(parts[2])
    if not (tied or _numbers_a_day(cursor, index, DOCUMENTS)):
        return None
    return _numeric(cursor, index, index, int(parts[0]), int(parts[1]), year)
