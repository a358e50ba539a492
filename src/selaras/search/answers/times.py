"""The day or period that a question names."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from selaras.language.reading.moments import moments
from selaras.language.reading.words import Reading, Token

EARLIEST, LATEST = 1945, 2100
_YEAR_DIGITS = 4


@dataclass(frozen=True, slots=True)
class NamedTime:
    """The days `first` to `last`, both inclusive, and at which words of the question they stand."""

    first: date
    last: date
    words: tuple[int, ...]

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last


def named_time(reading: Reading, tokens: Sequence[Token], today: date) -> NamedTime | None:
    """The first one that is named, or a bare year; None for a question about now."""
    for one in moments(reading, today=today):
        inside = (at for at, token in enumerate(tokens) if one.start <= token.start < one.end)
        return NamedTime(one.first, one.last, tuple(inside))
    for at, token in enumerate(tokens):
        if _is_year(token):
            year = int(token.word)
            return NamedTime(date(year, 1, 1), date(year, 12, 31), (at,))
    return None


def _is_year(token: Token) -> bool:
    plain = token.number and len(token.word) == _YEAR_DIGITS and token.word.isdecimal()
    return plain and EARLIEST <= int(token.word) <= LATEST
