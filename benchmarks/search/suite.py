"""All tables of this benchmark, in their order."""

import os
from collections.abc import Iterator, Sequence

from benchmarks.search import speed, visible, whole
from benchmarks.search.measuring import on_one_core

USUAL, LARGE = 100_000, 1_000_000


def tables(numbers: Sequence[int] = ()) -> Iterator[str]:
    """With so many documents; else 100,000, and a million where SELARAS_BENCH_LARGE is set."""
    allowed = os.sched_getaffinity(0)
    usual = [USUAL, *([LARGE] if os.environ.get("SELARAS_BENCH_LARGE") else [])]
    try:
        on_one_core()
        for number in numbers or usual:
            yield from speed.tables(number)
        yield from whole.tables()
    finally:
        os.sched_setaffinity(0, allowed)
    yield from visible.tables()
