"""Institutions that a question names, by what they are or were called."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from selaras.language.reading.words import Reading
from selaras.search.answers.words import LEVELS, OFFICES, SMALL


@dataclass(frozen=True, slots=True)
class NamedBody:
    """An institution by its slug, the code of its region, and at which words it is named."""

    slug: str
    region: str
    words: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Called:
    """One name of an institution."""

    slug: str
    region: str
    name: str


class Bodies:
    """All institutions by their names; made once, used for many questions."""

    def __init__(self, names: Iterable[Called]) -> None:
        self._names: defaultdict[str, list[tuple[frozenset[str], Called]]] = defaultdict(list)
        words: set[str] = set()
        for called in names:
            needed = _needed(called.name)
            telling = [word for word in sorted(needed) if word not in OFFICES]
            if needed:
                first = telling[0] if telling else min(needed)
                self._names[first].append((needed, called))
                words |= needed
        self.words = frozenset(words)

    def find(self, words: Sequence[str]) -> list[NamedBody]:
        """Those all of whose words are there, the longest names first."""
        said = set(words)
        found: dict[str, tuple[int, NamedBody]] = {}
        for word in said:
            for needed, called in self._names.get(word, ()):
                known = found.get(called.slug)
                if needed <= said and (known is None or known[0] < len(needed)):
                    where = tuple(at for at, one in enumerate(words) if one in needed)
                    named = NamedBody(called.slug, called.region, where)
                    found[called.slug] = len(needed), named
        ordered = sorted(found.values(), key=lambda one: (-one[0], one[1].slug))
        return [named for _, named in ordered]


def _needed(name: str) -> frozenset[str]:
    said = {token.word for token in Reading(name).tokens}
    return frozenset(said - SMALL - LEVELS)
