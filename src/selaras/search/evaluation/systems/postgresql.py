"""PostgreSQL's full-text search: of the settings that one would try, the one that ranks best."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from statistics import fmean
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper
from django.db.utils import ConnectionHandler

from selaras.search.evaluation.asked import Asked
from selaras.search.evaluation.corpus import OfflineDocument
from selaras.search.evaluation.metrics import DEPTH, MRR, measure
from selaras.search.evaluation.systems.contract import Searcher, System, Unusable

NAME = "postgresql"
_SAMPLE = 100  # queries on which a setting is chosen

# What a server that has memory is given; its defaults would measure the disk.
_SESSION = "SET temp_buffers = '512MB'; SET work_mem = '64MB'; SET jit = off"
_CREATE = """CREATE TEMPORARY TABLE evaluated (
    id text COLLATE "C" PRIMARY KEY, title text NOT NULL, body text NOT NULL)"""
_INSERT = "INSERT INTO evaluated (id, title, body) VALUES (%s, %s, %s)"
_COLUMN = """ALTER TABLE evaluated ADD COLUMN {column} tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('{words}', title), '{title}')
    || setweight(to_tsvector('{words}', body), 'D')) STORED"""
_INDEX = "CREATE INDEX ON evaluated USING gin ({column})"
_SEARCH = r"""WITH asked AS (
    SELECT regexp_replace(plainto_tsquery('{words}', %s)::text,
                          ' (&|<->|<\d+>) ', ' | ', 'g')::tsquery AS any_word)
SELECT id FROM evaluated, asked WHERE {column} @@ any_word
ORDER BY {rank}({column}, any_word, {length}) DESC, id LIMIT %s"""


@dataclass(frozen=True, slots=True)
class _Setting:
    """`title`: its weight, A being ten times the body's D. `length`: how ranks are divided by the
    length of a text, 0 not at all, 1 by one and its logarithm."""

    words: str
    title: str
    rank: str
    length: int

    @property
    def column(self) -> str:
        return f"{self.words}_{self.title.lower()}"

    def sql(self, template: str) -> str:
        return template.format(
            column=self.column,
            words=self.words,
            title=self.title,
            rank=self.rank,
            length=self.length,
        )

    def __str__(self) -> str:
        return f"{self.words}, title {self.title}, {self.rank} / {self.length}, any word"


_FIRST = _Setting("indonesian", "A", "ts_rank", 1)
_OTHERS: tuple[dict[str, Any], ...] = (
    {"words": "simple"},
    {"length": 0},
    {"title": "D"},
    {"rank": "ts_rank_cd"},
)


class _Searcher:
    def __init__(self, cursor: CursorWrapper) -> None:
        self._cursor = cursor
        self._columns: set[str] = set()
        self._setting = _FIRST

    @property
    def setup(self) -> str:
        return str(self._setting)

    def choose(self, setting: _Setting) -> None:
        """Search with this setting from now on."""
        self._setting = setting
        if setting.column not in self._columns:
            self._cursor.execute(setting.sql(_COLUMN))
            self._cursor.execute(setting.sql(_INDEX))
            self._cursor.execute("ANALYZE evaluated")
            self._columns.add(setting.column)

    def search(self, query: str, *, region: str, limit: int) -> list[str]:
        self._cursor.execute(self._setting.sql(_SEARCH), (_storable(query), limit))
        return [row[0] for row in self._cursor.fetchall()]


def postgresql(settings: dict[str, Any]) -> System:
    """The system on the database of these settings, as in Django's DATABASES; all that is written
    is a temporary table."""
    return System(NAME, partial(_index, settings), _tune)


@contextmanager
def _index(
    settings: dict[str, Any], folder: Path, documents: Sequence[OfflineDocument]
) -> Iterator[Searcher]:
    try:
        connection = ConnectionHandler({"default": settings})["default"]
        _require_postgresql(connection)
        try:
            with connection.cursor() as cursor:
                yield _filled(cursor, documents)
        finally:
            connection.close()
    except (ImproperlyConfigured, DatabaseError) as error:
        raise Unusable(str(error).strip().partition("\n")[0]) from error


def _require_postgresql(connection: BaseDatabaseWrapper) -> None:
    if connection.vendor != "postgresql":
        raise Unusable(
            "basis datanya bukan PostgreSQL: beri --postgresql postgres://… atau DATABASE_URL"
        )


def _filled(cursor: CursorWrapper, documents: Sequence[OfflineDocument]) -> _Searcher:
    cursor.execute(_SESSION)
    cursor.execute(_CREATE)
    rows = [(_storable(one.id), _storable(one.title), _storable(one.body)) for one in documents]
    cursor.executemany(_INSERT, rows)
    searcher = _Searcher(cursor)
    searcher.choose(_FIRST)
    return searcher


def _tune(searcher: Searcher, asked: Sequence[Asked]) -> None:
    """One choice after another, each kept where it ranks better on some of the queries that are
    measured: where that is unfair, it is in its favour."""
    assert isinstance(searcher, _Searcher)  # noqa: S101 - the two belong together
    sample = asked[:: max(1, len(asked) // _SAMPLE)]
    best, most = _FIRST, _mrr(searcher, _FIRST, sample)
    for change in _OTHERS:
        tried = replace(best, **change)
        reached = _mrr(searcher, tried, sample)
        if reached > most:
            best, most = tried, reached
    searcher.choose(best)


def _mrr(searcher: _Searcher, setting: _Setting, asked: Sequence[Asked]) -> float:
    searcher.choose(setting)
    return fmean(
        measure(searcher.search(one.query, region=one.region, limit=DEPTH), one.relevant)[MRR]
        for one in asked
    )


def _storable(text: str) -> str:
    """PostgreSQL has no place for the character of code 0."""
    return text.replace("\0", " ")
