"""SQLite's FTS5. Only importable where SQLite is the database in use."""

from typing import Any

from modelsearch.backends.database.sqlite.sqlite import (
    SQLiteAutocompleteQueryCompiler,
    SQLiteIndex,
    SQLiteSearchBackend,
    SQLiteSearchQueryCompiler,
)

from selaras.pages.search_backend.plain import says_nothing, words_only
from selaras.pages.search_backend.reading import ReadOnce


class Index(SQLiteIndex):
    def add_items(self, model: Any, objs: Any) -> None:
        super().add_items(  # type: ignore[no-untyped-call]
            model, [ReadOnce(one) for one in objs]
        )

    def _refresh_title_norms(self, full: bool = False) -> None:
        """The length of titles is kept for the ranking only, and writing it fills FTS5 twice."""


class SearchCompiler(SQLiteSearchQueryCompiler):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[no-untyped-call]
        self.query = words_only(self.query)

    def search(self, *args: Any, **kwargs: Any) -> Any:
        if says_nothing(self.query):
            return self.queryset.none()
        self.order_by_relevance = False
        return super().search(*args, **kwargs)  # type: ignore[no-untyped-call]


class AutocompleteCompiler(SearchCompiler, SQLiteAutocompleteQueryCompiler):
    """The same for words of which only the beginning is known."""


class SQLiteBackend(SQLiteSearchBackend):
    query_compiler_class = SearchCompiler
    autocomplete_query_compiler_class = AutocompleteCompiler
    index_class = Index
