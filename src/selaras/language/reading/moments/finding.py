"""Every date and period of a text in order: what is written, joined to periods, given its days."""

import re
from dataclasses import replace
from datetime import date, timedelta

from selaras.language.reading.cursor import Cursor
from selaras.language.reading.moments import labelled, written
from selaras.language.reading.moments.joining import may_begin, moment_of, period, second_half
from selaras.language.reading.moments.kinds import Moment, Role, Said
from selaras.language.reading.moments.opening import may_start, piece_at
from selaras.language.reading.moments.pieces import Piece
from selaras.language.reading.moments.roles import looks_ahead, role_before
from selaras.language.reading.moments.settling import said_of, settle
from selaras.language.reading.moments.vocabulary import FULL_MONTHS, WEEKDAY_NUMBERS
from selaras.language.reading.words import Reading

_PARTED = frozenset(FULL_MONTHS) | frozenset(WEEKDAY_NUMBERS)
_SENTENCE_END = re.compile(r"[.!?][\"')]*\s+[A-Z\"']|\n")
_SAME_SENTENCE = 300  # characters within which a month is still known
_ONE_MONTH = 31  # days
_MOST_LISTED = 6
_SINCE = ("sejak", "semenjak")
Found = tuple[list[Moment], int]


def find(reading: Reading, today: date) -> list[Moment]:
    """See `moments`."""
    cursor = Cursor(reading, _PARTED)
    found: list[Moment] = []
    passed = 0
    for index in range(cursor.size):
        if index < passed or not may_start(cursor, index):
            continue
        more, passed = _read(cursor, index, today, found[-1] if found else None)
        found += more
    return found


def _read(cursor: Cursor, index: int, today: date, previous: Moment | None) -> Found:
    """What begins at that token, and the token at which to go on."""
    pair = labelled.weekdays_with_dates(cursor, index)
    first = pair[0] if pair else piece_at(cursor, index, today)
    if first is None:
        return [], index + 1
    joined = _joined(cursor, first, today, pair and pair[1])
    if joined is not None:
        return joined
    if first.only_day and first.shift is None:
        return _day_alone(cursor, first, today, previous)
    if first.loose:
        return [], index + 1
    if first.day is not None and first.wants_year and not first.toward:
        first = _with_year_of_next(cursor, first)
    return _single(cursor, first, today), first.tail


def _joined(cursor: Cursor, first: Piece, today: date, weekday: int | None) -> Found | None:
    """The period that the piece begins, nothing where it only recurs, None where it stands alone.

    `weekday` is the second of "Sabtu–Minggu (18–19/9)".
    """
    halves = second_half(cursor, first, today)
    if halves is None:
        return None
    between, last = halves
    if weekday is not None:
        last = replace(last, weekday=weekday)
    if first.only_weekday and last.only_weekday and last.shift is None and not last.toward:
        return [], last.tail
    if not may_begin(cursor, first, last, between):
        return None
    if found := period(cursor, first, last, between, today):
        return [found], last.tail
    exists = not (first.only_day or first.loose) and settle(first, today)
    return ([], last.tail) if exists else None


def _single(cursor: Cursor, piece: Piece, today: date) -> list[Moment]:
    is_day = piece.day is not None
    role, outset, words = role_before(cursor, piece.head, is_day=is_day)
    ahead = looks_ahead(cursor, piece.head, words, role) if piece.only_weekday else False
    if piece.month and not is_day and not piece.toward and cursor.word(words) in _SINCE:
        piece = replace(piece, toward=-1)
    days = settle(piece, today, ahead=ahead)
    outset = min(outset, piece.start)
    return [moment_of(piece, outset, days, role, said_of(piece))] if days else []


def _day_alone(cursor: Cursor, first: Piece, today: date, previous: Moment | None) -> Found:
    """One of "20 dan 21 September", or "tanggal 20" if a month is known."""
    may_list = first.tied or cursor.word(first.head - 1) == "pada"
    if may_list and (listed := _listed(cursor, first, today)):
        return listed
    if not first.tied:
        return [], first.head + 1
    if first.weekday is not None and cursor.word(first.tail - 2) != "tanggal":
        return _weekday_before_number(cursor, first, today)
    if first.weekday is not None and (day := _day_on(first, today)):
        known = replace(first, month=day.month, year=day.year)
    elif previous is None or not _is_same_sentence(cursor, previous, first):
        return [], first.tail
    else:
        known = replace(first, month=previous.last.month, year=previous.last.year)
    role, outset, _ = role_before(cursor, first.head, is_day=True)
    days = settle(known, today)
    return ([moment_of(known, outset, days, role, Said.NO_YEAR)] if days else []), first.tail


def _day_on(first: Piece, today: date) -> date | None:
    """ "Jumat tanggal 17": the nearest day that is both, within a month and a half."""
    near = (today + timedelta(days=step) for step in sorted(range(-45, 46), key=abs))
    return next(
        (day for day in near if day.day == first.day and day.weekday() == first.weekday), None
    )


def _weekday_before_number(cursor: Cursor, first: Piece, today: date) -> Found:
    """ "Senin 20 orang": the weekday alone."""
    index = first.head + (cursor.word(first.head) == "hari")
    alone = written.piece(cursor, index, index + 1, weekday=first.weekday)
    return _single(cursor, replace(alone, head=first.head), today), first.tail


def _with_year_of_next(cursor: Cursor, first: Piece) -> Piece:
    """ "14 September dan 20 September 2021": both are of that year."""
    joined = cursor.word(first.tail) in ("dan", "atau", "serta") and not cursor.gap(first.tail)
    follows = written.written_day(cursor, first.tail + 1, tied=True) if joined else None
    return replace(first, year=follows.year) if follows and follows.month else first


def _is_same_sentence(cursor: Cursor, previous: Moment, piece: Piece) -> bool:
    if piece.start - previous.end > _SAME_SENTENCE:
        return False
    if (previous.last - previous.first).days > _ONE_MONTH and previous.role is not Role.WITHIN:
        return False
    return not _SENTENCE_END.search(cursor.text, previous.end, piece.start + 1)


def _listed(cursor: Cursor, first: Piece, today: date) -> Found | None:
    """ "20, 21, dan 22 September 2021": a moment for each day."""
    days = [first]
    index = first.tail
    for _ in range(_MOST_LISTED):
        joined = cursor.word(index) in ("dan", "serta", "atau") and cursor.gap(index) in ("", ",")
        at = index + 1 if joined else index
        if not joined and cursor.gap(index) != ",":
            return None
        last = written.written_day(cursor, at, tied=True)
        if last and last.month:
            pieces = [replace(day, month=last.month, year=last.year) for day in days]
            found = [one for each in (*pieces, last) for one in _single(cursor, each, today)]
            return found, last.tail
        number = cursor.digits(at, 1, 2)
        if number is None or joined:
            return None
        days.append(written.piece(cursor, at, at + 1, day=number))
        index = at + 1
    return None
