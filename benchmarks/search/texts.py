"""Documents, as many as are asked for and the same each time.

A body is 40 to 60 words of our own sentences in which most words are drawn anew, so that posting
lists are as long, and as short, as those of a real collection; so is a title, of 6 to 10 words.
Every tenth document repeats an earlier one, as local offices repeat a release.
"""

import random
from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from benchmarks.search.words import sentences, vocabulary
from selaras.institutions.shipped import shipped_places
from selaras.search.entries import Entry, Kind
from selaras.search.indexing.documents import document_of
from selaras.search.indexing.duplicates.clusters import Placed
from selaras.textindex.schema import Document

DRAWN = 0.6  # of the words of a sentence
REPEATED = 10  # one of so many repeats another
LAST_DAY = datetime(2026, 11, 1, tzinfo=UTC)
_KINDS = (Kind.NEWS,) * 6 + (Kind.INFORMATION,) * 3 + (Kind.ANNOUNCEMENT,)


class Texts:
    """An endless row of entries. Two of these give the same."""

    def __init__(self, seed: int = 8) -> None:
        self._chance = random.Random(seed)  # noqa: S311
        self._sentences = sentences()
        self._words, self._frequencies = vocabulary()
        self._places = [one for one in shipped_places() if one.parent_code]
        self._drawn: deque[str] = deque()
        self._earlier: deque[tuple[Entry, Placed]] = deque(maxlen=500)

    def __iter__(self) -> Iterator[tuple[Entry, Placed]]:
        number = 0
        while True:
            if number % REPEATED == REPEATED - 1:
                yield self._repeated(number)
            else:
                entry = self._entry(number)
                placed = Placed(f"page:{number}", True)
                self._earlier.append((entry, placed))
                yield entry, placed
            number += 1

    def _entry(self, number: int) -> Entry:
        chance = self._chance
        place = chance.choice(self._places)
        title = self._said(chance.randint(6, 10))
        return Entry(
            key=f"page:{number}",
            kind=chance.choice(_KINDS),
            title=title[0].upper() + title[1:],
            lead="",
            body=self._said(chance.randint(40, 60)),
            path=f"/berita/{number}",
            institution=f"kantor-{place.code}",
            region=place.code,
            dated=LAST_DAY - timedelta(minutes=chance.randrange(2_000_000)),
        )

    def _repeated(self, number: int) -> tuple[Entry, Placed]:
        entry, placed = self._chance.choice(self._earlier)
        place = self._chance.choice(self._places)
        mine = replace(
            entry, key=f"page:{number}", institution=f"kantor-{place.code}", region=place.code
        )
        return mine, Placed(placed.cluster, False)

    def _said(self, words: int) -> str:
        said: list[str] = []
        while len(said) < words:
            sentence = self._chance.choice(self._sentences)
            said += [self._told(word) for word in sentence]
        return " ".join(said[:words])

    def _told(self, word: str) -> str:
        """The word, or another one in its place, with what stands behind it."""
        if self._chance.random() >= DRAWN:
            return word
        if not self._drawn:
            self._drawn.extend(
                self._chance.choices(self._words, cum_weights=self._frequencies, k=10_000)
            )
        other = self._drawn.popleft()
        other = other.capitalize() if word[0].isupper() else other
        return other if word[-1].isalnum() else other + word[-1]


def documents(number: int) -> Iterator[Document]:
    """As the indexer makes them of entries."""
    parents = {one.code: one.parent_code for one in shipped_places()}
    for _, (entry, placed) in zip(range(number), Texts(), strict=False):
        areas, code = [entry.region], entry.region
        while code := parents.get(code, ""):
            areas.append(code)
        yield document_of(entry, placed, tuple(areas))


def entries(number: int) -> Iterator[Entry]:
    for _, (entry, _) in zip(range(number), Texts(), strict=False):
        yield entry


def warm() -> None:
    """Makes what all texts are made of, so that it is not measured."""
    next(iter(Texts()))
