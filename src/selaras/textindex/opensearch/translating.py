"""A query of the contract as OpenSearch's own JSON."""

from typing import Any

from selaras.textindex.errors import Unsuitable
from selaras.textindex.fitting import field_of
from selaras.textindex.opensearch.nearly import nearly_begins
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

NOTHING: dict[str, Any] = {"match_none": {}}
# Longer words are compared exactly: nobody mistypes one.
LONGEST_FUZZY = 64
LOWEST, HIGHEST = -(2**63), 2**63 - 1


def translated(query: Query, schema: Schema) -> dict[str, Any]:
    """Raises `Unsuitable` for a field that is not there or not of that kind."""
    match query:
        case AnyOf(queries, least):
            return _any_of([translated(one, schema) for one in queries], least)
        case Best(queries, tie):
            inner = [translated(one, schema) for one in queries]
            return {"dis_max": {"queries": inner, "tie_breaker": tie}} if inner else NOTHING
        case Filtered(inner_query, must, without):
            return {
                "bool": {
                    "must": [translated(inner_query, schema)],
                    "filter": [filtering(one, schema) for one in must],
                    "must_not": [filtering(one, schema) for one in without],
                }
            }
        case _:
            return _leaf(query, schema)


def _any_of(queries: list[dict[str, Any]], least: int) -> dict[str, Any]:
    if len(queries) < least or not queries:
        return NOTHING
    return {"bool": {"should": queries, "minimum_should_match": least}}


def _leaf(query: Query, schema: Schema) -> dict[str, Any]:
    match query:
        case Term(name, term, weight):
            field_of(schema, name, Kind.WORDS)
            return {"term": {name: {"value": term, "boost": weight}}}
        case Phrase():
            return _phrase(query, schema)
        case Fuzzy():
            return _constant(_fuzzy(query, schema), query.weight)
        case Keyword():
            return _constant(filtering(query, schema), query.weight)
        case Between():
            return _constant(filtering(query, schema), 0)
        case Everything():
            return {"match_all": {"boost": 0}}
        case _:
            raise Unsuitable(f"{type(query).__name__} is not a query")


def filtering(query: Filter, schema: Schema) -> dict[str, Any]:
    if isinstance(query, Keyword):
        field_of(schema, query.field, Kind.KEYWORD)
        return {"terms": {query.field: list(query.values)}}
    field_of(schema, query.field, Kind.NUMBER)
    least = LOWEST if query.low is None else max(query.low, LOWEST)
    most = HIGHEST if query.high is None else min(query.high, HIGHEST)
    return {"range": {query.field: {"gte": least, "lte": most}}} if least <= most else NOTHING


def _constant(query: dict[str, Any], weight: float) -> dict[str, Any]:
    return {"constant_score": {"filter": query, "boost": weight}}


def _phrase(query: Phrase, schema: Schema) -> dict[str, Any]:
    if not field_of(schema, query.field, Kind.WORDS).phrases:
        raise Unsuitable(f"The field {query.field!r} does not keep the order of its words")
    if len(query.terms) < 2:  # noqa: PLR2004
        raise Unsuitable("A phrase has two words or more")
    asked = {"query": " ".join(query.terms), "slop": query.slop, "boost": query.weight}
    return {"match_phrase": {query.field: asked}}


def _fuzzy(query: Fuzzy, schema: Schema) -> dict[str, Any]:
    field_of(schema, query.field, Kind.WORDS, Kind.KEYWORD)
    if query.distance not in (1, 2):
        raise Unsuitable(f"Words are compared at a distance of 1 or 2, not {query.distance}")
    if query.prefix:
        return nearly_begins(query.field, query.term, query.distance)
    if len(query.term) > LONGEST_FUZZY:
        return {"term": {query.field: {"value": query.term}}}
    # Without the rewriting only the 50 nearest words would be looked for.
    asked = {"value": query.term, "fuzziness": query.distance, "rewrite": "constant_score"}
    return {"fuzzy": {query.field: asked}}
