"""One indexer at a time: two that read at different moments could write the older text last.

The turn ends with the process that has it, however that ends.
"""

import fcntl
from pathlib import Path
from typing import IO

from django.conf import settings
from django.db import connection

LOCK = 0x53454C4152415301  # a number of our own among PostgreSQL's advisory locks


class Turn:
    """SQLite is one machine, where a locked file tells; on PostgreSQL the session holds a lock."""

    def __init__(self) -> None:
        self._file: IO[str] | None = None

    def take(self) -> bool:
        """Whether it is ours; to be asked again before each batch, for a session may be lost."""
        if connection.vendor == "postgresql":
            return _session_has_it()
        if self._file is None:
            self._file = _locked(settings.DATA_DIR / "search" / "indexer.lock")
        return self._file is not None

    def leave(self) -> None:
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock_all()")
        elif self._file is not None:
            self._file.close()
            self._file = None


def _session_has_it() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' "
            "AND pid = pg_backend_pid() AND objsubid = 1 "
            "AND (classid::bigint << 32) | objid::bigint = %s) OR pg_try_advisory_lock(%s)",
            [LOCK, LOCK],
        )
        return bool(cursor.fetchone()[0])


def _locked(path: Path) -> IO[str] | None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = path.open("w")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.close()
        return None
    return file
