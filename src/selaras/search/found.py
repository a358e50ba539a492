"""What a search gives: answers, notices, results, and what else the reader may have meant."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from selaras.facts.results import Outcome
from selaras.search.entries import Kind

Marks = Sequence[tuple[int, int]]  # [start, end) in code points of the text beside it


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with what was found in it."""

    text: str
    marks: Marks = ()


class Scored(NamedTuple):
    """A score and what it is made of: each signal's name with its part, which are added up."""

    score: float
    parts: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Result:
    """`url` is absolute; `copies` counts the other institutions with the same text."""

    key: str
    kind: Kind
    title: Marked
    excerpt: Marked
    url: str
    institution: str
    institution_name: str
    region: str
    region_name: str
    dated: datetime | None
    superseded: bool
    owner: bool
    copies: int
    scored: Scored


@dataclass(frozen=True, slots=True)
class Answer:
    """An official fact that answers: what it says in words, and where that comes from.

    All words are Indonesian sentences or phrases that can stand on a page as they are. `since` and
    `until` (exclusive, None while open) are what `validity` says: equal statements that follow
    each other are one. `ended`: nothing holds now, `value` is the last one. `page_url` explains it.
    """

    outcome: Outcome
    label: str
    value: str
    region: str
    region_name: str
    since: datetime
    until: datetime | None
    validity: str
    ended: bool
    source: str
    source_url: str
    owner: str
    changed: str
    page_url: str
    demonstration: bool
    tone: int | None


@dataclass(frozen=True, slots=True)
class Notice:
    """An emergency, or a clarification of a hoax, that stands above everything."""

    kind: Kind
    title: str
    summary: str
    url: str
    institution_name: str
    since: datetime | None


@dataclass(frozen=True, slots=True)
class Site:
    """An institution that was asked for by its name."""

    name: str
    region_name: str
    url: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """`typed` was read as `read`; `asked`: results are for what was typed, the other is offered."""

    typed: str
    read: str
    asked: bool


@dataclass(frozen=True, slots=True)
class Facets:
    """How many results there would be by kind, region code and age (days, the newest first)."""

    kinds: Sequence[tuple[Kind, int]] = ()
    regions: Sequence[tuple[str, str, int]] = ()  # code, name, count
    ages: Sequence[tuple[int, int]] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """`total` counts results with near-duplicates collapsed; `pages` how many can be leafed.
    `unsaid` are words of the question that no text has."""

    results: Sequence[Result]
    total: int
    page: int
    pages: int
    answers: Sequence[Answer] = ()
    notices: Sequence[Notice] = ()
    sites: Sequence[Site] = ()
    corrected: Corrected | None = None
    facets: Facets = field(default_factory=Facets)
    unsaid: Sequence[str] = ()
