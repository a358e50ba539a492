"""Of the versions that a part repeats: whether it is as today's say, or which old one it is. Pure.

What stands today explains all that it says itself. Of what is left, the old version that has the
most of it is what was copied; so a text that repeats the newest words is never told of old ones,
however much these have in common with them.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from selaras.alignment.copies.matching import Match, grams_within
from selaras.alignment.copies.shingles import Words

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Judged(Generic[K]):
    """A version as it stands for the reader's region.

    `gone` are its grams that no longer hold, `held` those that do: of one that stands all, of one
    that was amended the blocks that were left alone, with all that its successors say.
    """

    version: K
    published_at: datetime
    stands: bool
    gone: Set[str]
    held: Set[str]


@dataclass(frozen=True, slots=True)
class Decision(Generic[K]):
    """The match, and whether it is an old version of which more is repeated than still holds."""

    match: Match[K]
    old: bool


def decide(
    words: Words, found: Sequence[Match[K]], judged: Mapping[K, Judged[K]]
) -> list[Decision[K]]:
    """The old versions that were copied; where there is none, the standing one with most of it."""
    held = frozenset[str]().union(*(judged[one.version].held for one in found))
    grams = {one.version: dict(grams_within(words, one.runs)) for one in found}
    left = {
        one.version: {
            place
            for place, gram in grams[one.version].items()
            if gram in judged[one.version].gone and gram not in held
        }
        for one in found
    }
    decisions = [Decision(one, old=True) for one in _cover(found, left, judged)]
    if decisions:
        return decisions
    standing = [one for one in found if judged[one.version].stands]
    best = max(standing, key=lambda one: _rank(one, judged), default=None)
    return [Decision(best, old=False)] if best else []


def _cover(
    found: Iterable[Match[K]], left: Mapping[K, Set[int]], judged: Mapping[K, Judged[K]]
) -> list[Match[K]]:
    """The fewest versions that have all of what is left: the one with the most first."""
    open_ = [one for one in found if left[one.version]]
    chosen: list[Match[K]] = []
    explained: set[int] = set()
    while open_:
        best = max(open_, key=lambda one: (len(left[one.version] - explained), _rank(one, judged)))
        if not left[best.version] - explained:
            break
        chosen.append(best)
        explained |= left[best.version]
        open_.remove(best)
    return chosen


def _rank(one: Match[K], judged: Mapping[K, Judged[K]]) -> tuple[int, datetime]:
    return one.hashes, judged[one.version].published_at
