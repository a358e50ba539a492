"""Reads of facts. Every function asks a number of queries that does not grow with its input."""

from selaras.facts.queries.history import history, history_after, since
from selaras.facts.queries.moments import next_moment
from selaras.facts.queries.outcomes import outcomes
from selaras.facts.queries.resolution import resolve, resolve_all
from selaras.facts.queries.types import fact_type, fact_types

__all__ = [
    "fact_type",
    "fact_types",
    "history",
    "history_after",
    "next_moment",
    "outcomes",
    "resolve",
    "resolve_all",
    "since",
]
