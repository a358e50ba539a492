"""The newest state of an index on disk, noticed without asking the process that writes."""

import threading
import time
from pathlib import Path

import tantivy

from selaras.textindex.embedded.failing import told
from selaras.textindex.embedded.fields import created, opened
from selaras.textindex.embedded.generations import Generations

_Stamp = tuple[int, int, int] | None

# A file that was replaced so lately, in nanoseconds, may be replaced again without looking
# different: clocks of file systems are that coarse.
_COARSE = 20_000_000


class Reader:
    """Looks at two files each time, which costs microseconds, and loads what changed."""

    def __init__(self, generations: Generations, made: tantivy.Schema) -> None:
        self._generations = generations
        self._made = made
        self._turn = threading.Lock()
        self._pointed: _Stamp = None
        self._loaded: _Stamp = None
        self._index: tantivy.Index | None = None
        self._folder: Path | None = None
        self._description: Path | None = None  # of the folder; replaced with every commit

    def newest(self) -> tuple[tantivy.Searcher, Path | None]:
        """With the folder it reads, None for an empty one in memory. Raises `Unavailable`."""
        with self._turn, told():
            try:
                return self._newest()
            except (OSError, ValueError):
                # Between two looks its generation may have been removed for a newer one.
                self.forget()
                return self._newest()

    def forget(self) -> None:
        self._index = self._folder = self._description = self._pointed = self._loaded = None

    def _newest(self) -> tuple[tantivy.Searcher, Path | None]:
        index, pointed = self._index, _stamp(self._generations.pointer)
        if index is None or pointed is None or pointed != self._pointed:
            self._index = index = self._pointed_at(index)
            self._pointed = pointed
        if self._description is not None:
            loaded = _stamp(self._description)
            if loaded is None or loaded != self._loaded:
                index.reload()
                self._loaded = loaded
        return index.searcher(), self._folder

    def _pointed_at(self, index: tantivy.Index | None) -> tantivy.Index:
        number = self._generations.current()
        folder = None if number is None else self._generations.path(number)
        if index is not None and folder == self._folder:
            return index
        self._description = None if folder is None else folder / "meta.json"
        self._folder, self._loaded = folder, None
        return created(self._made, None) if folder is None else opened(folder)


def _stamp(path: Path) -> _Stamp:
    """What differs when the file was replaced, None where that cannot be told."""
    try:
        seen = path.stat()
    except FileNotFoundError:
        return None
    if time.time_ns() - seen.st_mtime_ns < _COARSE:
        return None
    return seen.st_ino, seen.st_mtime_ns, seen.st_size
