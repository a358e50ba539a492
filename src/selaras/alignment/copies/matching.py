"""Which runs of a text stand in a version of an announcement too, by their hashes. Pure."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from selaras.alignment.copies.shingles import GRAM, LENGTH, SURE, Words

LEAST_HASHES = 3
LEAST_WORDS = 40
BRIDGE = 20  # words between two hashes of one run: small local edits do not break it

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Run:
    """Words of the text from `first` until before `last`."""

    first: int
    last: int

    def __len__(self) -> int:
        return self.last - self.first


@dataclass(frozen=True, slots=True)
class Match(Generic[K]):
    """What a part shares with one version: in order, at least one run."""

    version: K
    hashes: int
    runs: tuple[Run, ...]


def matches(words: Words, found: Mapping[int, Set[K]]) -> list[Match[K]]:
    """Versions of which enough is in the part; `found` says who has a hash.

    Enough are three hashes, or forty words in runs of at least two hashes each.
    """
    places: dict[K, list[tuple[int, int]]] = {}
    for place, value in words.prints:
        for version in found.get(value, ()):
            places.setdefault(version, []).append((place, value))
    made = (_match(version, there) for version, there in places.items())
    return [match for match in made if match is not None]


def widened(words: Words, match: Match[K], grams: Set[str]) -> Match[K]:
    """With the words beside each run that are the version's too: hashes are kept of some only."""
    return replace(match, runs=tuple(_widened(words, run, grams) for run in match.runs))


def grams_within(words: Words, runs: Sequence[Run]) -> Iterator[tuple[int, str]]:
    """The runs' own grams with their places."""
    grams = words.grams
    for run in runs:
        for place in range(run.first, min(run.last - GRAM + 1, len(grams))):
            yield place, grams[place]


def _widened(words: Words, run: Run, grams: Set[str]) -> Run:
    around = Run(max(run.first - SURE, 0), min(run.last + SURE, len(words)))
    shared = [place for place, gram in grams_within(words, [around]) if gram in grams]
    if not shared:
        return run
    return Run(min(run.first, shared[0]), max(run.last, shared[-1] + GRAM))


def _match(version: K, places: Sequence[tuple[int, int]]) -> Match[K] | None:
    runs: list[Run] = []
    kept: set[int] = set()
    for together in _together(places):
        if len(together) > 1:
            runs.append(Run(together[0][0], together[-1][0] + LENGTH))
            kept |= {value for _, value in together}
    if len(kept) >= LEAST_HASHES or sum(map(len, runs)) >= LEAST_WORDS:
        return Match(version, len(kept), tuple(runs))
    return None


def _together(places: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    run: list[tuple[int, int]] = []
    for one in places:
        if run and one[0] - run[-1][0] > LENGTH + BRIDGE:
            yield run
            run = []
        run.append(one)
    if run:
        yield run
