"""Counts as they are shown: rounded down, so that no two of them tell of one person."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

STEP = 5  # also of percentages
DIGITS = 2  # that are told of a greater number
ENOUGH = 100


@dataclass(frozen=True, slots=True)
class Line:
    """One query. `asked` is rounded down, shares are percentages of it in steps of 5."""

    query: str
    asked: int
    answered: int
    without: int
    picked: int
    first: int  # of what was picked, how much stood in the first place


def line_from(row: Mapping[str, Any]) -> Line:
    """Of a row of `asked.queries.most_asked`."""
    asked, picked = row["times"], row["opened"]
    return Line(
        query=row["query"],
        asked=rounded(asked),
        answered=share(row["by_facts"], asked),
        without=share(row["without"], asked),
        picked=share(picked, asked),
        first=share(row["opened_first"], picked),
    )


def rounded(number: int) -> int:
    """Down to a multiple of five; from a hundred on, two digits are told."""
    step = STEP if number < ENOUGH else 10 ** (len(str(number)) - DIGITS)
    return number - number % step


def share(part: int, whole: int) -> int:
    """A percentage in steps of five, 100 at most: who opened several counts several times."""
    return min(100, STEP * round(100 * part / whole / STEP)) if whole else 0
