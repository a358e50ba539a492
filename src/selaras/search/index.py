"""The national index of this process, as the settings say."""

import os
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from selaras.search.models import IndexedEntry
from selaras.search.schema import ENTRIES
from selaras.textindex.contract import Index, Snapshot
from selaras.textindex.errors import Unavailable
from selaras.textindex.opening import open_index


def national_index() -> Index:
    """Opened once in each process. Raises what `open_index` and the engine's start raise."""
    return _opened(settings.SEARCH_URL, settings.DATA_DIR / "search", os.getpid())


def filled_snapshot() -> Snapshot:
    """What is found now. Raises `Unavailable` while an index that was lost, or has other fields
    now, is filled again: to find nothing then would be no answer."""
    snapshot = national_index().snapshot()
    if not snapshot.size() and IndexedEntry.objects.exists():
        raise Unavailable("The index is still being filled: `selaras search keep` does that")
    return snapshot


@lru_cache(maxsize=4)
def _opened(url: str, folder: Path, process: int) -> Index:  # a fork must not share it
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return open_index(url, ENTRIES, folder=folder)
