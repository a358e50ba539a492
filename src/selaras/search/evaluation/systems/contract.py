"""How a system is measured: it reads all documents, then answers queries, one after another."""

import re
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from selaras.search.evaluation.asked import Asked
from selaras.search.evaluation.corpus import OfflineDocument

WORD = re.compile(r"[^\W_]+")


class Unusable(Exception):
    """The system cannot be measured here; the argument says why, in Indonesian."""


class Searcher(Protocol):
    """An index that is complete. `setup` says what was chosen, for the report."""

    @property
    def setup(self) -> str: ...

    def search(self, query: str, *, region: str, limit: int) -> list[str]:
        """Ids of the best documents, the best first; equal scores by id."""
        ...


@dataclass(frozen=True, slots=True)
class System:
    """`index` makes an index of the documents, which come in the order of their ids, in an empty
    folder. Where its setting has to be chosen by measuring, `tune` does that, on some of the
    queries, outside the time of indexing and of answering."""

    name: str
    index: Callable[[Path, Sequence[OfflineDocument]], AbstractContextManager[Searcher]]
    tune: Callable[[Searcher, Sequence[Asked]], None] | None = None


def words(text: str) -> list[str]:
    """Runs of letters and digits in small letters, as the plain tokenizers cut them."""
    return WORD.findall(text.lower())
