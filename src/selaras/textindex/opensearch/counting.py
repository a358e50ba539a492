"""How many documents have a word: questions that count and bring no document."""

import heapq
from collections.abc import Callable, Collection, Iterator
from typing import Any

from selaras.textindex.opensearch.nearly import LONGEST_BEGINNING, beginning, escaped

Ask = Callable[[dict[str, Any]], dict[str, Any]]
# OpenSearch answers with at most 65,535 values at once; beyond, the whole list is read in parts.
MOST_AT_ONCE, PART = 10_000, 10_000
TERMS_AT_ONCE = 500
NAME = "values"


def most_frequent(ask: Ask, field: str, prefix: str, most: int) -> list[tuple[str, int]]:
    """Values that begin so; the most frequent first, equal ones by the alphabet."""
    if most < 1:
        return []
    if most <= MOST_AT_ONCE and len(prefix) <= LONGEST_BEGINNING:
        counting: dict[str, Any] = {"field": field, "size": most}
        if prefix:
            # The empty value is let in too, and one more: where no value begins as an expression
            # has to, OpenSearch 2.19 answers with an error of its own.
            counting |= {"include": f"({escaped(prefix)}.*)?", "size": most + 1}
        buckets = _buckets(ask(_counting(field, prefix, {"terms": counting})))
        begin = [one for one in buckets if one["key"].startswith(prefix)]
        return [(one["key"], one["doc_count"]) for one in begin[:most]]
    every = (one for one in _every(ask, field, prefix) if one[0].startswith(prefix))
    return heapq.nsmallest(most, every, key=lambda one: (-one[1], one[0]))


def each_count(ask: Ask, field: str, terms: Collection[str]) -> dict[str, int]:
    wanted = list(dict.fromkeys(terms))
    counts: dict[str, int] = {}
    for start in range(0, len(wanted), TERMS_AT_ONCE):
        part = wanted[start : start + TERMS_AT_ONCE]
        having = [{"term": {field: {"value": term}}} for term in part]
        answer = ask(
            {
                "size": 0,
                "query": {"bool": {"should": having}},
                "aggs": {
                    NAME: {"filters": {"filters": dict(zip(_names(part), having, strict=True))}}
                },
            }
        )
        found = answer.get("aggregations", {}).get(NAME, {}).get("buckets", {})
        for name, term in zip(_names(part), part, strict=True):
            counts[term] = found.get(name, {}).get("doc_count", 0)
    return counts


def _every(ask: Ask, field: str, prefix: str) -> Iterator[tuple[str, int]]:
    composite: dict[str, Any] = {"size": PART, "sources": [{NAME: {"terms": {"field": field}}}]}
    while buckets := _buckets(ask(_counting(field, prefix, {"composite": composite}))):
        yield from ((one["key"][NAME], one["doc_count"]) for one in buckets)
        composite["after"] = buckets[-1]["key"]


def _counting(field: str, prefix: str, counted: dict[str, Any]) -> dict[str, Any]:
    having = beginning(field, prefix) if prefix else {"match_all": {}}
    return {"size": 0, "query": having, "aggs": {NAME: counted}}


def _buckets(answer: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = answer.get("aggregations", {}).get(NAME, {}).get("buckets", [])
    return found


def _names(terms: list[str]) -> list[str]:
    return [str(place) for place, _ in enumerate(terms)]
