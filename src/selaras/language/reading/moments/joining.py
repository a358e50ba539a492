"""Two dates that are the ends of one period: what may stand between them and before them."""

from datetime import date

from selaras.language.reading.cursor import Cursor
from selaras.language.reading.moments.kinds import Moment, Role, Said
from selaras.language.reading.moments.opening import piece_at
from selaras.language.reading.moments.pieces import Piece
from selaras.language.reading.moments.roles import looks_ahead, period_outset, role_before
from selaras.language.reading.moments.settling import Days, said_of, settle_both
from selaras.language.reading.moments.vocabulary import HELD, HELD_NOT, NUMBERED

_VAGUENESS = (Said.FULL, Said.NO_YEAR, Said.RELATIVE, Said.COARSE)
_SHORTEST_VERB = 6


def second_half(cursor: Cursor, first: Piece, today: date) -> tuple[int, Piece] | None:
    """Where the words between two ends of a period begin, and the piece after them."""
    index = first.tail
    gap = cursor.gap(index).strip(")").strip()
    if gap == "-" or (gap == "/" and first.year and not first.tied):
        after, between = index, cursor.tokens[index - 1].end
    elif gap:
        return None
    else:
        steps = _between(cursor, first)
        if not steps:
            return None
        after, between = index + steps, cursor.tokens[index].start
    if cursor.word(after) == "pada" and not cursor.gap(after):
        after += 1
    last = piece_at(cursor, after, today, ends=True)
    if last is None or last.tail <= index:
        return None
    return between, last


def may_begin(cursor: Cursor, first: Piece, last: Piece, between: int) -> bool:
    """Whether the first piece is the beginning of a period that ends with the last."""
    if last.only_weekday and first.weekday is None and first.day is not None:
        return False
    if first.loose and (last.month is None or (first.day is None) != (last.day is None)):
        return False
    if first.only_day and not first.tied:
        return last.day is not None and _holds(cursor, first, between)
    if first.year and first.month is None and first.days is None:
        return last.day is None
    return True


def period(cursor: Cursor, first: Piece, last: Piece, between: int, today: date) -> Moment | None:
    """The moment that both ends make, or None if one does not exist or it ends too early."""
    role, _, words = role_before(cursor, first.head, is_day=True)
    ahead = looks_ahead(cursor, first.head, words, role)
    days = settle_both(first, last, today, ahead=ahead)
    if days is None:
        return None
    outset = period_outset(cursor, first.head)
    end = last.end + (cursor.after(last.end) == ")" and "(" in cursor.lower[first.start : last.end])
    year_known = first.year is not None or last.year is not None
    halves = (
        moment_of(first, outset, days[0], Role.FROM, said_of(first, shared_year=year_known)),
        moment_of(last, between, days[1], Role.UNTIL, said_of(last, shared_year=year_known)),
    )
    said = max((half.said for half in halves), key=_VAGUENESS.index)
    fits = all(half.weekday_fits for half in halves)
    return Moment(first.start, end, outset, days[0][0], days[1][1], said, Role.WITHIN, halves, fits)


def moment_of(piece: Piece, outset: int, days: Days, role: Role, said: Said) -> Moment:
    """A moment without halves; a written weekday fits if it is that of the first day."""
    fits = piece.weekday is None or days[0].weekday() == piece.weekday
    return Moment(
        piece.start, piece.end, outset, days[0], days[1], said, role, None, weekday_fits=fits
    )


def _between(cursor: Cursor, first: Piece) -> int:
    """How many tokens "hingga", "sampai dengan", "s.d.", "s/d", or "dan" after "antara" are."""
    index = first.tail
    word = cursor.word(index)
    if word == "dan":
        return int(cursor.word(first.head - 1) == "antara")
    if word == "sampai":
        return 2 if cursor.beside(index + 1, "dengan") else 1
    if word in ("hingga", "sd"):
        return 1
    if word == "s" and cursor.word(index + 1) == "d" and cursor.gap(index + 1) in (".", "/", ""):
        return 2
    return 0


def _holds(cursor: Cursor, first: Piece, between: int) -> bool:
    """Whether a number alone is a day and not a "Level 3" that lasts until some date."""
    before = cursor.word(first.head - 1)
    gap = cursor.gap(first.head)
    if gap in ("(", ",", ":", "\n", "- ", "-"):
        return gap != "," or cursor.digits(first.head - 1, 1, 2) is None
    if before in NUMBERED or cursor.is_number(first.head - 1):
        return False
    if gap in (".", ";", "!", "?"):
        return True
    if cursor.lower[between] == "-" or cursor.after(first.end, 2).strip()[:1] == "-":
        return True
    is_verb = len(before) >= _SHORTEST_VERB and before.startswith(("di", "ber"))
    return before in HELD or (is_verb and before not in HELD_NOT)
