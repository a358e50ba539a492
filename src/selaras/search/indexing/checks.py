"""The checks of the index: it is there, and has something where something is published."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Tags, Warning, register
from django.db import connections

from selaras.search.index import national_index
from selaras.search.indexing.filling import everything
from selaras.search.models import WaitingEntry
from selaras.textindex.errors import EngineError


@register(Tags.database, deploy=True)
def index_answers(databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """No error: without it everything is served but the search."""
    tables = {name for alias in databases or () for name in _tables(alias)}
    if WaitingEntry._meta.db_table not in tables:
        return []
    try:
        empty = national_index().snapshot().statistics().documents == 0
    except (EngineError, OSError, ValueError, ImportError) as error:
        return [
            Warning(
                f"The search index cannot be opened: {error}",
                hint="See SEARCH_URL, and that its server runs; empty, the data folder is used.",
                id="search.W001",
            )
        ]
    if empty and next(everything(), None) is not None:
        return [
            Warning(
                "The search index is empty, although something is published.",
                hint="Run `selaras search reindex`, or leave it to the indexer beside the server.",
                id="search.W002",
            )
        ]
    return []


def _tables(alias: str) -> list[str]:
    return connections[alias].introspection.table_names()
