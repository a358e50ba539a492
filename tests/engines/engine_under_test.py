"""What the contract test knows of an engine: its name, its address, and how it is opened."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from selaras.textindex.contract import Index
from selaras.textindex.opening import open_index
from selaras.textindex.schema import Schema


@dataclass(frozen=True)
class Engine:
    """One engine with nothing in it. `url` is what SEARCH_URL would say, empty for the embedded
    one; it is a test's own, as `folder` is, so that tests do not meet."""

    name: str
    url: str
    folder: Path

    @contextmanager
    def opened(self, schema: Schema) -> Iterator[Index]:
        """A handle of its own, as another process would have it."""
        index = open_index(self.url, schema, folder=self.folder)
        try:
            yield index
        finally:
            index.close()
