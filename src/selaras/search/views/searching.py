"""Searching for a page: where the engine is away, what does not need it is kept."""

from dataclasses import dataclass

from selaras.search.asking import Question
from selaras.search.finding import find, without_engine
from selaras.search.found import Found
from selaras.textindex.errors import EngineError


@dataclass(frozen=True, slots=True)
class Searched:
    """`whole` is False where only answers, notices and sites could be given."""

    found: Found
    whole: bool


def searched(question: Question) -> Searched:
    try:
        return Searched(find(question), whole=True)
    except EngineError:
        return Searched(without_engine(question), whole=False)
