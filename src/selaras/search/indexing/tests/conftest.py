"""An indexer of an index of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from selaras.search.indexing.keeping import Indexer
from selaras.search.schema import ENTRIES
from selaras.textindex.opening import open_index


@pytest.fixture
def indexer(tmp_path: Path) -> Iterator[Indexer]:
    made = Indexer(open_index("", ENTRIES, folder=tmp_path))
    yield made
    made.index.close()
