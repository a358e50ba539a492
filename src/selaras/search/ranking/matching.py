"""What is asked of the index for a question."""

import math
from collections.abc import Mapping
from itertools import pairwise

from selaras.language.searching.stems import stem
from selaras.search import schema
from selaras.search.ranking.reading import Read
from selaras.search.ranking.reading import Term as Asked
from selaras.textindex.queries import AnyOf, Best, Query, Term

SYNONYM = 0.7  # of what the form itself weighs
_UNLIKELY = 0.05
_NEARLY_ALL = 0.75


def query_for(read: Read, weights: Mapping[str, float]) -> Query:
    """Any of the words, in title and body, by stem; and what stands together. Whether a word stands
    just as it is written is looked at in the candidates alone: it changes few of them, and would
    take the engine twice the time."""
    parts = _said(read, weights)
    for at, (left, right) in enumerate(pairwise(read.stems)):
        if not any(one.start <= at and at + 1 < one.end for one in read.meant):
            parts.append(Term(schema.PAIRS, f"{left}_{right}", weights["pairs"]))
    return _any(parts)


def strict_query_for(read: Read, weights: Mapping[str, float]) -> Query:
    """Nearly all of the words: for an order that does not look at how well a text matches."""
    parts = _said(read, weights)
    return AnyOf(parts, least=max(1, math.ceil(_NEARLY_ALL * len(parts))))


def _said(read: Read, weights: Mapping[str, float]) -> list[Query]:
    """Each word by itself, but those that together also mean something else."""
    covered = {at for one in read.meant for at in range(one.start, one.end)}
    parts = [_word(term, weights, 1.0) for at, term in enumerate(read.terms) if at not in covered]
    for one in read.meant:
        said = [_word(term, weights, 1.0) for term in read.terms[one.start : one.end]]
        said += _pairs(read.stems[one.start : one.end], weights["pairs"])
        length = one.end - one.start
        others = [_other(stems, weights, length) for stems in one.others]
        parts.append(Best([_any(said), *others]))
    return parts


def _any(parts: list[Query]) -> Query:
    return parts[0] if len(parts) == 1 else AnyOf(parts)


def _word(asked: Asked, weights: Mapping[str, float], scale: float) -> Query:
    """A word that may be several others scores as the one that fits best."""
    likely = [one for one in asked.readings if one.likelihood >= _UNLIKELY]
    best = likely[0].likelihood if likely else 1.0
    found = [
        _any(_fields(stem(one.word), weights, scale * one.likelihood / best)) for one in likely
    ]
    return found[0] if len(found) == 1 else Best(found)


def _fields(its_stem: str, weights: Mapping[str, float], scale: float) -> list[Query]:
    return [
        Term(schema.BODY_STEMS, its_stem, weights["body"] * scale),
        Term(schema.TITLE_STEMS, its_stem, weights["title"] * scale),
    ]


def _pairs(stems: list[str], weight: float) -> list[Query]:
    return [Term(schema.PAIRS, f"{left}_{right}", weight) for left, right in pairwise(stems)]


def _other(stems: tuple[str, ...], weights: Mapping[str, float], length: int) -> Query:
    """A synonym weighs as the words in whose place it stands; a long one has to stand whole."""
    scale = SYNONYM * max(1.0, length / len(stems))
    if len(stems) == 1:
        return _any(_fields(stem(stems[0]), weights, scale))
    pairs = _pairs(list(stems), scale * 2 * weights["body"] / (len(stems) - 1))
    return AnyOf(pairs, least=len(pairs))
