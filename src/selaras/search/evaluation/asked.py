"""Queries with the documents that answer them, from a file."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from selaras.search.evaluation.lines import (
    BadLine,
    identified,
    identifier,
    optional_text,
    read_lines,
)


@dataclass(frozen=True, slots=True)
class Asked:
    """`relevant` are ids of documents; `region` is the code of who asks, empty if not known."""

    id: str
    query: str
    relevant: frozenset[str]
    region: str = ""


@dataclass(frozen=True, slots=True)
class Queries:
    """`repeated` lines are left out. `unknown` counts relevant ids that no document has: they stay
    relevant, and nobody can find them; `unanswerable` are the queries that have no other."""

    asked: list[Asked]
    repeated: int
    unknown: int
    unanswerable: int


def read_queries(path: Path, known: Collection[str]) -> Queries:
    """`known` are the ids of the documents. Raises Flawed, naming lines, or Refused."""
    asked, repeated = read_lines(path, _asked)
    ids = frozenset(known)
    return Queries(
        asked=asked,
        repeated=repeated,
        unknown=sum(len(one.relevant - ids) for one in asked),
        unanswerable=sum(not one.relevant & ids for one in asked),
    )


def _asked(row: Mapping[str, Any]) -> Asked:
    query = optional_text(row, "query")
    if not query.strip():
        raise BadLine('"query" kosong.', 'Tulis misalnya "query": "syarat membuat KTP".')
    relevant = row.get("relevant")
    if not isinstance(relevant, list) or not relevant:
        raise BadLine('"relevant" bukan daftar id.', 'Tulis misalnya "relevant": ["a1"].')
    ids = frozenset(identified(one, "relevant") for one in relevant)
    return Asked(identifier(row), query, ids, optional_text(row, "region"))
