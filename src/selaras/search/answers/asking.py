"""What kind of answer a question wants, as far as its words say it."""

from collections.abc import Collection, Sequence
from enum import StrEnum
from itertools import pairwise

from selaras.facts.models import Kind
from selaras.search.answers.words import EXPLAINING


class Asks(StrEnum):
    """A small hint; most questions say nothing of it."""

    HOW_MUCH = "berapa"
    WHEN = "kapan"
    WHERE = "di mana"
    WHO = "siapa"
    WHETHER = "apakah"
    WHY = "mengapa"  # and what else wants a text: how, what is, on which conditions
    ANYTHING = ""


_BY_WORD = {
    "kapan": Asks.WHEN,
    "dimana": Asks.WHERE,
    "mana": Asks.WHERE,
    "siapa": Asks.WHO,
    "berapa": Asks.HOW_MUCH,
    "apakah": Asks.WHETHER,
    "benarkah": Asks.WHETHER,
    "adakah": Asks.WHETHER,
}
_TIMES = frozenset({Kind.DATE, Kind.PERIOD, Kind.TIME})
_SAYS = frozenset({Kind.TEXT, Kind.CONTACT})
FITTING = {
    Asks.WHEN: _TIMES,
    Asks.WHERE: _SAYS,
    Asks.WHO: _SAYS,
    Asks.HOW_MUCH: frozenset(Kind) - {Kind.TEXT},
    Asks.WHY: frozenset[Kind](),
}
# A state is not what "kapan" asks for, but until when it holds stands beside it.
BESIDE = {Asks.WHEN: frozenset({Kind.CHOICE})}


def asks(words: Sequence[str]) -> Asks:
    if EXPLAINING.intersection(words) or ("apa", "itu") in pairwise(words):
        return Asks.WHY
    return next((kind for word, kind in _BY_WORD.items() if word in words), Asks.ANYTHING)


def answered_by(wanted: Asks) -> Collection[Kind]:
    """The kinds of facts that can answer it."""
    return FITTING.get(wanted, frozenset(Kind)) | BESIDE.get(wanted, frozenset())
