"""One question after another, put to ours and to others in turn, on one core."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from django.conf import settings

from benchmarks.search.engines import Bare, Ours
from benchmarks.search.measuring import HEADING, spread, timed
from benchmarks.search.questions import questions
from benchmarks.search.texts import entries
from selaras.search.evaluation.corpus import OfflineDocument
from selaras.search.evaluation.systems.postgresql import postgresql

PLACE = "32.73"  # of a reader whose region is known
FEW = 10  # PostgreSQL gets every tenth question
MOST_ROWS = 100_000  # and so many documents at most
NEEDS = (
    "| what | documents a second | MB on disk | MB while indexing | MB while searching |\n"
    "| --- | ---: | ---: | ---: | ---: |"
)


def tables(number: int) -> Iterator[str]:
    """With so many documents. Where SELARAS_BENCH_KEPT names a folder, indexes that were made
    there are used again."""
    with ExitStack() as stack:
        kept = os.environ.get("SELARAS_BENCH_KEPT")
        folder = Path(kept or stack.enter_context(tempfile.TemporaryDirectory())) / str(number)
        yield f"\n{number:,} documents:\n\n{NEEDS}"
        for engine, name in (("bare", Bare.name), ("ours", Ours.name)):
            yield _needs(engine, name, folder, number)
        asked = questions()
        yield f"\n{HEADING}"
        yield from _beside_bare(Ours(folder / "ours"), Bare(folder / "bare"), asked)
        if settings.DATABASES["default"]["ENGINE"].endswith("postgresql") and number <= MOST_ROWS:
            yield _in_postgresql(folder, number, asked[::FEW])


def _needs(engine: str, name: str, folder: Path, number: int) -> str:
    told = folder / f"{engine}.json"
    if not told.exists():
        folder.mkdir(parents=True, exist_ok=True)
        told.write_text(_alone("fill", engine, folder / engine, number), encoding="ascii")
    made = json.loads(told.read_text(encoding="ascii"))
    asking = json.loads(_alone("ask", engine, folder / engine))
    return (
        f"| {name} | {made['rate']:.0f} | {made['bytes'] / 1e6:.0f} "
        f"| {made['megabytes']:.0f} | {asking['megabytes']:.0f} |"
    )


def _alone(*arguments: object) -> str:
    command = [sys.executable, "-m", "benchmarks.search.alone", *map(str, arguments)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout.splitlines()[-1]


def _beside_bare(ours: Ours, bare: Bare, asked: Sequence[str]) -> Iterator[str]:
    """The questions are put twice; the first time is to have everything in memory."""
    times: dict[str, list[float]] = {}
    for _ in range(2):
        times = {"bare": [], "counted": [], "ours": [], "placed": []}
        for one in asked:
            times["bare"].append(timed(lambda: bare.search(one)))  # noqa: B023 called at once
            times["counted"].append(timed(lambda: bare.search(one, count=True)))  # noqa: B023
            times["ours"].append(timed(lambda: ours.search(one)))  # noqa: B023
            times["placed"].append(timed(lambda: ours.search(one, PLACE)))  # noqa: B023
    told = [timed(lambda: ours.search(one, counted=True)) for one in asked]  # noqa: B023
    usual = times["counted"]
    yield spread("tantivy, the number of all counted, as it comes", usual)
    yield spread("tantivy, not counted", times["bare"], usual)
    yield spread("Selaras, the country", times["ours"], usual)
    yield spread("Selaras, the reader's region known", times["placed"], usual)
    yield spread("Selaras, the country, counted by kind, region and age", told, usual)


def _in_postgresql(folder: Path, number: int, asked: Sequence[str]) -> str:
    """Its server is another process: time is that of the clock."""
    texts = [OfflineDocument(one.key, one.title, one.body) for one in entries(number)]
    system = postgresql(dict(settings.DATABASES["default"]))
    with system.index(folder, texts) as searcher:
        for one in asked[:FEW]:
            searcher.search(one, region="", limit=10)
        times = [
            timed(lambda: searcher.search(one, region="", limit=10), time.perf_counter)  # noqa: B023
            for one in asked
        ]
        return spread(f"PostgreSQL, {searcher.setup}, by the clock", times)
