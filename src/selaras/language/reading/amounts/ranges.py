"""Two quantities that are the ends of one: "3–5 hari", "antara 40 dan 50 persen"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from selaras.language.reading.amounts.passage import Passage
from selaras.language.reading.amounts.quantity import Quantity
from selaras.language.reading.amounts.vocabulary import words

_JOINTS = frozenset(
    {"-", "--", "hingga", "sampai", "sampai dengan", "s.d.", "s.d", "s/d", "sd", "sd.", "~", "to"}
)
_COLLOQUIAL = {"sampe": "sampai", "smpe": "sampai", "smp": "sampai", "ampe": "sampai"}
# "Naik dari 10 hingga 20" goes from one figure to another.
_MOVES = words(
    "naik turun meningkat menurun merosot melonjak bertambah berkurang membaik memburuk bergerak "
    "berubah melesat anjlok tumbuh menyusut dinaikkan diturunkan ditingkatkan kenaikan penurunan "
    "peningkatan"
)
_LONGEST_JOINT = 20
_NEAR = 5
_THOUSAND = 1000


def joined(passage: Passage, found: Iterable[Quantity]) -> Iterator[Quantity]:
    """The quantities in their order, both ends of a range as one with `low` below `high`."""
    last: Quantity | None = None
    for quantity in found:
        if last is not None and _is_range(passage, last, quantity):
            yield _between(last, quantity)
            last = None
            continue
        if last is not None:
            yield last
        last = quantity
    if last is not None:
        yield last


def _is_range(passage: Passage, low: Quantity, high: Quantity) -> bool:
    if high.start - low.end > _LONGEST_JOINT or low.low != low.high or high.low != high.high:
        return False
    words = passage.lower[low.end : high.start].split()
    joint = " ".join(_COLLOQUIAL.get(word, word) for word in words)
    preceding = passage.word(low.first - 1)
    if joint == "dan":
        if preceding != "antara":
            return False
    elif joint not in _JOINTS or (preceding == "dari" and _moves(passage, low.first - 1)):
        return False
    same = low.unit == high.unit or not low.unit or (low.unit == "IDR" and not high.unit)
    return same and low.label == high.label and low.low < high.low


def _moves(passage: Passage, index: int) -> bool:
    return any(passage.word(one) in _MOVES for one in range(max(0, index - _NEAR), index))


def _between(low: Quantity, high: Quantity) -> Quantity:
    """One quantity of both ends; in "3 sampai 5 juta" the magnitude is that of both."""
    factor = 1 if low.scaled or low.low >= _THOUSAND else high.factor
    lifted = low.low * factor if low.low * factor < high.low else low.low
    return replace(
        low, after=high.after, end=high.end, low=lifted, high=high.high, step=high.step,
        unit=high.unit or low.unit, rough=high.rough,
    )  # fmt: skip
