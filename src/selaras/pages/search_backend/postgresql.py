"""PostgreSQL's full text search. Only importable where PostgreSQL is the database in use."""

from typing import Any

from django.contrib.postgres.search import SearchQuery
from modelsearch.backends.database.postgres.postgres import (
    PostgresAutocompleteQueryCompiler,
    PostgresIndex,
    PostgresSearchBackend,
    PostgresSearchQueryCompiler,
)
from modelsearch.query import PlainText

from selaras.pages.search_backend.unranked import UnrankedCompiler, UnrankedIndex

# The words as they stand: SQLite's index has no stemmer and no stop words either, and the
# default would be whatever language the server was installed with.
CONFIG = "simple"


class Index(UnrankedIndex, PostgresIndex):
    pass


class Unranked(UnrankedCompiler, PostgresSearchQueryCompiler):
    pass


class SearchCompiler(Unranked):
    def build_tsquery_content(self, query: Any, config: Any = None, invert: bool = False) -> Any:
        """The query is cut into words as the text was: Wagtail's own way loses "Covid-19"."""
        if isinstance(query, PlainText) and query.operator == "and" and not invert:
            return SearchQuery(query.query_string, search_type="plain", config=config)
        return super().build_tsquery_content(  # type: ignore[no-untyped-call]
            query, config=config, invert=invert
        )


class AutocompleteCompiler(Unranked, PostgresAutocompleteQueryCompiler):
    """For words of which only the beginning is known."""


class PostgreSQLBackend(PostgresSearchBackend):
    query_compiler_class = SearchCompiler
    autocomplete_query_compiler_class = AutocompleteCompiler
    index_class = Index

    def __init__(self, params: dict[str, Any]) -> None:
        super().__init__(  # type: ignore[no-untyped-call]
            {"SEARCH_CONFIG": CONFIG, **params}
        )
