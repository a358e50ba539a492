"""What is asked of the index for a question."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from selaras.language.searching.stems import stem
from selaras.search import schema
from selaras.search.ranking.reading import Read
from selaras.search.ranking.reading import Term as Asked
from selaras.textindex.queries import AnyOf, Best, Query, Term

SYNONYM = 0.7  # of what the form itself weighs
_UNLIKELY = 0.05
_NEARLY_ALL = 0.75


def query_for(
    read: Read, weights: Mapping[str, float], fields: schema.Stems = schema.HEADS
) -> Query:
    """Any of the words, in title and body, by stem; and what stands together. Whether a word stands
    just as it is written is looked at in the candidates alone: it changes few of them, and would
    take the engine twice the time."""
    asking = _Asking(weights, fields)
    parts = asking.said(read)
    for at, (left, right) in enumerate(pairwise(read.stems)):
        if not any(one.start <= at and at + 1 < one.end for one in read.meant):
            parts.append(asking.pair(left, right, weights["pairs"]))
    return _any(parts)


def strict_query_for(read: Read, weights: Mapping[str, float], fields: schema.Stems) -> Query:
    """Nearly all of the words: for an order that does not look at how well a text matches."""
    parts = _Asking(weights, fields).said(read)
    return AnyOf(parts, least=max(1, math.ceil(_NEARLY_ALL * len(parts))))


@dataclass(frozen=True, slots=True)
class _Asking:
    weights: Mapping[str, float]
    fields: schema.Stems

    def said(self, read: Read) -> list[Query]:
        """Each word by itself, but those that together also mean something else."""
        covered = {at for one in read.meant for at in range(one.start, one.end)}
        parts = [self.word(term) for at, term in enumerate(read.terms) if at not in covered]
        for one in read.meant:
            said = [self.word(term) for term in read.terms[one.start : one.end]]
            said += self.pairs(read.stems[one.start : one.end], self.weights["pairs"])
            length = one.end - one.start
            ways = [_any(said), *(self.other(stems, length) for stems in one.others)]
            # Of words hardly any text has two that mean the same; and adding is what engines are
            # fastest at.
            single = length == 1 and all(len(stems) == 1 for stems in one.others)
            parts.append(AnyOf(ways) if single else Best(ways))
        return parts

    def word(self, asked: Asked) -> Query:
        """A word that may be several others counts as each of them, as far as it is likely."""
        likely = [one for one in asked.readings if one.likelihood >= _UNLIKELY]
        best = likely[0].likelihood if likely else 1.0
        found = [self.anywhere(stem(one.word), one.likelihood / best) for one in likely]
        return AnyOf(list(chain.from_iterable(found)))

    def anywhere(self, its_stem: str, scale: float) -> list[Query]:
        return [
            Term(self.fields.body, its_stem, self.weights["body"] * scale),
            Term(self.fields.title, its_stem, self.weights["title"] * scale),
        ]

    def pair(self, left: str, right: str, weight: float) -> Query:
        return Term(self.fields.pairs, f"{left}_{right}", weight)

    def pairs(self, stems: Sequence[str], weight: float) -> list[Query]:
        return [self.pair(left, right, weight) for left, right in pairwise(stems)]

    def other(self, stems: Sequence[str], length: int) -> Query:
        """A synonym weighs as the words in whose place it stands; a long one has to stand whole."""
        scale = SYNONYM * max(1.0, length / len(stems))
        if len(stems) == 1:
            return _any(self.anywhere(stem(stems[0]), scale))
        pairs = self.pairs(stems, scale * 2 * self.weights["body"] / (len(stems) - 1))
        return AnyOf(pairs, least=len(pairs))


def _any(parts: list[Query]) -> Query:
    return parts[0] if len(parts) == 1 else AnyOf(parts)
