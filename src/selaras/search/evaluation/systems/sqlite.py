"""SQLite's FTS5 with its own tokenizer and BM25; any word may match."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from selaras.search.evaluation.corpus import OfflineDocument
from selaras.search.evaluation.systems.contract import Searcher, System, words

_SEARCH = "SELECT id FROM texts WHERE texts MATCH ? ORDER BY rank, rowid LIMIT ?"


class _Searcher:
    setup = "FTS5, unicode61, bm25, any word"

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def search(self, query: str, *, region: str, limit: int) -> list[str]:
        asked = " OR ".join(f'"{word}"' for word in words(query))
        if not asked:
            return []
        return [row[0] for row in self._connection.execute(_SEARCH, (asked, limit))]


@contextmanager
def _index(folder: Path, documents: Sequence[OfflineDocument]) -> Iterator[Searcher]:
    with closing(sqlite3.connect(folder / "texts.sqlite3")) as connection:
        connection.execute("CREATE VIRTUAL TABLE texts USING fts5(id UNINDEXED, title, body)")
        # Rows come in the order of their ids, so that equal ranks are ordered by them.
        connection.executemany(
            "INSERT INTO texts (id, title, body) VALUES (?, ?, ?)",
            ((one.id, one.title, one.body) for one in documents),
        )
        connection.execute("INSERT INTO texts (texts) VALUES ('optimize')")
        connection.commit()
        yield _Searcher(connection)


SQLITE = System("sqlite-fts5", _index)
