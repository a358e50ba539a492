"""A question as it reaches us: bounded, tidied, with the place where it is asked."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from selaras.pages.characters import hidden
from selaras.search.entries import Kind

MOST_LETTERS = 200
FEWEST_LETTERS = 2
PER_PAGE = 10
MOST_PAGES = 50


@dataclass(frozen=True, slots=True)
class Filters:
    """`region` is a code: what lies in it; `institution` a slug; days are inclusive."""

    kinds: frozenset[Kind] = frozenset()
    region: str = ""
    institution: str = ""
    since: date | None = None
    until: date | None = None

    @property
    def any(self) -> bool:
        return bool(self.kinds or self.region or self.institution or self.since or self.until)


@dataclass(frozen=True)
class Question:
    """`region` is the code of the place where the reader is, "00" where it is not known.

    `site` is the slug of the institution on whose site is asked; empty on the portal.
    `corrected`: whether spelling may be mended without asking.
    """

    typed: str
    region: str = "00"
    site: str = ""
    filters: Filters = field(default_factory=Filters)
    page: int = 1
    corrected: bool = True

    @cached_property
    def text(self) -> str:
        """One line, at most `MOST_LETTERS`, nothing that cannot be seen or that turns it around."""
        return self._tidy[:MOST_LETTERS].strip()

    @cached_property
    def _tidy(self) -> str:
        start = self.typed[: 20 * MOST_LETTERS]
        return " ".join("".join(" " if hidden(one) else one for one in start).split())

    @property
    def cut(self) -> bool:
        """Whether only its beginning is searched for."""
        return len(self._tidy) > MOST_LETTERS or len(self.typed) > 20 * MOST_LETTERS

    @property
    def searchable(self) -> bool:
        return sum(one.isalnum() for one in self.text) >= FEWEST_LETTERS
