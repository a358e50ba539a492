"""What bounds a quantity: the comparator before it ("tidak lebih dari"), or words behind it."""

from collections.abc import Mapping

from selaras.language.reading.amounts.comparators import before
from selaras.language.reading.amounts.kinds import Bound
from selaras.language.reading.amounts.passage import Passage
from selaras.language.reading.amounts.quantity import FIRM, Quantity
from selaras.language.reading.amounts.vocabulary import DURATIONS, PERCENT, is_noun, words

_OPENS_RANGE = frozenset({"antara", "dari", "berkisar", "kisaran", "sekitar"})
_SIGNS: Mapping[str, Bound] = {
    "±": Bound.ABOUT, "+/-": Bound.ABOUT, "+-": Bound.ABOUT, "~": Bound.ABOUT, "≈": Bound.ABOUT,
    ">": Bound.MORE_THAN, "<": Bound.LESS_THAN,
    "≥": Bound.AT_LEAST, ">=": Bound.AT_LEAST, "≤": Bound.AT_MOST, "<=": Bound.AT_MOST,
}  # fmt: skip
_BEHIND: Mapping[tuple[str, ...], Bound] = {
    ("kurang", "lebih"): Bound.ABOUT,
    ("ke", "atas"): Bound.AT_LEAST,
    ("keatas",): Bound.AT_LEAST,
    ("ke", "bawah"): Bound.AT_MOST,
    ("kebawah",): Bound.AT_MOST,
    ("atau", "lebih"): Bound.AT_LEAST,
    ("atau", "kurang"): Bound.AT_MOST,
    ("lebih",): Bound.MORE_THAN,
    ("maksimal",): Bound.AT_MOST,
    ("maks",): Bound.AT_MOST,
    ("minimal",): Bound.AT_LEAST,
}
_BEHIND_OPENS = frozenset(phrase[0] for phrase in _BEHIND)
# "50 persen lebih tinggi", "lebih dari": these compare with something else.
_COMPARED = words("dari daripada dr sedikit besar kecil tinggi awal lanjut naik turun")


def bounded(passage: Passage, quantity: Quantity) -> tuple[Bound, int, int]:
    """The bound of a quantity, where its comparator begins, and where what is said ends."""
    if quantity.low != quantity.high:
        return Bound.BETWEEN, _range_outset(passage, quantity), quantity.end
    found = before(passage, quantity) or _sign(passage, quantity.start)
    if found is not None:
        return *found, quantity.end
    if behind := _behind(passage, quantity):
        return behind[0], quantity.start, behind[1]
    return (Bound.ABOUT if quantity.rough else Bound.EXACT), quantity.start, quantity.end


def _range_outset(passage: Passage, quantity: Quantity) -> int:
    index = quantity.first
    while passage.close(index) and passage.word(index - 1) in _OPENS_RANGE:
        index -= 1
    return passage.tokens[index].start if index < quantity.first else quantity.start


def _sign(passage: Passage, start: int) -> tuple[Bound, int] | None:
    """A sign before the number, with a blank at most between; not that of a tag."""
    if passage.character(start - 1) == " ":
        start -= 1
    for length in (3, 2, 1):
        begin = max(0, start - length)
        bound = _SIGNS.get(passage.lower[begin:start])
        if bound is not None:
            return (bound, begin) if passage.character(begin - 1) in " (\n\t" else None
    return None


def _behind(passage: Passage, quantity: Quantity) -> tuple[Bound, int] | None:
    """Lebih, ke atas, atau kurang: behind the unit, or between number and unit."""
    index = quantity.after
    if passage.word(index) not in _BEHIND_OPENS or not passage.touches(quantity.end, index):
        return None
    for length in (2, 1):
        words = tuple(passage.word(one) for one in range(index, index + length))
        bound = _BEHIND.get(words)
        if bound is None or (length > 1 and not passage.close(index + 1)):
            continue
        after = index + length
        end = passage.tokens[after - 1].end
        if _ends(passage, after):
            return bound, end
        return _unit_behind(passage, quantity, after, bound) if words == ("lebih",) else None
    return None


def _ends(passage: Passage, index: int) -> bool:
    """Whether nothing follows that "lebih" could compare: lebih dari, lebih tinggi."""
    if not passage.close(index):
        return True
    word = passage.base(index)
    return word not in _COMPARED and not (is_noun(word) or passage.number(index))


def _unit_behind(
    passage: Passage, quantity: Quantity, index: int, bound: Bound
) -> tuple[Bound, int] | None:
    """200 lebih orang: the unit stands behind "lebih"."""
    word = passage.base(index)
    name = "%" if word in PERCENT else DURATIONS.get(word, word)
    if quantity.unit or quantity.label or name not in FIRM:
        return None
    quantity.unit, quantity.after = name, index + 1
    quantity.end = passage.tokens[index].end
    return bound, quantity.end
