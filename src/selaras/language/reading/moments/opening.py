"""What begins at a token: a day, a weekday, a relative day, a month, a year, or a part of them."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from selaras.language.reading.cursor import Cursor
from selaras.language.reading.moments import coarse, labelled, relative, written
from selaras.language.reading.moments.pieces import Piece
from selaras.language.reading.moments.vocabulary import (
    MONTH_NUMBERS,
    PARTS,
    WEEKDAY_NUMBERS,
    WEEKS,
)

_LAST_DAY = 31
_YEAR_DIGITS = 4
_LONGEST_DATE = len("21.09.2021")
_DOTS = 2
_READERS: Mapping[str, Callable[[Cursor, int, date], Piece | None]] = {
    **dict.fromkeys(PARTS, coarse.part),
    **dict.fromkeys(relative.AGO_WORDS, relative.counted_units),
    **dict.fromkeys(coarse.FRACTION_WORDS, coarse.fraction),
    **dict.fromkeys(("tahun", "th"), coarse.year_or_unit),
    "bulan": coarse.month_or_unit,
}
_STARTS = (
    frozenset(MONTH_NUMBERS) | frozenset(WEEKDAY_NUMBERS) | relative.RELATIVE_WORDS
    | frozenset(_READERS) | WEEKS | {"hari", "tanggal"}
)  # fmt: skip
_AFTER_NUMBER = (
    frozenset(MONTH_NUMBERS) | frozenset(WEEKDAY_NUMBERS) | WEEKS
    | {"hari", "bulan", "tahun", "sampai", "hingga", "sd", "s", "dan", "serta", "atau", "tanggal"}
)  # fmt: skip


def may_start(cursor: Cursor, index: int) -> bool:
    """Whether a date may begin there; most words and numbers are dismissed here, cheaply."""
    token = cursor.tokens[index]
    if not token.number:
        return token.word in _STARTS
    length = len(token.word)
    if length > _YEAR_DIGITS or not token.word.isdigit():
        return token.word.count(".") == _DOTS and length <= _LONGEST_DATE
    if length == _YEAR_DIGITS or index + 1 == cursor.size:
        return length == _YEAR_DIGITS
    follows = cursor.tokens[index + 1]
    return follows.number or follows.word in _AFTER_NUMBER


def piece_at(cursor: Cursor, index: int, today: date, *, ends: bool = False) -> Piece | None:
    """The piece that begins there, if any; `ends` where it would be the second of a period.

    Days are not looked up in the calendar here: "31 September" is a piece.
    """
    word = cursor.word(index)
    if cursor.is_number(index):
        return _number_led(cursor, index, today, ends=ends)
    if word in WEEKS:
        sunday = labelled.with_weekday(cursor, index, ends=ends) if word == "minggu" else None
        return sunday or labelled.with_nearness(cursor, index, today)
    if word == "hari" or word in WEEKDAY_NUMBERS:
        found = labelled.with_weekday(cursor, index, ends=ends)
        if found or word != "hari":
            return found
    if word in relative.RELATIVE_WORDS:
        return labelled.with_nearness(cursor, index, today)
    return _word_led(cursor, index, today, ends=ends)


def _word_led(cursor: Cursor, index: int, today: date, *, ends: bool) -> Piece | None:
    word = cursor.word(index)
    if word == "tanggal":
        return labelled.after_tanggal(cursor, index)
    if reader := _READERS.get(word):
        return reader(cursor, index, today)
    return coarse.month(cursor, index, bare=ends)


def _number_led(cursor: Cursor, index: int, today: date, *, ends: bool) -> Piece | None:
    found = written.written_day(cursor, index, tied=ends)
    if found:
        return replace(found, loose=False) if ends else found
    if counted := relative.counted_units(cursor, index, today):
        return counted
    if year := coarse.year(cursor, index, expected=ends):
        return year
    day = cursor.digits(index, 1, 2)
    if ends or day is None or not 1 <= day <= _LAST_DAY or not cursor.stands_free(index):
        return None
    return written.piece(cursor, index, index + 1, day=day)
