"""The embedded engine's `Index`."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from selaras.textindex.embedded.failing import told
from selaras.textindex.embedded.fields import created, made_schema, opened
from selaras.textindex.embedded.generations import Generations
from selaras.textindex.embedded.locking import WritingLock
from selaras.textindex.embedded.queries import Translator
from selaras.textindex.embedded.reader import Reader
from selaras.textindex.embedded.snapshot import EmbeddedSnapshot
from selaras.textindex.embedded.writer import EmbeddedWriter
from selaras.textindex.errors import Busy, EngineError
from selaras.textindex.schema import Schema


class EmbeddedIndex:
    """Reading writes nothing, and needs no process that writes.

    Who has written stays the one writer, so that parts can be merged in the background, until
    `close`; one thread at a time, others are told `Busy`.
    """

    def __init__(self, folder: Path, schema: Schema) -> None:
        """`folder` may be shared with other schemas of other names, and need not exist."""
        self.schema = schema
        self._made = made_schema(schema)
        own = folder / schema.name
        self._generations = Generations(own, schema.digest)
        self._reader = Reader(self._generations, self._made)
        self._translate = Translator(schema, self._made)
        self._lock = WritingLock(own / "writing.lock")
        self._turn = threading.Lock()
        self._writer: EmbeddedWriter | None = None

    @property
    def fresh(self) -> bool:
        """Whether it was never rebuilt as a whole for this schema, or cannot be read any more."""
        try:
            self.snapshot()
        except EngineError:
            return True
        return not self._generations.current()

    def snapshot(self) -> EmbeddedSnapshot:
        searcher, folder = self._reader.newest()
        return EmbeddedSnapshot(searcher, self.schema, self._translate, folder)

    @contextmanager
    def writing(self) -> Iterator[EmbeddedWriter]:
        with self._own_turn():
            writer = self._kept_writer()
            try:
                yield writer
                writer.commit()
            except BaseException:
                writer.rollback()
                raise

    @contextmanager
    def rebuilding(self) -> Iterator[EmbeddedWriter]:
        with self._own_turn():
            number = (self._generations.current() or 0) + 1
            path = self._new_generation(number)
            try:
                writer = self._writer_of(path)
                try:
                    yield writer
                    writer.commit()
                    writer.settle()
                finally:
                    writer.release()
            except BaseException:
                shutil.rmtree(path, ignore_errors=True)
                raise
            self._release_writer()  # it writes to the generation before
            self._publish(number)
            self._generations.tidy(others=True)

    def close(self) -> None:
        """Lets another process write; snapshots that were taken go on answering."""
        with self._turn:
            self._release_writer()
            self._lock.release()
        self._reader.forget()

    @contextmanager
    def _own_turn(self) -> Iterator[None]:
        if not self._turn.acquire(blocking=False):
            raise Busy("Another thread writes to this index")
        try:
            if not self._lock.held:
                self._lock.take()
                self._generations.tidy(others=False)
            yield
        finally:
            self._turn.release()

    def _kept_writer(self) -> EmbeddedWriter:
        if self._writer is None or self._writer.released:
            number = self._generations.current()
            if number is None:
                number = 0
                self._new_generation(number)
                self._publish(number)
            self._writer = self._writer_of(self._generations.path(number))
        return self._writer

    def _new_generation(self, number: int) -> Path:
        with told():
            path = self._generations.begin(number)
            created(self._made, path)
        return path

    def _publish(self, number: int) -> None:
        with told():
            self._generations.publish(number)

    def _writer_of(self, path: Path) -> EmbeddedWriter:
        with told():
            index = opened(path)
        return EmbeddedWriter(index, self.schema)

    def _release_writer(self) -> None:
        if self._writer is not None:
            self._writer.release()
            self._writer = None
