"""Days with a word before their number: "Selasa, 21 September", "besok (21/9)", "tanggal 20"."""

from dataclasses import replace
from datetime import date

from selaras.language.reading.cursor import Cursor
from selaras.language.reading.moments.pieces import Piece
from selaras.language.reading.moments.relative import near_day, unit_shift
from selaras.language.reading.moments.vocabulary import (
    DAYPARTS,
    NAMED_WEEKDAY_AFTER,
    NAMED_WEEKDAY_BEFORE,
    RECURRING,
    TOWARD,
    WEEKDAY_NUMBERS,
    WEEKS,
)
from selaras.language.reading.moments.written import LAST_DAY, piece, shift_at, written_day

_BETWEEN = frozenset({"", ",", "(", "/", ":", ", ("})
_PREPOSITIONS = frozenset({"pada", "sejak", "mulai", "hingga", "sampai", "hari", "sebelum"})


def dated(cursor: Cursor, index: int, *, tied: bool = True) -> Piece | None:
    """The day behind "tanggal" or a weekday; where `tied` also its number alone."""
    found = written_day(cursor, index, tied=True)
    if found or not tied:
        return found
    day = cursor.digits(index, 1, 2)
    if day is None or not 1 <= day <= LAST_DAY or cursor.word(index + 1) in RECURRING:
        return None
    return piece(cursor, index, index + 1, day=day, tied=True)


def after_tanggal(cursor: Cursor, index: int) -> Piece | None:
    """ "tanggal 20", "tgl. 5 okt", but not "setiap tanggal 20"."""
    if cursor.gap(index + 1) not in ("", ".", ":", "("):
        return None
    if cursor.word(index - 1) in RECURRING and cursor.word(index - 1) != "per":
        return None
    found = dated(cursor, index + 1)
    return found and replace(found, head=index)


def with_weekday(cursor: Cursor, index: int, *, ends: bool = False) -> Piece | None:
    """ "Selasa (21/9/2021)", or a weekday alone: "hari Senin", "Senin pekan depan".

    Alone it must not recur, unless it `ends` a period, which then tells.
    """
    at = index + 1 if cursor.word(index) == "hari" and not cursor.gap(index + 1) else index
    number = WEEKDAY_NUMBERS.get(cursor.word(at))
    if number is None:
        return None
    after, toward, shift = _behind_weekday(cursor, at + 1)
    start = cursor.tokens[at].start
    if found := _date_behind(cursor, after, tied=True):
        return replace(found, head=index, start=start, weekday=number)
    if _is_no_day(cursor, at, after) or (not ends and _is_listed(cursor, at, after)):
        return None
    alone = piece(cursor, index, after, weekday=number, toward=toward, shift=shift)
    return replace(alone, start=start)


def weekdays_with_dates(cursor: Cursor, index: int) -> tuple[Piece, int] | None:
    """The first of "Sabtu–Minggu (18–19/9)" and the weekday of the second, which comes after it."""
    first = WEEKDAY_NUMBERS.get(cursor.word(index))
    if first is None:
        return None
    second = WEEKDAY_NUMBERS.get(cursor.word(index + 1))
    if second is None or cursor.gap(index + 1) != "-":
        return None
    found = _date_behind(cursor, index + 2, tied=True)
    if found is None:
        return None
    return replace(found, head=index, start=cursor.tokens[index].start, weekday=first), second


def with_nearness(cursor: Cursor, index: int, today: date) -> Piece | None:
    """ "besok", "pekan lalu", "kemarin (20/9)": a date that follows is what counts."""
    word = cursor.word(index)
    found = unit_shift(cursor, index, today) if word in WEEKS else near_day(cursor, index, today)
    if found is None:
        return None
    behind = _date_behind(cursor, found.tail, tied=False)
    if behind is None or (behind.loose and cursor.gap(found.tail) != "("):
        return found
    if behind.only_day:
        return replace(found, tail=behind.tail, end=behind.end)
    return replace(behind, head=index, start=found.start, loose=False)


def _date_behind(cursor: Cursor, index: int, *, tied: bool) -> Piece | None:
    gap = cursor.gap(index)
    if gap not in _BETWEEN:
        return None
    if cursor.word(index) == "tanggal" and cursor.gap(index + 1) in ("", ".", ":"):
        found = dated(cursor, index + 1, tied=True)
    else:
        found = dated(cursor, index, tied=tied)
    if found and "(" in gap and cursor.after(found.end) == ")":
        return replace(found, end=found.end + 1)
    return found


def _behind_weekday(cursor: Cursor, index: int) -> tuple[int, int, int | None]:
    """Past "pagi", "lalu", "pekan depan": the token after them, and where they point."""
    after, toward, shift = index, 0, None
    if cursor.word(after) in DAYPARTS and not cursor.gap(after):
        after += 1
    if cursor.word(after) in WEEKS and not cursor.gap(after):
        if found := shift_at(cursor, after + 1):
            shift, after = found
    elif not cursor.gap(after) and cursor.word(after) in TOWARD:
        toward, after = TOWARD[cursor.word(after)], after + 1
    elif found := shift_at(cursor, after):
        toward, after = found
    if cursor.word(after) in DAYPARTS and not cursor.gap(after):
        after += 1
    return after, toward, shift


def _is_no_day(cursor: Cursor, index: int, after: int) -> bool:
    """Whether a weekday without a date is that of each week, part of a name, or a week."""
    before = index - 2 if cursor.word(index - 1) == "hari" else index - 1
    if cursor.word(before) in RECURRING or cursor.word(before) in NAMED_WEEKDAY_AFTER:
        return True
    if cursor.word(after) in NAMED_WEEKDAY_BEFORE and not cursor.gap(after):
        return True
    return cursor.word(index) == "minggu" and not _is_sunday(cursor, index)


def _is_listed(cursor: Cursor, index: int, after: int) -> bool:
    """Whether other weekdays stand beside it: "Senin, Rabu, dan Jumat" recurs."""
    if after != index + 1:
        return False
    follows = after + 1 if cursor.word(after) in ("dan", "serta", "atau") else after
    precedes = index - 2 if cursor.word(index - 1) in ("dan", "serta", "atau") else index - 1
    return any(
        cursor.word(other) in WEEKDAY_NUMBERS and cursor.gap(max(index, other)) in ("", ",")
        for other in (follows, precedes)
    )


def _is_sunday(cursor: Cursor, index: int) -> bool:
    written = cursor.text[cursor.tokens[index].start : cursor.tokens[index].start + 2]
    before = cursor.word(index - 1)
    if before == "hari" or cursor.word(index + 1) in DAYPARTS | {"pekan"}:
        return True
    return before in _PREPOSITIONS and written[:1].isupper() and not written.isupper()
