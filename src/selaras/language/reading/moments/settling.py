"""Which days a piece means, seen from the reference day and from the other end of its period."""

import calendar
from dataclasses import replace
from datetime import date, timedelta

from selaras.language.reading.moments.kinds import Said
from selaras.language.reading.moments.pieces import Piece

Days = tuple[date, date]
_MONTHS = 12
_WEEK = 7
_LONGEST = 31
_OVER_NEW_YEAR = 200  # days of a period whose first half leaves out that its year is the last one
# First and last day, or month, of the thirds of a month and a year.
_DAY_THIRDS = ((1, 10), (11, 20), (21, _LONGEST))
_MONTH_THIRDS = ((1, 4), (5, 8), (9, 12))
# A 29 February may be eight years from the next one.
_YEARS_AROUND = (0, 1, -1, 2, -2, 3, -3, 4, -4)


def settle(piece: Piece, today: date, *, ahead: bool = False) -> Days | None:
    """The days of one piece, or None if no such day exists; `ahead` where the words look forward.

    Without a year it is the date nearest to `today`, of two equally near the later.
    """
    try:
        if piece.only_weekday:
            day = _weekday(piece, today, ahead=ahead)
            return day, day
        if piece.only_day:
            return _in_other_month(piece, today)
        year = today.year + piece.shift if piece.shift is not None else piece.year
        return piece.days or (_nearest(piece, today) if year is None else _in_year(piece, year))
    except (ValueError, OverflowError):
        return None


def settle_both(first: Piece, last: Piece, today: date, *, ahead: bool) -> tuple[Days, Days] | None:
    """The days of both ends of a period, each inheriting what only the other says."""
    first, last = _sharing(first, last)
    if last.only_weekday and last.shift is None and not last.toward:
        begin = settle(first, today, ahead=ahead)
        end = begin and settle(last, begin[0], ahead=True)
    else:
        end = settle(last, today, ahead=True)
        begin = end and _begin(first, last, end, today, ahead=ahead)
        if begin and end and end[1] < begin[0] and last.wants_year and not first.wants_year:
            end = settle(replace(last, year=end[0].year + 1), today)
    if not begin or not end or begin[0] > end[1]:
        return None
    return begin, end


def said_of(piece: Piece, *, shared_year: bool = False) -> Said:
    """How much of it was written; `shared_year` where the other end writes the year."""
    if piece.coarse or (piece.days is None and piece.day is None and piece.weekday is None):
        return Said.COARSE
    if piece.days is not None or piece.only_weekday or piece.shift is not None:
        return Said.RELATIVE
    return Said.FULL if piece.year is not None or shared_year else Said.NO_YEAR


def month_span(today: date, months: int) -> Days:
    """All days of the month so many months after today's."""
    year, month = divmod(today.year * _MONTHS + today.month - 1 + months, _MONTHS)
    return _month(year, month + 1)


def year_span(year: int) -> Days:
    return date(year, 1, 1), date(year, _MONTHS, 31)


def week_span(today: date, weeks: int) -> Days:
    """Monday to Sunday of the week so many weeks after today's."""
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=weeks)
    return monday, monday + timedelta(days=_WEEK - 1)


def third(days: Days, part: int) -> Days:
    """The beginning, middle or end of a month (1–10, 11–20, 21–), or year (four months each)."""
    if not part:
        return days
    first, last = days
    if first.month == last.month:
        low, high = _DAY_THIRDS[part - 1]
        return first.replace(day=low), last.replace(day=min(high, last.day))
    low, high = _MONTH_THIRDS[part - 1]
    return date(first.year, low, 1), _month(first.year, high)[1]


def _month(year: int, month: int) -> Days:
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _in_other_month(piece: Piece, today: date) -> Days | None:
    """ "tanggal 5 bulan depan"; without such words no month is known."""
    if piece.shift is None or piece.day is None:
        return None
    day = month_span(today, piece.shift)[0].replace(day=piece.day)
    return day, day


def _in_year(piece: Piece, year: int) -> Days:
    if piece.month is None:
        return third(year_span(year), piece.part)
    if piece.day is None:
        return third(_month(year, piece.month), piece.part)
    day = date(year, piece.month, piece.day)
    return day, day


def _nearest(piece: Piece, today: date) -> Days | None:
    near: list[tuple[int, bool, Days]] = []
    for more in _YEARS_AROUND:
        try:
            first, last = _in_year(piece, today.year + more)
        except ValueError:
            continue
        distance = max((first - today).days, (today - last).days, 0)
        if (piece.toward < 0 and first > today) or (piece.toward > 0 and last < today):
            continue
        near.append((distance, last < today, (first, last)))
    return min(near)[2] if near else None


def _weekday(piece: Piece, today: date, *, ahead: bool) -> date:
    number = piece.weekday or 0
    if piece.shift is not None:
        return week_span(today, piece.shift)[0] + timedelta(days=number)
    back = (today.weekday() - number) % _WEEK
    forth = (number - today.weekday()) % _WEEK
    if piece.toward < 0:
        return today - timedelta(days=back or _WEEK)
    if piece.toward > 0:
        return today + timedelta(days=forth or _WEEK)
    return today + timedelta(days=forth) if ahead else today - timedelta(days=back)


def _sharing(first: Piece, last: Piece) -> tuple[Piece, Piece]:
    """Both with the month and year that only one of them says."""
    if first.only_day and first.shift is None:
        first = _in_month_of(last, first, last.days and last.days[1])
    elif last.only_day and last.shift is None:
        last = _in_month_of(first, last, first.days and first.days[0])
    if last.wants_year and first.year is not None and not last.only_day:
        earlier = (last.month or _MONTHS, last.day or _LONGEST) < (first.month or 1, first.day or 1)
        last = replace(last, year=first.year + earlier)
    return first, last


def _in_month_of(other: Piece, piece: Piece, known: date | None) -> Piece:
    if known:
        return replace(piece, month=known.month, year=known.year)
    shift = other.shift if other.only_day else None
    return replace(piece, month=other.month, year=other.year, shift=shift)


def _begin(first: Piece, last: Piece, end: Days, today: date, *, ahead: bool) -> Days | None:
    if first.only_weekday and last.only_weekday and first.shift is None and not first.toward:
        return settle(first, end[0])
    if not first.wants_year:
        return settle(first, today, ahead=ahead)
    found = settle(replace(first, year=end[1].year), today)
    if first.month != end[1].month and (found is None or found[0] > end[1]):
        found = settle(replace(first, year=end[1].year - 1), today)
        return found if found and (end[1] - found[0]).days <= _OVER_NEW_YEAR else None
    return found
