"""The lock of the process that writes; the system frees it when that process dies."""

import fcntl
from pathlib import Path
from typing import IO

from selaras.textindex.embedded.failing import told
from selaras.textindex.errors import Busy


class WritingLock:
    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[bytes] | None = None

    @property
    def held(self) -> bool:
        return self._file is not None

    def take(self) -> None:
        """Raises `Busy`."""
        if self._file is not None:
            return
        with told():
            self._path.parent.mkdir(parents=True, exist_ok=True)
            file = self._path.open("ab")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            file.close()
            raise Busy("Another process writes to this index") from error
        self._file = file

    def release(self) -> None:
        if self._file is not None:
            # Said aloud, since a forked process may have the file open too.
            fcntl.flock(self._file, fcntl.LOCK_UN)
            self._file.close()
            self._file = None
