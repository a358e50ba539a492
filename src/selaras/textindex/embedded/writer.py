"""One open writer of the engine."""

from collections.abc import Iterable

import tantivy

from selaras.textindex.embedded.documents import written
from selaras.textindex.embedded.failing import told
from selaras.textindex.embedded.fields import ID
from selaras.textindex.errors import EngineError, Unavailable
from selaras.textindex.schema import Document, Schema

# One thread beside the one that makes documents: two cores are kept busy by that. Its memory, in
# bytes, is what it gathers before it writes a part of the index.
_THREADS = 1
_MEMORY = 64_000_000


class EmbeddedWriter:
    """A `Writer` of the contract, which the index commits, or rolls back, and releases.

    `put` holds its documents in memory until all were found to fit: a few thousand at a time.
    """

    def __init__(self, index: tantivy.Index, schema: Schema) -> None:
        """Raises `Busy`."""
        self._schema = schema
        self._made = index.schema
        with told():
            # No other reference to it may be kept: it lets others write when this one is gone.
            self._writer: tantivy.IndexWriter | None = index.writer(_MEMORY, _THREADS)
            # Files of a writer that died before its commit have names that ours would take.
            self._writer.garbage_collect_files()

    def put(self, documents: Iterable[Document]) -> None:
        ready = [(one.id, written(one, self._schema, self._made)) for one in documents]
        with told():
            for id_, document in ready:
                self._open.delete_documents_by_term(ID, id_)
                self._open.add_document(document)

    def drop(self, ids: Iterable[str]) -> None:
        with told():
            for one in ids:
                self._open.delete_documents_by_term(ID, one)

    def commit(self) -> None:
        with told():
            self._open.commit()

    def rollback(self) -> None:
        """A writer that cannot do even that is released: what it had goes with it."""
        try:
            with told():
                self._open.rollback()
        except EngineError:
            self.release()

    def settle(self) -> None:
        """Waits until its parts are merged, and releases it."""
        with told():
            self._open.wait_merging_threads()
        self.release()

    def release(self) -> None:
        self._writer = None

    @property
    def released(self) -> bool:
        return self._writer is None

    @property
    def _open(self) -> tantivy.IndexWriter:
        if self._writer is None:
            raise Unavailable("This writer is closed")
        return self._writer
