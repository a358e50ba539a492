"""What stands around a number: currency and sign before it, the unit behind it."""

from dataclasses import dataclass

from selaras.language.reading.amounts.passage import Passage
from selaras.language.reading.amounts.vocabulary import (
    CURRENCIES,
    DURATIONS,
    PERCENT,
    RUPIAH,
    is_noun,
)

_AFTER_CURRENCY = frozenset({"", " ", ".", ". "})
_NO_SEN = (",-", ".-", ",--")
_THIS = frozenset({"hari", "minggu", "bulan", "tahun"})


@dataclass(slots=True)
class Before:
    """Where a quantity begins, with which currency and sign."""

    first: int
    start: int
    currency: str = ""
    negative: bool = False


@dataclass(slots=True)
class Unit:
    """A unit, the position where it ends, and the token behind it."""

    name: str
    end: int
    after: int
    rough: bool = False  # 50%-an, 30 persenan


def before(passage: Passage, index: int) -> Before:
    """The currency ("Rp", "IDR", "US$") and the sign before the number at a token."""
    start = passage.tokens[index].start
    found = Before(index, start)
    if passage.word(index - 1) in CURRENCIES and passage.gap(index) in _AFTER_CURRENCY:
        found.currency = CURRENCIES[passage.word(index - 1)]
        found.first, found.start = index - 1, passage.tokens[index - 1].start
    elif passage.lower[max(0, start - 2) : start].rstrip(" ").endswith("$"):
        found.currency, found.start = "USD", passage.lower.rindex("$", 0, start)
    if passage.word(found.first - 1) == "minus" and passage.close(found.first):
        found.negative = True
        found.first -= 1
        found.start = passage.tokens[found.first].start
    elif _is_minus(passage, found):
        found.negative = True
        found.start -= 1
    return found


def _is_minus(passage: Passage, found: Before) -> bool:
    """A hyphen at the number and a blank before it, but for a bullet or a range ("3 -5 hari")."""
    start = found.start
    if passage.character(start - 1) != "-" or start < 2:  # noqa: PLR2004
        return False
    if passage.lower[start - 2] not in " (" or not found.first:
        return False
    gap = passage.gap(found.first)
    word = passage.word(found.first - 1)
    ends = passage.number(found.first - 1) or word in PERCENT or word in DURATIONS
    bullet = not gap[gap.rfind("\n") + 1 : -1].strip() and "\n" in gap
    return not bullet and not (ends and gap.strip(" %") == "-")


def percent_follows(passage: Passage, index: int, end: int) -> bool:
    """Whether the number before token `index`, which ends at `end`, is in percent."""
    return _sign(passage, end) > 0 or (passage.base(index) in PERCENT and passage.close(index))


def _sign(passage: Passage, end: int) -> int:
    """The position behind a percent sign at `end`, with or without a blank; 0 without one."""
    if passage.character(end) == "%":
        return end + 1
    return end + 2 if passage.lower[end : end + 2] == " %" else 0


def unit_behind(passage: Passage, index: int, end: int, *, currency: str, label: bool) -> Unit:
    """The unit of a number that ends at position `end`, before token `index`.

    A label takes none but percent: in "Level 3 hari ini" there are no three days.
    """
    base = passage.base(index)
    if signed := _sign(passage, end):
        rough = passage.word(index) == "an" and passage.lower.startswith("-an", signed)
        return Unit("%", signed + 3 * rough, index + rough, rough)
    close = passage.touches(end, index)
    if close and base in PERCENT:
        points = passage.word(index + 1) == "poin" and passage.inline(index + 1)
        after = index + 1 + points
        name = "poin" if points else "%"
        return Unit(name, passage.tokens[after - 1].end, after, base == "persenan")
    if currency:
        return _money(passage, index, end, currency)
    name = "" if label or not close else _noun(passage, index, end)
    return Unit(name, passage.tokens[index].end, index + 1) if name else Unit("", end, index)


def _noun(passage: Passage, index: int, end: int) -> str:
    """What the token names as a unit; "hari ini" says when, not how long."""
    base = passage.base(index)
    if base in RUPIAH:
        return "" if base == "idr" and passage.number(index + 1) else "IDR"
    if base in DURATIONS:
        this = DURATIONS[base] in _THIS and passage.word(index + 1) == "ini"
        return "" if this else DURATIONS[base]
    if "\n" in passage.lower[end : passage.tokens[index].start] or passage.number(index):
        return ""
    return base if is_noun(base) else ""


def _money(passage: Passage, index: int, end: int, currency: str) -> Unit:
    for written in _NO_SEN:
        if passage.lower.startswith(written, end):
            end += len(written)
            break
    said_again = passage.base(index) in RUPIAH and passage.touches(end, index)
    if said_again and not passage.number(index + 1):
        return Unit(currency, passage.tokens[index].end, index + 1)
    return Unit(currency, end, index)
