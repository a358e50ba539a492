"""One engine in a process of its own, for what it needs: `fill` or `ask`, one JSON line each."""

import json
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import django

from benchmarks.search.measuring import on_one_core, own_memory, size_of


def main() -> None:
    on_one_core()
    django.setup()
    act, engine, folder = sys.argv[1:4]
    if act == "fill":
        print(json.dumps(fill(engine, Path(folder), int(sys.argv[4]))))
    else:
        print(json.dumps(ask(engine, Path(folder))))


def fill(engine: str, folder: Path, number: int) -> dict[str, float]:
    """Documents a second of the processor, the making of their texts taken off; MB; bytes."""
    from benchmarks.search.engines import Bare, Ours
    from benchmarks.search.texts import documents, entries, warm

    warm()
    making = _seconds(lambda: sum(1 for _ in entries(number)))
    watched = _Watched()
    if engine == "ours":
        seconds = _seconds(lambda: Ours(folder).fill(documents(number)))
    else:
        seconds = _seconds(lambda: Bare(folder).fill(entries(number)))
    return {
        "rate": number / max(0.001, seconds - making),
        "megabytes": watched.most(),
        "bytes": size_of(folder),
    }


def ask(engine: str, folder: Path) -> dict[str, float]:
    """MB that opening the index and answering all questions take."""
    from benchmarks.search.engines import Bare, Ours
    from benchmarks.search.questions import questions

    asked, before = questions(), own_memory()
    searching = Ours(folder) if engine == "ours" else Bare(folder)
    for one in asked:
        searching.search(one)
    return {"megabytes": own_memory() - before}


def _seconds(action: Callable[[], object]) -> float:
    begun = time.process_time()
    action()
    return time.process_time() - begun


class _Watched:
    """The most memory that this process had for itself, beyond what it has now."""

    def __init__(self) -> None:
        self._before = self._most = own_memory()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def _look(self) -> None:
        while not self._ended.wait(0.2):
            self._most = max(self._most, own_memory())

    def most(self) -> float:
        self._ended.set()
        self._thread.join()
        return self._most - self._before


if __name__ == "__main__":
    main()
