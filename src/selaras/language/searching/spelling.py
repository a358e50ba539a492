"""Spelling mended from our own vocabulary: which known words a mistyped one may be.

Known words and what they are with one letter less are kept as numbers in one sorted array: 12
bytes or so for each, and a look-up by halving. Who writes in haste leaves out vowels: two of those
are mended by what a long word is without any.
"""

import math
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from itertools import accumulate
from typing import NamedTuple

_SHORTEST = 3
_TWICE_FROM = 7  # letters of a word that may have two mistakes
_LONGEST = 30
_INDEX_BITS = 24
_HASH_MASK = (1 << 40) - 1
_VOWELS = frozenset("aiueo")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_VOWEL_PAIRS = frozenset((one, two) for one in _VOWELS for two in _VOWELS if one != two)


def _mistake(cost: float) -> int:
    """A sum of these tells what all cost together, and how many there are."""
    return round(cost * 100) * _PER_HUNDREDTH + 1


_PER_HUNDREDTH = 1_000
_TRANSPOSED, _DOUBLED, _VOWEL, _LETTER = map(_mistake, (0.7, 0.5, 0.8, 0.9))
_BESIDE, _OTHER = map(_mistake, (0.8, 1.0))
_FIRST = 0.4  # more where the first letter is another one


def _neighbours() -> frozenset[tuple[str, str]]:
    places = {letter: (row, at) for row, line in enumerate(_ROWS) for at, letter in enumerate(line)}
    return frozenset(
        (one, two)
        for one, (row, at) in places.items()
        for two, (row2, at2) in places.items()
        if one != two and abs(row - row2) <= 1 and abs(at - at2) <= 1
    )


_SWAPPED = dict.fromkeys(_neighbours() | _VOWEL_PAIRS, _BESIDE)


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
    """What the mistakes cost, and how many there are: a swap of two neighbours is one. Nearly all
    letters are alike; only those between are compared."""
    start, height, width = _apart(typed, known)
    of_known = [_dropped(known, at) for at in range(start, width)]
    one, two = typed[start:height], known[start:width]
    row = above = list(accumulate(of_known, initial=0))
    for i, letter in enumerate(one):
        before, above = above, row
        dropped = _dropped(typed, start + i)
        least = above[0] + dropped
        row = [least]
        for j, other in enumerate(two):
            if letter == other:
                least = above[j]
            else:
                swapped = above[j] + _SWAPPED.get((letter, other), _OTHER)
                least = min(swapped, above[j + 1] + dropped, least + of_known[j])
                if i and j and letter == two[j - 1] and one[i - 1] == other:
                    least = min(least, before[j - 1] + _TRANSPOSED)
            row.append(least)
    cost, edits = divmod(row[-1], _PER_HUNDREDTH)
    return cost / 100 + (_FIRST if typed[0] != known[0] else 0.0), edits


def _apart(one: str, two: str) -> tuple[int, int, int]:
    """Where both begin to differ, and where either ends to. Of a doubled letter the second counts
    as what was added."""
    height, width = len(one), len(two)
    start, shorter = 0, min(height, width)
    while start < shorter and one[start] == two[start]:
        start += 1
    while height > start and width > start and one[height - 1] == two[width - 1]:
        height, width = height - 1, width - 1
    return start, height, width


def _dropped(word: str, at: int) -> int:
    """A letter that stands in one word alone: cheapest where it is doubled."""
    if at and word[at - 1] == word[at]:
        return _DOUBLED
    return _VOWEL if word[at] in _VOWELS else _LETTER
