"""Queries in the engine's terms."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from tantivy import FieldType, Occur
from tantivy import Query as Made
from tantivy import Schema as MadeSchema

from selaras.textindex.errors import Unsuitable
from selaras.textindex.fitting import field_of
from selaras.textindex.queries import (
    AnyOf,
    Best,
    Between,
    Everything,
    Filter,
    Filtered,
    Fuzzy,
    Keyword,
    Phrase,
    Query,
    Term,
)
from selaras.textindex.schema import Kind, Schema

_LARGEST = 2**63 - 1
# Longer words are compared exactly: what is this long was not mistyped, and looking for words
# like one of 10,000 letters would take a quarter of a second.
_LONGEST_FUZZY = 64


class Translator:
    """Makes the engine's query of ours. Raises `Unsuitable` for what does not fit the schema."""

    def __init__(self, schema: Schema, made: MadeSchema) -> None:
        self._schema = schema
        self.made = made
        self._ways: dict[type, Callable[[Any], Made]] = {
            Term: self._term,
            Phrase: self._phrase,
            Fuzzy: self._fuzzy,
            AnyOf: self._any_of,
            Best: self._best,
            Keyword: self._keyword,
            Between: self._between,
            Everything: self._everything,
            Filtered: self._filtered,
        }

    def __call__(self, query: Query) -> Made:
        try:
            return self._ways[type(query)](query)
        except ValueError as error:
            raise Unsuitable(f"Not a query of this index: {error}") from error

    def _term(self, query: Term) -> Made:
        field_of(self._schema, query.field, Kind.WORDS)
        return _weighted(self._exact(query.field, query.term), query.weight)

    def _exact(self, field: str, value: str | int) -> Made:
        return Made.term_query(self.made, field, value, "freq")

    def _phrase(self, query: Phrase) -> Made:
        if not field_of(self._schema, query.field, Kind.WORDS).phrases:
            raise Unsuitable(f"The field {query.field!r} does not keep the order of its words")
        if len(query.terms) < 2:  # noqa: PLR2004 - the engine would panic
            raise Unsuitable("A phrase has two words or more")
        made = Made.phrase_query(self.made, query.field, list(query.terms), query.slop)
        return _weighted(made, query.weight)

    def _fuzzy(self, query: Fuzzy) -> Made:
        field_of(self._schema, query.field, Kind.WORDS, Kind.KEYWORD)
        if query.distance not in (1, 2):
            raise Unsuitable(f"Words are compared at a distance of 1 or 2, not {query.distance}")
        if len(query.term) > _LONGEST_FUZZY:
            made = self._exact(query.field, query.term)
        else:
            made = Made.fuzzy_term_query(
                self.made, query.field, query.term, query.distance, prefix=query.prefix
            )
        return Made.const_score_query(made, query.weight)

    def _any_of(self, query: AnyOf) -> Made:
        parts = [(Occur.Should, self(one)) for one in _flat(query)]
        if query.least > len(parts) or not parts:
            return Made.empty_query()
        if query.least == len(parts) > 1:  # all of them, which the engine finds by leaping
            return Made.boolean_query([(Occur.Must, one) for _, one in parts])
        # Left out for one: the engine then skips documents that cannot be among the best.
        return Made.boolean_query(parts, query.least if query.least > 1 else None)

    def _best(self, query: Best) -> Made:
        return Made.disjunction_max_query([self(one) for one in query.queries], query.tie)

    def _keyword(self, query: Keyword) -> Made:
        return Made.const_score_query(self._filter(query), query.weight)

    def _between(self, query: Between) -> Made:
        return Made.const_score_query(self._filter(query), 0.0)

    def _everything(self, _: Everything) -> Made:
        return Made.const_score_query(Made.all_query(), 0.0)

    def _filtered(self, query: Filtered) -> Made:
        if not query.must and not query.without:
            return self(query.query)
        parts = [(Occur.Must, Made.const_score_query(self._filter(one), 0.0)) for one in query.must]
        if not parts or not isinstance(query.query, Everything):
            parts.insert(0, (Occur.Must, self(query.query)))
        parts.extend((Occur.MustNot, self._filter(one)) for one in query.without)
        return Made.boolean_query(parts)

    def _filter(self, query: Filter) -> Made:
        if isinstance(query, Keyword):
            field_of(self._schema, query.field, Kind.KEYWORD)
            return self._values(query.field, query.values)
        field_of(self._schema, query.field, Kind.NUMBER)
        return self._range(query.field, query.low, query.high)

    def _values(self, field: str, values: Sequence[str]) -> Made:
        if len(values) == 1:
            return self._exact(field, values[0])
        return Made.term_set_query(self.made, field, list(values))

    def _range(self, field: str, low: int | None, high: int | None) -> Made:
        least = -_LARGEST - 1 if low is None else max(low, -_LARGEST - 1)
        most = _LARGEST if high is None else min(high, _LARGEST)
        if least > most:
            return Made.empty_query()
        if least == most:
            return self._exact(field, least)
        return Made.range_query(self.made, field, FieldType.Integer, least, most)


def same_score(query: Query) -> float | None:
    """What every document scores, None where that differs."""
    while isinstance(query, Filtered):
        query = query.query
    if isinstance(query, Keyword):
        return query.weight
    return 0.0 if isinstance(query, (Everything, Between)) else None


def _flat(query: AnyOf) -> Iterator[Query]:
    """Its parts, with those of parts that only add their scores: faster, and the same."""
    for one in query.queries:
        if query.least <= 1 and isinstance(one, AnyOf) and one.least <= 1:
            yield from _flat(one)
        else:
            yield one


def _weighted(made: Made, weight: float) -> Made:
    return made if weight == 1.0 else Made.boost_query(made, weight)
