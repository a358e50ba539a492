"""What is told of many single times, and of what a process needs."""

import os
import re
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import quantiles

HEADING = (
    "| what | p50 ms | p95 ms | p99 ms | a second | p95 beside |\n"
    "| --- | ---: | ---: | ---: | ---: | ---: |"
)


def spread(name: str, times: Sequence[float], beside: Sequence[float] | None = None) -> str:
    """A row; `times` are milliseconds, and so are those that it is compared with."""
    ratio = f"{_at(times, 95) / _at(beside, 95):.2f}" if beside else ""
    told = " | ".join(f"{_at(times, share):.2f}" for share in (50, 95, 99))
    return f"| {name} | {told} | {1000 * len(times) / sum(times):.0f} | {ratio} |"


def _at(times: Sequence[float], share: int) -> float:
    return quantiles(times, n=100, method="inclusive")[share - 1]


def timed(action: Callable[[], object], clock: Callable[[], float] = time.process_time) -> float:
    """Milliseconds; of the processor, unless another clock is given."""
    begun = clock()
    action()
    return (clock() - begun) * 1000


def on_one_core() -> None:
    """This process and those that it starts; the last core that it may use."""
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def own_memory() -> float:
    """MB that belong to this process alone: files that it reads through memory are not counted."""
    told = Path("/proc/self/status").read_text(encoding="ascii")
    found = re.search(r"RssAnon:\s+(\d+) kB", told)
    return int(found[1]) / 1024 if found else 0.0


def size_of(folder: Path) -> int:
    """Bytes on disk."""
    return sum(one.stat().st_size for one in folder.rglob("*") if one.is_file())
