"""SQLite counts, for each connection, the commits of all others."""

import sqlite3
from pathlib import Path

from selaras.delivery.watching.sources import Unreachable

GONE = 2  # seconds to wait for a database that is locked


class SqliteSource:
    """`PRAGMA data_version`, on a connection of its own to the file that stands there now."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.opened = 0
        self._rows: sqlite3.Connection | None = None
        self._inode = 0
        self._seen = -1

    def has_moved(self) -> bool:
        try:
            inode = self.path.stat().st_ino
            if self._rows is None or inode != self._inode:
                self._open(inode)
            assert self._rows is not None  # noqa: S101 opened above
            (now,) = self._rows.execute("PRAGMA data_version").fetchone()
        except (OSError, sqlite3.Error) as error:
            self.close()
            raise Unreachable(str(error)) from error
        moved, self._seen = now != self._seen, now
        return bool(moved)

    def _open(self, inode: int) -> None:
        self.close()
        # Not made where it is missing: somebody has moved it away, and will bring it back.
        self._rows = sqlite3.connect(
            f"{self.path.as_uri()}?mode=ro", uri=True, timeout=GONE, check_same_thread=False
        )
        self._inode, self._seen = inode, -1
        self.opened += 1
        # The counter begins with the first read.
        self._rows.execute("SELECT 1 FROM ledger_epoch").fetchone()

    def close(self) -> None:
        if self._rows is not None:
            self._rows.close()
        self._rows, self._seen = None, -1
