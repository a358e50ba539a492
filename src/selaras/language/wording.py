"""What changed between two texts, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby

_WORDS = re.compile(r"\S+\s*|\s+")
MOST_WORDS = 4000  # beyond it the whole text is told as removed and added


class Part(StrEnum):
    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Run:
    """Words beside each other that share a fate, with the spaces after them."""

    part: Part
    text: str


def word_changes(before: str, after: str) -> list[Run]:
    """The runs in order: without the added ones they are `before`, without the removed `after`."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if max(len(old), len(new)) > MOST_WORDS:
        return list(_runs(before, after))
    stripped = [word.strip() for word in old], [word.strip() for word in new]
    matcher = SequenceMatcher(None, *stripped, autojunk=False)
    found: list[Run] = []
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag == "equal":
            for was, now in zip(old[start:end], new[first:last], strict=True):
                found += _same_word(was, now)
        else:
            found += _runs("".join(old[start:end]), "".join(new[first:last]))
    return [
        Run(part, "".join(run.text for run in runs))
        for part, runs in groupby(found, lambda run: run.part)
    ]


def _same_word(before: str, after: str) -> Iterator[Run]:
    """The same but for the spaces after it."""
    same = before if before == after else before.rstrip()
    if same:
        yield Run(Part.KEPT, same)
    yield from _runs(before[len(same) :], after[len(same) :])


def _runs(before: str, after: str) -> Iterator[Run]:
    if before:
        yield Run(Part.REMOVED, before)
    if after:
        yield Run(Part.ADDED, after)
