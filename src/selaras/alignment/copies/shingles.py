"""A text as its words, and as few hashes by which a copied run of it is found again.

Runs of six words are hashed, and the smallest hash of every nine neighbours is kept (winnowing,
after Schleimer, Wilkerson and Aiken): of any 14 words that two texts share at least one hash is
kept in both, and no more than about a fifth of all.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b

from selaras.language.reading.words import Reading

LENGTH = 6
SURE = 14  # words; what two texts share over this length is surely found
WINDOW = SURE - LENGTH + 1
EMBED = "\ufffc"  # stands for a value that is never read
NUMBER = "0"
GRAM = 4

Print = tuple[int, int]  # where the run begins, counted in words; its hash, signed 64 bits


@dataclass(frozen=True, slots=True)
class Word:
    """One word: where it stands in the text as given, and its usual form.

    `exact` tells numbers apart, `plain` does not, so that a changed number hides no copy.
    """

    start: int
    end: int
    exact: str
    plain: str


class Words:
    """A text cut into words; linear in its length."""

    def __init__(self, text: str) -> None:
        reading = Reading(text.replace(EMBED, NUMBER))
        span = reading.folded.span
        self.all: Sequence[Word] = [
            _word(text, *span(token.start, token.end), token.word, number=token.number)
            for token in reading.tokens
        ]

    def __len__(self) -> int:
        return len(self.all)

    @cached_property
    def prints(self) -> list[Print]:
        """Of the text as a whole."""
        return winnow(_hashes([word.plain for word in self.all]))

    @cached_property
    def grams(self) -> list[str]:
        """Four words each, numbers as they are; one for each word that three others follow."""
        exact = [word.exact for word in self.all]
        last = len(exact) - GRAM + 1
        return [" ".join(exact[at : at + GRAM]) for at in range(last)]


def winnow(hashes: Sequence[int]) -> list[Print]:
    """The smallest of each window of neighbours, the last of equals; each place once."""
    found: list[Print] = []
    rising: deque[Print] = deque()
    for place, value in enumerate(hashes):
        while rising and rising[-1][1] >= value:
            rising.pop()
        rising.append((place, value))
        if rising[0][0] <= place - WINDOW:
            rising.popleft()
        if place >= WINDOW - 1 and (not found or found[-1] != rising[0]):
            found.append(rising[0])
    return found or ([rising[0]] if rising else [])


def _word(text: str, start: int, end: int, usual: str, *, number: bool) -> Word:
    if text[start] == EMBED:
        return Word(start, end, EMBED, NUMBER)
    return Word(start, end, usual, NUMBER if number else usual)


def _hashes(words: Sequence[str]) -> list[int]:
    return list(_each_hash(words))


def _each_hash(words: Sequence[str]) -> Iterator[int]:
    for at in range(len(words) - LENGTH + 1):
        run = " ".join(words[at : at + LENGTH]).encode("utf-8", "surrogatepass")
        yield int.from_bytes(blake2b(run, digest_size=8).digest(), "big", signed=True)
