"""SQLite's FTS5. Only importable where SQLite is the database in use."""

from modelsearch.backends.database.sqlite.sqlite import (
    SQLiteAutocompleteQueryCompiler,
    SQLiteIndex,
    SQLiteSearchBackend,
    SQLiteSearchQueryCompiler,
)

from selaras.pages.search_backend.unranked import UnrankedCompiler, UnrankedIndex


class Index(UnrankedIndex, SQLiteIndex):
    pass


class SearchCompiler(UnrankedCompiler, SQLiteSearchQueryCompiler):
    pass


class AutocompleteCompiler(SearchCompiler, SQLiteAutocompleteQueryCompiler):
    """The same for words of which only the beginning is known."""


class SQLiteBackend(SQLiteSearchBackend):
    query_compiler_class = SearchCompiler
    autocomplete_query_compiler_class = AutocompleteCompiler
    index_class = Index
