"""Our own search: analysis, synonyms, spelling and ranking."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from selaras.search.evaluation.corpus import OfflineDocument
from selaras.search.evaluation.offline import OfflineSearch
from selaras.search.evaluation.systems.contract import Searcher, System
from selaras.search.signals import DEFAULTS

OURS, SHIPPED = "ours", "shipped"


class _Searcher:
    def __init__(self, search: OfflineSearch, setup: str) -> None:
        self._search = search
        self.setup = setup

    def search(self, query: str, *, region: str, limit: int) -> list[str]:
        return self._search.search(query, region=region, limit=limit)


def ours(name: str, weights: Mapping[str, float], groups: Sequence[Sequence[str]]) -> System:
    """Our search with these weights of signals and groups of synonyms."""
    return System(name, partial(_index, weights, groups))


@contextmanager
def _index(
    weights: Mapping[str, float],
    groups: Sequence[Sequence[str]],
    folder: Path,
    documents: Sequence[OfflineDocument],
) -> Iterator[Searcher]:
    search = OfflineSearch(folder, documents, weights=weights, groups=groups)
    yield _Searcher(search, f"{_changed(weights)}, {len(groups)} groups of synonyms")


def _changed(weights: Mapping[str, float]) -> str:
    others = [f"{name}={value:g}" for name, value in weights.items() if value != DEFAULTS[name]]
    return " ".join(others) or "shipped weights"
