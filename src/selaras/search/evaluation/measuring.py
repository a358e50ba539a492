"""Run systems on the same documents and queries, one after another."""

import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean, median

from selaras.search.evaluation.asked import Asked
from selaras.search.evaluation.corpus import OfflineDocument
from selaras.search.evaluation.metrics import DEPTH, METRICS, MRR, measure
from selaras.search.evaluation.systems.contract import Searcher, System, Unusable


@dataclass(frozen=True, slots=True)
class Measured:
    """What one system did. `scores` are by measure, one a query; `times` are seconds, one a query;
    `empty` counts queries without any result. `reason` says why it did not run."""

    name: str
    setup: str = ""
    scores: Mapping[str, Sequence[float]] | None = None
    times: Sequence[float] = ()
    empty: int = 0
    index_seconds: float = 0.0
    reason: str = ""

    def mean(self, metric: str) -> float:
        assert self.scores is not None  # noqa: S101 - only what ran has a mean
        return fmean(self.scores[metric])

    @property
    def median_milliseconds(self) -> float:
        return 1000 * median(self.times)

    @property
    def queries_per_second(self) -> float:
        return len(self.times) / sum(self.times)


def run(
    systems: Sequence[System],
    documents: Sequence[OfflineDocument],
    asked: Sequence[Asked],
    tell: Callable[[str], None],
) -> list[Measured]:
    """Each system in a folder of its own that is removed afterwards; `tell` hears how it goes."""
    measured = []
    for system in systems:
        tell(f"{system.name} …")
        one = _attempted(system, documents, asked)
        tell(f"{system.name}: {one.reason or f'{MRR} {one.mean(MRR):.4f}'}")
        measured.append(one)
    return measured


def _attempted(
    system: System, documents: Sequence[OfflineDocument], asked: Sequence[Asked]
) -> Measured:
    with tempfile.TemporaryDirectory(prefix="selaras-evaluation-") as folder:
        try:
            return _measured(system, Path(folder), documents, asked)
        except Unusable as error:
            return Measured(system.name, reason=str(error))


def _measured(
    system: System, folder: Path, documents: Sequence[OfflineDocument], asked: Sequence[Asked]
) -> Measured:
    begun = time.perf_counter()
    with system.index(folder, documents) as searcher:
        index_seconds = time.perf_counter() - begun
        if system.tune:
            system.tune(searcher, asked)
        answers, times = _answered(searcher, asked)
        setup = searcher.setup
    scores = [measure(found, one.relevant) for found, one in zip(answers, asked, strict=True)]
    return Measured(
        name=system.name,
        setup=setup,
        scores={metric: [one[metric] for one in scores] for metric in METRICS},
        times=times,
        empty=sum(not found for found in answers),
        index_seconds=index_seconds,
    )


def _answered(
    searcher: Searcher, asked: Sequence[Asked]
) -> tuple[Sequence[Sequence[str]], Sequence[float]]:
    answers, times = [], []
    for one in asked:
        begun = time.perf_counter()
        answers.append(searcher.search(one.query, region=one.region, limit=DEPTH))
        times.append(time.perf_counter() - begun)
    return answers, times
