"""What can be asked of an index, as values; each adapter translates them."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """Documents with the word in this field, scored by BM25 times the weight."""

    field: str
    term: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Phrase:
    """Documents with these words in order, at most `slop` moves apart; two words or more."""

    field: str
    terms: tuple[str, ...]
    slop: int = 0
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Documents with a word at most `distance` (1 or 2) edits away, a swap of two neighbours being
    one; with `prefix`, words that begin so. All score the weight alone."""

    field: str
    term: str
    distance: int = 1
    prefix: bool = False
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Documents that match at least `least` of these; their scores are added."""

    queries: Sequence["Query"]
    least: int = 1


@dataclass(frozen=True, slots=True)
class Best:
    """Documents that match any of these: the best score, and `tie` times each other one."""

    queries: Sequence["Query"]
    tie: float = 0.0


@dataclass(frozen=True, slots=True)
class Keyword:
    """Documents with any of these values, exactly, in a keyword field (`id` too).

    All score the weight alone; as a filter it scores nothing.
    """

    field: str
    values: Sequence[str]
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Between:
    """Documents whose number lies in [low, high], None being open; scores nothing."""

    field: str
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Everything:
    """Every document; scores nothing."""


Filter = Keyword | Between


@dataclass(frozen=True, slots=True)
class Filtered:
    """What matches the query and all of `must` and none of `without`; the query alone scores."""

    query: "Query"
    must: Sequence[Filter] = ()
    without: Sequence[Filter] = ()


Query = Term | Phrase | Fuzzy | AnyOf | Best | Keyword | Between | Everything | Filtered
