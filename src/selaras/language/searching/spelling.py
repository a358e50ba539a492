"""Spelling mended from our own vocabulary: which known words a mistyped one may be.

Known words and what they are with one letter less are kept as numbers in one sorted array: 12
bytes or so for each, and a look-up by halving. Who writes in haste leaves out vowels: two of those
are mended by what a long word is without any.
"""

import math
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import NamedTuple

_SHORTEST = 3
_TWICE_FROM = 7  # letters of a word that may have two mistakes
_LONGEST = 30
_INDEX_BITS = 24
_HASH_MASK = (1 << 40) - 1
_VOWELS = frozenset("aiueo")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_TRANSPOSED, _DOUBLED, _VOWEL, _LETTER, _BESIDE, _OTHER, _FIRST = 0.7, 0.5, 0.8, 0.9, 0.8, 1.0, 0.4


def _neighbours() -> frozenset[tuple[str, str]]:
    places = {letter: (row, at) for row, line in enumerate(_ROWS) for at, letter in enumerate(line)}
    return frozenset(
        (one, two)
        for one, (row, at) in places.items()
        for two, (row2, at2) in places.items()
        if one != two and abs(row - row2) <= 1 and abs(at - at2) <= 1
    )


_NEIGHBOURS = _neighbours()


class Correction(NamedTuple):
    """`likelihood` is between 0 and 1; those of one word add up to at most 1."""

    word: str
    likelihood: float


class Speller:
    """`frequencies`: in how many texts each known word stands, at least once."""

    def __init__(self, frequencies: Mapping[str, int]) -> None:
        words = sorted(word for word in frequencies if _mendable(word))[: 1 << _INDEX_BITS]
        self._words = words
        self._counts = array("L", (frequencies[word] for word in words))
        self._known = frequencies
        self._keys = array(
            "Q",
            sorted(
                {
                    ((hash(form) & _HASH_MASK) << _INDEX_BITS) | index
                    for index, word in enumerate(words)
                    for form in (word, *_one_less(word), *_hasty(word))
                }
            ),
        )

    def knows(self, word: str) -> bool:
        return word in self._known

    def corrections(self, word: str, *, most: int = 3) -> list[Correction]:
        """The known words that are meant most likely, the best first; none for a short word."""
        if not _mendable(word):
            return []
        allowed = 2 if len(word) >= _TWICE_FROM else 1
        found = dict(self._near(word, allowed))
        scored = sorted(
            (
                (_score(cost, self._counts[index]), self._words[index])
                for index, cost in found.items()
            ),
            key=lambda one: (-one[0], one[1]),
        )[: most + 5]
        if not scored:
            return []
        total = sum(math.exp(score - scored[0][0]) for score, _ in scored)
        return [
            Correction(one, math.exp(score - scored[0][0]) / total) for score, one in scored[:most]
        ]

    def _near(self, word: str, allowed: int) -> Iterator[tuple[int, float]]:
        forms = {word, *_one_less(word)}
        if allowed > 1:
            forms |= {less for one in tuple(forms) if one != word for less in _one_less(one)}
            forms.update(_hasty(word))
        seen: set[int] = set()
        for form in forms:
            key = (hash(form) & _HASH_MASK) << _INDEX_BITS
            at = bisect_left(self._keys, key)
            while at < len(self._keys) and self._keys[at] >> _INDEX_BITS == key >> _INDEX_BITS:
                index = self._keys[at] & ((1 << _INDEX_BITS) - 1)
                at += 1
                if index in seen:
                    continue
                seen.add(index)
                known = self._words[index]
                if abs(len(known) - len(word)) > allowed:
                    continue
                cost, edits = _distance(word, known)
                if 0 < edits <= allowed:
                    yield index, cost


def _mendable(word: str) -> bool:
    return _SHORTEST <= len(word) <= _LONGEST and word.isalpha()


def _one_less(word: str) -> Iterator[str]:
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]


def _hasty(word: str) -> Iterator[str]:
    """A long word without its vowels, marked so that it is no other form."""
    if len(word) >= _TWICE_FROM:
        yield "".join(("-", *(letter for letter in word if letter not in _VOWELS)))


def _score(cost: float, count: int) -> float:
    return 0.6 * math.log1p(count) - 3.0 * cost


def _distance(typed: str, known: str) -> tuple[float, int]:
    """What the mistakes cost, and how many there are: a swap of two neighbours is one."""
    height, width = _without_common_end(typed, known)
    of_typed = [_dropped(typed, at) for at in range(height)]
    of_known = [_dropped(known, at) for at in range(width)]
    row: list[tuple[float, int]] = [(0.0, 0)]
    for at, more in enumerate(of_known):
        row.append((row[-1][0] + more, at + 1))
    above = row
    for i in range(height):
        before, above = above, row
        cost, edits = above[0]
        row = [(cost + of_typed[i], edits + 1)]
        one = typed[i]
        for j in range(width):
            two = known[j]
            if one == two:
                row.append(above[j])
                continue
            swapped = i and j and one == known[j - 1] and typed[i - 1] == two
            row.append(_cheapest(
                (above[j], _swapped_letter(one, two)),
                (above[j + 1], of_typed[i]),
                (row[j], of_known[j]),
                *(((before[j - 1], _TRANSPOSED),) if swapped else ()),
            ))  # fmt: skip
    cost, edits = row[-1]
    return cost + (_FIRST if typed[0] != known[0] else 0.0), edits


def _without_common_end(one: str, two: str) -> tuple[int, int]:
    """How long both are without the letters that both end with."""
    height, width = len(one), len(two)
    while height and width and one[height - 1] == two[width - 1]:
        height, width = height - 1, width - 1
    return height, width


def _cheapest(*choices: tuple[tuple[float, int], float]) -> tuple[float, int]:
    return min([(cost + more, edits + 1) for (cost, edits), more in choices])


def _swapped_letter(one: str, two: str) -> float:
    return _BESIDE if (one, two) in _NEIGHBOURS or {one, two} <= _VOWELS else _OTHER


def _dropped(word: str, at: int) -> float:
    """A letter that stands in one word alone: cheapest where it is doubled."""
    if at and word[at - 1] == word[at]:
        return _DOUBLED
    return _VOWEL if word[at] in _VOWELS else _LETTER
