"""Whether a number stands behind a word, signs aside: Pasal 5, Level: 3, No. 42."""

from collections.abc import Set as AbstractSet

from selaras.language.reading.amounts.passage import Passage
from selaras.language.reading.amounts.vocabulary import words

_SIGNS = frozenset(" :=(\"'-#")
_ABBREVIATED = words("no nomor hal jl psl ps km gg")
_LONGEST = 3


def behind(passage: Passage, index: int, words: AbstractSet[str]) -> bool:
    """Whether the token before `index` is one of these words, and only few signs are between."""
    base = passage.base(index - 1)
    if base not in words:
        return False
    gap = passage.gap(index)
    if base in _ABBREVIATED:
        gap = gap.removeprefix(".")
    return len(gap) <= _LONGEST and _SIGNS.issuperset(gap)
