"""The national index of this process, as the settings say."""

import os
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from selaras.search.schema import ENTRIES
from selaras.textindex.contract import Index
from selaras.textindex.opening import open_index


def national_index() -> Index:
    """Opened once in each process. Raises what `open_index` and the engine's start raise."""
    return _opened(settings.SEARCH_URL, settings.DATA_DIR / "search", os.getpid())


@lru_cache(maxsize=4)
def _opened(url: str, folder: Path, process: int) -> Index:  # a fork must not share it
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return open_index(url, ENTRIES, folder=folder)
