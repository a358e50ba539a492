"""Wagtail's search in the database, without its ranking.

Ranking by relevance costs a correlated subquery for every row on SQLite: over 20 s for a word in
11,000 pages, where finding it takes 62 ms. Results keep the order that the caller gave.
"""

from typing import Any

from django.db import connection


def SearchBackend(params: dict[str, Any]) -> Any:
    """The backend for the database in use; the name is the one that Wagtail looks for."""
    if connection.vendor == "postgresql":
        from selaras.pages.search_backend.postgresql import PostgreSQLBackend  # noqa: PLC0415

        return PostgreSQLBackend(params)
    from selaras.pages.search_backend.sqlite import SQLiteBackend  # noqa: PLC0415

    return SQLiteBackend(params)  # type: ignore[no-untyped-call]
