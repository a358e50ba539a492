"""Changes that wait to be sent: on disk when they are many, the last one of each id."""

import tempfile
from collections.abc import Iterable, Iterator

from selaras.textindex.fitting import LONGEST_ID, encoded
from selaras.textindex.opensearch.bulk import Change
from selaras.textindex.opensearch.sources import dropping, putting
from selaras.textindex.schema import Document, Schema

IN_MEMORY = 16_000_000


class Spool:
    """A `Writer` that writes to itself. In memory it needs the ids only."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._file = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115
        self._where: dict[str, tuple[int, int]] = {}

    def put(self, documents: Iterable[Document]) -> None:
        self._add((one.id, putting(one, self._schema)) for one in documents)

    def drop(self, ids: Iterable[str]) -> None:
        # OpenSearch takes no id that nothing can have.
        able = (one for one in ids if 0 < len(encoded(one)) <= LONGEST_ID)
        self._add((identity, dropping(identity)) for identity in able)

    def _add(self, changes: Iterable[tuple[str, bytes]]) -> None:
        """All of them or none: places become known only when the last one was fit."""
        end = self._file.seek(0, 2)
        added: dict[str, tuple[int, int]] = {}
        for identity, lines in changes:
            self._file.write(lines)
            added[identity] = (end, len(lines))
            end += len(lines)
        self._where |= added

    @property
    def size(self) -> int:
        """In bytes."""
        return self._file.tell()

    def take(self) -> Iterator[Change]:
        """Everything that waits; afterwards nothing does."""
        for identity, (start, size) in self._where.items():
            self._file.seek(start)
            yield Change(identity, self._file.read(size))
        self._where.clear()
        self._file.seek(0)
        self._file.truncate()

    def close(self) -> None:
        self._file.close()
