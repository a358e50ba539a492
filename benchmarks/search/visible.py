"""How long a change takes to be found, while another process searches without pause."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import django
from django.db import transaction

from benchmarks.search.measuring import HEADING, spread

CHANGES = 300
LONGEST = 30.0  # seconds; what takes longer never comes


def tables() -> Iterator[str]:
    """Of the clock. With the demonstration's database and the indexer as it runs."""
    yield f"\n{HEADING}"
    with _beside("-m", "selaras", "search", "keep"), _beside("-m", "benchmarks.search.visible"):
        yield spread(
            f"{CHANGES} titles changed, each from its commit until it is found", _changed()
        )


def _changed() -> list[float]:
    from selaras.pages.models import ArticlePage
    from selaras.search import schema
    from selaras.search.index import national_index
    from selaras.search.indexing.noting import note
    from selaras.textindex.queries import Term

    index, chance = national_index(), random.Random(8)  # noqa: S311
    keys = list(ArticlePage.objects.live().order_by("pk").values_list("pk", flat=True)[:CHANGES])

    def seen(word: str) -> bool:
        return bool(index.snapshot().search(Term(schema.TITLE, word), limit=1).hits)

    times = []
    for number, key in enumerate([keys[0], *keys]):
        word = f"perubahan{number}x"
        with transaction.atomic():
            ArticlePage.objects.filter(pk=key).update(title=f"Judul {word}")
            note([f"page:{key}"])
        times.append(_until(lambda: seen(word)))  # noqa: B023 called at once
        time.sleep(chance.uniform(0.0, 0.3))
    return times[1:]  # the first one waited for the processes to begin


def _until(done: Callable[[], bool]) -> float:
    begun = time.perf_counter()
    while not done():
        if time.perf_counter() - begun > LONGEST:
            raise TimeoutError("A change was not found")
        time.sleep(0.002)
    return (time.perf_counter() - begun) * 1000


@contextmanager
def _beside(*arguments: str) -> Iterator[None]:
    process = subprocess.Popen([sys.executable, *arguments])
    try:
        yield
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)


def search_without_pause() -> None:
    django.setup()
    from benchmarks.search.engines import Ours
    from benchmarks.search.questions import questions

    ours, asked = Ours(Path(os.environ["SELARAS_DATA_DIR"]) / "search"), questions()
    while True:
        for one in asked:
            ours.search(one)


if __name__ == "__main__":
    search_without_pause()
