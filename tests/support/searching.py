"""An index of its own for a test, brought up to date when the test says so."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import LazySettings

from selaras.search.index import national_index
from selaras.search.indexing.keeping import Indexer
from selaras.search.models import WaitingEntry
from selaras.search.vocabulary import forget_words

Settle = Callable[[], None]


@contextmanager
def searchable(settings: LazySettings, folder: Path) -> Iterator[Settle]:
    """What is published inside is found once the function that this gives was called."""
    settings.DATA_DIR = folder
    WaitingEntry.objects.all().delete()
    indexer = Indexer(national_index())

    def settle() -> None:
        indexer.settle_all(WaitingEntry.Reach.SEVERAL)
        forget_words()

    yield settle
    indexer.turn.leave()
    indexer.index.close()
