"""Numbers known by their shape: with an area code, of a mobile, with the country's code."""

import re

from selaras.language.reading.cursor import BREAK, Cursor
from selaras.language.reading.phones.cues import continues, names_other
from selaras.language.reading.phones.kinds import Phone

_FEWEST, _MOST = 9, 13  # digits in national form
_COUNTRY = "62"
_MOST_GROUPS = 6
_SHORTEST_FOLLOWING = 3  # digits of a group that goes on where a number could already end
_LINK = re.compile(r"(?:wa\.me/|phone=|tel:|whatsapp:)\+?$")
_LINK_LENGTH = 12
_AREA = re.compile(r"0[2-9]\d{0,2}")
_NATIONAL = re.compile(r"0(?:8[1-9]\d{7,10}|800\d{6,9}|[2-79]\d{7,10}|80[479]\d{6,9})")
_AREA_HOTLINE = re.compile(r"0\d{2,3}1500\d{3}")
_JOINS = frozenset({"-", ".", ""})


def long_number(cursor: Cursor, index: int) -> tuple[Phone, int] | None:
    """A number with area code, of a mobile, or with the country's code before it."""
    token = cursor.tokens[index]
    abroad = token.word.startswith(_COUNTRY)
    start = _front(cursor, index, abroad=abroad)
    if start is None or (token.word[0] != "0" and not abroad) or "," in token.word:
        return None
    read = _groups(cursor, index, abroad=abroad)
    if read is None or names_other(cursor, index):
        return None
    digits, after = read
    end = cursor.tokens[after - 1].end
    return Phone(start, end, digits), after


def _front(cursor: Cursor, index: int, *, abroad: bool) -> int | None:
    """Where the number begins with its "+" or "(", or None if something else goes before it."""
    start = cursor.tokens[index].start
    front = cursor.before(start, _LINK_LENGTH)
    if _LINK.search(front):
        return start - front.endswith("+")
    if front.endswith("(+") and abroad:
        return start - 2
    if front[-1:] in ("(", "+"):
        opens = front[-1] == "+" or cursor.after(cursor.tokens[index].end) == ")"
        start -= opens
        front = front[:-1]
    if front[-1:].isalnum() or front[-1:] == "_":
        return None
    glued = front[-1:] in ("-", ".", ",") or (front[-1:] == "/" and not _is_whole(cursor, index))
    return None if glued and front[-2:-1].isdigit() else start


def _is_whole(cursor: Cursor, index: int) -> bool:
    """Whether the token alone is as long as a number, as the second of "0813…/0813…"."""
    return len(cursor.tokens[index].word) >= _FEWEST


def _groups(cursor: Cursor, index: int, *, abroad: bool) -> tuple[str, int] | None:
    """The national digits of the groups from that token on, and the token after the last."""
    digits, after, best = "", index, None
    joint = None
    for at in range(index, min(index + _MOST_GROUPS, cursor.size)):
        group = cursor.tokens[at].word.replace(".", "")
        if not group.isdigit() or len(group) > _MOST + 1:
            break
        if at > index:
            gap = cursor.raw(at)
            if not _joins(cursor, at, gap) or (best and not _goes_on(gap, joint, group)):
                break
            joint = gap.strip(") ") or gap.strip(")")
        digits += group
        national = "0" + digits.removeprefix(_COUNTRY).removeprefix("0") if abroad else digits
        if len(national) > _MOST:
            break
        after = at + 1
        if _NATIONAL.fullmatch(national) or _AREA_HOTLINE.fullmatch(national):
            best = national, after
    if best is None or continues(cursor, best[1]) or not _is_shaped(cursor, index, best[1]):
        return None
    return best


def _joins(cursor: Cursor, index: int, gap: str) -> bool:
    if gap == BREAK or not cursor.tokens[index].number:
        return False
    bare = gap.strip().lstrip(")").strip(" (")
    return bare in _JOINS


def _goes_on(gap: str, joint: str | None, group: str) -> bool:
    """Whether another group belongs to a number that could end before it."""
    same = joint is None or (gap.strip(") ") or gap.strip(")")) == joint
    return same and len(group) >= _SHORTEST_FOLLOWING


def _is_shaped(cursor: Cursor, index: int, after: int) -> bool:
    """Whether its groups are those of a telephone number: no "02 09 2021", no "0.123.456.789"."""
    first = cursor.tokens[index].word.split(".")[0]
    if first in ("0", _COUNTRY):
        return after > index + 1 and (first != "0" or cursor.word(index + 1).startswith("80"))
    return after == index + 1 or bool(_AREA.fullmatch(first)) or len(first) >= len("0813")
