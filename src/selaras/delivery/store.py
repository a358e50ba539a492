"""The file in which pages are kept, beside the database and independent of it.

One for each machine. It is a cache: what is damaged or of another form is thrown away and made
again, and where it cannot be written, pages are made for each process.
"""

import logging
import sqlite3
import threading
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from selaras.delivery.kept import Damaged, Kept, packed, unpacked

logger = logging.getLogger(__name__)

FORMAT = 1
COLUMNS = "host, path, release, epoch, made_at, any_query, told, body, digest"
TABLES = f"""
CREATE TABLE IF NOT EXISTS page (
    id INTEGER PRIMARY KEY, host TEXT NOT NULL, path TEXT NOT NULL, release TEXT NOT NULL,
    epoch INTEGER NOT NULL, made_at REAL NOT NULL, any_query INTEGER NOT NULL, told TEXT NOT NULL,
    body BLOB NOT NULL, digest BLOB NOT NULL, UNIQUE (host, path));
CREATE TABLE IF NOT EXISTS need (
    key TEXT NOT NULL, page INTEGER NOT NULL, PRIMARY KEY (key, page)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS need_page ON need (page);
CREATE TABLE IF NOT EXISTS value (
    slot TEXT PRIMARY KEY, html BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS told (name TEXT PRIMARY KEY, value REAL NOT NULL) WITHOUT ROWID;
PRAGMA user_version = {FORMAT};
"""
MOST_VARIABLES = 500


class NotKept(Exception):
    """Nothing can be read or written now: the disk is full, the file torn, the folder closed."""


class Store:
    """Safe for threads and processes. Every method may raise `NotKept`: then pages are made."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._mine = threading.local()

    def page(self, host: str, path: str) -> Kept | None:
        """What is kept there, or None; what is damaged is forgotten."""
        with self._reading() as rows:
            row = rows.execute(
                f"SELECT {COLUMNS} FROM page WHERE host = ? AND path = ?",  # noqa: S608
                (host, path),
            ).fetchone()
            if row is None:
                return None
            try:
                return unpacked(row)
            except Damaged:
                logger.warning("a kept page was damaged: %s%s", host, path)
        self.forget(host, path)
        return None

    def keep(self, page: Kept) -> None:
        """In the place of what was kept there."""
        with self._writing() as rows:
            marks = ", ".join("?" * 9)
            rows.execute(
                f"INSERT INTO page ({COLUMNS}) VALUES ({marks}) ON CONFLICT (host, path)"  # noqa: S608
                " DO UPDATE SET release = excluded.release, epoch = excluded.epoch,"
                " made_at = excluded.made_at, any_query = excluded.any_query,"
                " told = excluded.told, body = excluded.body, digest = excluded.digest",
                packed(page),
            )
            (number,) = rows.execute(
                "SELECT id FROM page WHERE host = ? AND path = ?", (page.host, page.path)
            ).fetchone()
            rows.execute("DELETE FROM need WHERE page = ?", (number,))
            rows.executemany("INSERT INTO need VALUES (?, ?)", [(key, number) for key in page.keys])

    def forget(self, host: str, path: str) -> None:
        with self._writing() as rows:
            gone = "SELECT id FROM page WHERE host = ? AND path = ?"
            rows.execute(f"DELETE FROM need WHERE page IN ({gone})", (host, path))  # noqa: S608
            rows.execute("DELETE FROM page WHERE host = ? AND path = ?", (host, path))

    def needing(self, keys: Collection[str]) -> list[tuple[str, str]]:
        """The addresses of the pages that depend on one of these."""
        found: dict[tuple[str, str], None] = {}
        wanted = sorted(keys)
        with self._reading() as rows:
            for start in range(0, len(wanted), MOST_VARIABLES):
                some = wanted[start : start + MOST_VARIABLES]
                marks = ", ".join("?" * len(some))
                found |= dict.fromkeys(
                    rows.execute(
                        "SELECT DISTINCT host, path FROM need JOIN page ON page.id = need.page"  # noqa: S608
                        f" WHERE need.key IN ({marks})",
                        some,
                    ).fetchall()
                )
        return list(found)

    def addresses(self) -> list[tuple[str, str, str, int, float]]:
        """Of every page: host, path, release, epoch, made_at; those longest kept first."""
        with self._reading() as rows:
            return rows.execute(
                "SELECT host, path, release, epoch, made_at FROM page ORDER BY made_at"
            ).fetchall()

    def newest_epoch(self) -> int:
        """The highest in which a page was made; -1 where there is none."""
        with self._reading() as rows:
            (found,) = rows.execute("SELECT max(epoch) FROM page").fetchone()
        return -1 if found is None else found

    def values(self, slots: Collection[str]) -> dict[str, bytes]:
        """What stood last in these slots, each as its JSON."""
        found: dict[str, bytes] = {}
        wanted = sorted(slots)
        with self._reading() as rows:
            for start in range(0, len(wanted), MOST_VARIABLES):
                some = wanted[start : start + MOST_VARIABLES]
                marks = ", ".join("?" * len(some))
                found |= dict(
                    rows.execute(f"SELECT slot, html FROM value WHERE slot IN ({marks})", some)  # noqa: S608
                )
        return found

    def keep_values(self, values: dict[str, bytes]) -> None:
        with self._writing() as rows:
            rows.executemany("INSERT OR REPLACE INTO value VALUES (?, ?)", values.items())

    def slots(self) -> list[str]:
        """Every slot whose value is kept."""
        with self._reading() as rows:
            return [slot for (slot,) in rows.execute("SELECT slot FROM value")]

    def forget_all(self) -> None:
        with self._writing() as rows:
            for table in ("page", "need", "value", "told"):
                rows.execute(f"DELETE FROM {table}")  # noqa: S608 our own names

    def told(self, name: str) -> float | None:
        with self._reading() as rows:
            row = rows.execute("SELECT value FROM told WHERE name = ?", (name,)).fetchone()
        return row[0] if row else None

    def tell(self, name: str, value: float) -> None:
        with self._writing() as rows:
            rows.execute("INSERT OR REPLACE INTO told VALUES (?, ?)", (name, value))

    def close(self) -> None:
        """End this thread's connection; the next call opens another."""
        known = getattr(self._mine, "rows", None)
        if known is not None:
            known[1].close()
            del self._mine.rows

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with self._guarded():
            yield self._connection()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._guarded():
            rows = self._connection()
            with rows:
                yield rows

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """A file that is no database, or a torn one, is thrown away: the next call begins anew."""
        try:
            yield
        except (sqlite3.DatabaseError, OSError) as error:
            if isinstance(error, sqlite3.DatabaseError) and _is_broken(error):
                self._discard(str(error))
            raise NotKept(str(error)) from error

    def _connection(self) -> sqlite3.Connection:
        """This thread's, to the file that stands there now."""
        known: tuple[int, sqlite3.Connection] | None = getattr(self._mine, "rows", None)
        try:
            inode = self.path.stat().st_ino
        except OSError:
            inode = 0
        if known is not None and known[0] == inode:
            return known[1]
        if known is not None:
            known[1].close()
        rows = self._open()
        self._mine.rows = (self.path.stat().st_ino, rows)
        return rows

    def _open(self) -> sqlite3.Connection:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        rows = sqlite3.connect(self.path, timeout=5, check_same_thread=False)
        rows.execute("PRAGMA journal_mode = WAL")
        rows.execute("PRAGMA synchronous = NORMAL")
        (form,) = rows.execute("PRAGMA user_version").fetchone()
        if form not in {0, FORMAT}:
            rows.close()
            self._discard(f"its form is {form}")
            return self._open()
        rows.executescript(TABLES)
        return rows

    def _discard(self, why: str) -> None:
        logger.warning("kept pages are thrown away: %s", why)
        self._mine = threading.local()
        for name in (self.path.name, f"{self.path.name}-wal", f"{self.path.name}-shm"):
            self.path.with_name(name).unlink(missing_ok=True)


def _is_broken(error: sqlite3.DatabaseError) -> bool:
    """Not busy, full or forbidden, but no database, or a torn one."""
    broken = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
    return (getattr(error, "sqlite_errorcode", 0) & 0xFF) in broken
