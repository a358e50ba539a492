"""A process that writes whole shelves of books, each in one go, and tells of each that is kept."""

import json
import sys
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from engines.library import LIBRARY, SHELF, book
from selaras.textindex.opening import open_index


def main() -> None:
    url, folder, way, first = json.loads(sys.argv[1])
    index = open_index(url, LIBRARY, folder=Path(folder))
    for shelf in count(first):
        with getattr(index, way)() as writer:
            writer.put(
                book(f"{shelf}-{place}", f"rak nomor {shelf} tempat {place} " * 9, day=shelf)
                for place in range(SHELF)
            )
        print(shelf, flush=True)  # noqa: T201


main()
