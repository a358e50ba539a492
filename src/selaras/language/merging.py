"""Three-way merging of sequences: what two sides made of the same beginning, place by place.

Finer than line-based diff3: a change and an addition beside each other do not collide. Only
where both sides changed the same item, or added different items at the same point, somebody must
choose. Items are compared by a key; what is returned are the items themselves.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")
Alike = Callable[[T, T], float]
ALIKE = 0.4  # from here on a replaced item is the same one, changed
MOST_PAIRS = 40_000  # beyond it, replaced items are taken as removed and added


class Change(StrEnum):
    UNCHANGED = "unchanged"
    THEIRS = "theirs"  # only the source changed it
    OURS = "ours"  # only we changed it
    SAME = "same"  # both changed it alike
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Place(Generic[T]):
    """One item of the base and what became of it, or what was added between two items."""

    change: Change
    base: tuple[T, ...]
    theirs: tuple[T, ...]
    ours: tuple[T, ...]


@dataclass(frozen=True, slots=True)
class _Side(Generic[T]):
    """`slots[i]` is what became of item i, `gaps[i]` what was added before it (the last: after)."""

    slots: list[tuple[T, ...]]
    gaps: list[tuple[T, ...]] = field(default_factory=list)


def merge(
    base: Sequence[T],
    theirs: Sequence[T],
    ours: Sequence[T],
    *,
    key: Callable[[T], Hashable],
    alike: Alike[T],
) -> list[Place[T]]:
    """The places in order. All `theirs` of the places, joined, are `theirs`; so for the others.

    `alike` says from 0 to 1 how much of one item stands in another.
    """
    here, there = _side(base, ours, key, alike), _side(base, theirs, key, alike)
    places: list[Place[T]] = []
    for index in range(len(base) + 1):
        places += _gap(there.gaps[index], here.gaps[index], key)
        if index < len(base):
            places.append(_place((base[index],), there.slots[index], here.slots[index], key))
    return places


def merge_one(base: T, theirs: T, ours: T, *, key: Callable[[T], Hashable]) -> Place[T]:
    """For a single item that is always there, such as a title."""
    return _place((base,), (theirs,), (ours,), key)


def share_of_words(one: str, other: str) -> float:
    """How many of the words of two texts they have in common, from 0 to 1."""
    words, more = Counter(one.casefold().split()), Counter(other.casefold().split())
    total = words.total() + more.total()
    return 2 * (words & more).total() / total if total else 1.0


def _place(
    base: tuple[T, ...], theirs: tuple[T, ...], ours: tuple[T, ...], key: Callable[[T], Hashable]
) -> Place[T]:
    then, there, here = ([key(one) for one in side] for side in (base, theirs, ours))
    if there == here:
        change = Change.UNCHANGED if here == then else Change.SAME
    elif there == then:
        change = Change.OURS
    else:
        change = Change.THEIRS if here == then else Change.CONFLICT
    return Place(change, base, theirs, ours)


def _gap(
    theirs: tuple[T, ...], ours: tuple[T, ...], key: Callable[[T], Hashable]
) -> Iterator[Place[T]]:
    """What both added alike, at the beginning or the end, is no part of the disagreement."""
    start = _common(theirs, ours, key)
    end = _common(theirs[start:][::-1], ours[start:][::-1], key)
    cuts = slice(0, start), slice(start, -end or None), slice(len(theirs) - end, None)
    last = slice(len(ours) - end, None)
    for there, here in ((theirs[cuts[0]], ours[cuts[0]]), (theirs[cuts[1]], ours[cuts[1]])):
        if there or here:
            yield _place((), there, here, key)
    if end:
        yield _place((), theirs[cuts[2]], ours[last], key)


def _common(one: Sequence[T], other: Sequence[T], key: Callable[[T], Hashable]) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    longest = min(len(one), len(other))
    return next((at for at, (a, b) in pairs if key(a) != key(b)), longest)


def _side(
    base: Sequence[T], side: Sequence[T], key: Callable[[T], Hashable], alike: Alike[T]
) -> _Side[T]:
    made: _Side[T] = _Side([()] * len(base), [()] * (len(base) + 1))
    matcher = SequenceMatcher(None, [key(b) for b in base], [key(s) for s in side], autojunk=False)
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag == "equal":
            pairs = [(start + step, first + step) for step in range(end - start)]
        elif tag == "replace":
            found = _pairs(base[start:end], side[first:last], alike)
            pairs = [(start + a, first + b) for a, b in found]
        else:
            pairs = []
        # What is new stands beside the item that it followed, else after what was removed.
        at = pairs[0][0] if pairs else end
        for index in range(first, last):
            if pairs and pairs[0][1] == index:
                slot, _ = pairs.pop(0)
                made.slots[slot], at = (side[index],), slot + 1
            else:
                made.gaps[at] += (side[index],)
    return made


def _pairs(old: Sequence[T], new: Sequence[T], alike: Alike[T]) -> list[tuple[int, int]]:
    """Which new item an old one became, in order: the pairing with the most in common."""
    if len(old) * len(new) > MOST_PAIRS:
        return []
    # best[i][j]: the most that old[i:] and new[j:] can have in common.
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    score = [[alike(a, b) for b in new] for a in old]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            paired = score[i][j] + best[i + 1][j + 1] if score[i][j] >= ALIKE else 0.0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    return list(_walk(best, score))


def _walk(best: list[list[float]], score: list[list[float]]) -> Iterator[tuple[int, int]]:
    i = j = 0
    while i < len(score) and j < len(score[i]):
        pairs = score[i][j] >= ALIKE
        if pairs and best[i][j] == score[i][j] + best[i + 1][j + 1]:
            yield i, j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
