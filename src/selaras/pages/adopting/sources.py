"""What a page may begin as: kinds of sources, each behind the same few questions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any, Protocol

from django.db.models import QuerySet

from selaras.institutions.models import Institution
from selaras.pages.adopting.texts import Text
from selaras.pages.models import AdoptedText


class State(Enum):
    """What became of a source since its text was taken."""

    STANDING = "Sesuai sumber"
    CHANGED = "Sumber berubah"
    WITHDRAWN = "Sumber ditarik"


@dataclass(frozen=True, slots=True)
class Source:
    """A text in one version. `row` is the announcement or the page itself.

    `relation` says in words what this version is to the one before; empty for the same page.
    """

    kind: str
    key: str
    institution: Institution
    title: str
    url: str
    version: str
    moment: datetime
    row: Any
    relation: str = ""
    partial: bool = False
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """`newer` is a version that stands and was not taken. A withdrawn source may have one too."""

    state: State
    since: datetime
    newer: Source | None = None
    reason: str = ""

    @property
    def mark(self) -> str:
        """What `Adoption.declined` keeps of it; empty for a source that stands."""
        if self.newer is not None:
            return self.newer.version
        return self.state.name if self.state is State.WITHDRAWN else ""


class Kind(Protocol):
    """One kind of sources. `taker` is always the institution that takes the text."""

    name: str
    label: str

    def offered(self, taker: Institution, words: str) -> QuerySet[Any]:
        """What it may take, with all of these words in the title; the most fitting first."""

    def sources(self, rows: Sequence[Any]) -> list[Source]:
        """For rows of `offered`; a fixed number of queries."""

    def find(self, key: str, taker: Institution) -> Source | None:
        """One that it may take, or might have taken before it was withdrawn."""

    def text(self, source: Source) -> Text:
        """What it says now."""

    def outcomes(
        self, taken: Sequence[AdoptedText], takers: Mapping[int, Institution]
    ) -> dict[int, Outcome]:
        """By the key of the taken text; the queries do not grow with their number."""


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    _kinds[kind.name] = kind


def kinds() -> list[Kind]:
    return list(_kinds.values())


def kind_of(name: str) -> Kind:
    """Raises KeyError for one that does not exist."""
    return _kinds[name]
