"""How alike two texts are, told by 64 numbers of each: MinHash over runs of three words.

One permutation and 64 bins, where usual MinHash takes 64 permutations: one hash for each run of
words. A bin that no run fell into borrows from others in an order of its own (Shrivastava,
"Optimal Densification for Fast and Accurate Minwise Hashing", 2017). In 16 bands of 4, texts that
share four fifths of their runs meet in at least one band in 99.97 of 100 cases.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from random import Random
from struct import Struct
from zlib import crc32

from selaras.language.reading.folding import fold

BINS, BANDS = 64, 16
FEWEST_WORDS = 40
SAME_TEXT, SAME_ORIGIN, SAME_FIGURES = 0.75, 0.5, 0.8
MOST_FIGURES = 200

_WORD, _FIGURE = re.compile(r"\w+"), re.compile(r"\d")
_MIX, _MASK = 0x9E3779B1, 0xFFFFFFFF
_NUMBERS = Struct(f"<{BINS}I")
_BAND = _NUMBERS.size // BANDS
# In which order an empty bin asks the others: fixed, or signatures of two days would differ.
_ORDERS = [Random(number).sample(range(BINS), BINS) for number in range(BINS)]  # noqa: S311


def words_of(text: str) -> list[str]:
    return _WORD.findall(fold(text).lower)


def minima_of(words: Sequence[str]) -> bytes:
    """The 64 numbers, packed; of at least three words."""
    runs = map(" ".join, zip(words, words[1:], words[2:], strict=False))
    # Linear as it is, a CRC alone would tie the smallest to what texts begin with.
    hashes = {crc32(run.encode()) * _MIX & _MASK for run in runs}
    found = {one >> 26: one for one in sorted(hashes, reverse=True)}
    if len(found) < BINS:
        _borrow(found)
    return _NUMBERS.pack(*map(found.__getitem__, range(BINS)))


def _borrow(found: dict[int, int]) -> None:
    full = dict(found)
    for number in range(BINS):
        if number not in full:
            found[number] = full[next(one for one in _ORDERS[number] if one in full)]


@dataclass(frozen=True)
class Signature:
    """`place` is the code of the region that the text is about, where it is the speaker's own.

    `origin` is the key of the text that it was taken from, or its own.
    """

    minima: bytes
    figures: frozenset[str]
    place: str
    origin: str

    @cached_property
    def numbers(self) -> tuple[int, ...]:
        return _NUMBERS.unpack(self.minima)

    @cached_property
    def bands(self) -> list[int]:
        """Numbers of 63 bits; texts about different places share none."""
        salt = crc32(self.place.encode())
        parts = (self.minima[start : start + _BAND] for start in range(0, len(self.minima), _BAND))
        found = [number << 32 | crc32(part, salt) for number, part in enumerate(parts)]
        return [*found, BANDS << 32 | crc32(self.origin.encode(), salt)]

    def is_like(self, other: "Signature") -> bool:
        """Whether both are one text: alike, about the same place, and with the same figures.

        Forms that every office fills in are alike too, and say other things.
        """
        if self.place != other.place or not self._same_figures(other):
            return False
        least = SAME_ORIGIN if self.origin == other.origin else SAME_TEXT
        return self.likeness(other) >= least

    def likeness(self, other: "Signature") -> float:
        """An estimate of the runs that they share among all runs of both."""
        pairs = zip(self.numbers, other.numbers, strict=True)
        return sum(one == same for one, same in pairs) / BINS

    def _same_figures(self, other: "Signature") -> bool:
        either = self.figures | other.figures
        return len(self.figures & other.figures) >= SAME_FIGURES * len(either)


def signature_of(
    title: str, words: Sequence[str], *, origin: str, place: str, place_name: str, least: int
) -> Signature:
    """`place` is the speaker's region, and `place_name` what it is called without its kind, folded.

    The text is about it where its title names it, or its `words` do so `least` times.
    """
    figures = sorted({one for one in words if _FIGURE.search(one)})
    about = place_name and (
        _times(words_of(title), place_name) > 0 or _times(words, place_name) >= least
    )
    return Signature(
        minima_of(words), frozenset(figures[:MOST_FIGURES]), place if about else "", origin
    )


def _times(words: Sequence[str], name: str) -> int:
    return f" {' '.join(words)} ".count(f" {name} ")
