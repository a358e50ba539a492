"""What can be wrong with a grid, by kind, so that a mistake made 500 times is told once."""

from dataclasses import dataclass
from enum import StrEnum

from selaras.common.errors import Flaw, Flawed


class Mistake(StrEnum):
    UNREADABLE = "unreadable"
    UNSEPARATED = "unseparated"
    NO_REGION = "no region"
    HEADER = "header"
    WIDTH = "width"
    MERGED = "merged"
    UNKNOWN = "unknown"
    AMBIGUOUS = "ambiguous"
    CONTRADICTION = "contradiction"
    TWICE = "twice"
    TYPE = "type"
    SCOPE = "scope"
    CHOICE = "choice"
    FORMAT = "format"
    FORMULA = "formula"
    MISSING = "missing"
    TOO_MANY = "too many"

    @property
    def blocks(self) -> bool:
        """A region without a value is told, and simply not announced."""
        return self is not Mistake.MISSING


@dataclass(frozen=True, slots=True)
class GridFlaw(Flaw):
    """A mistake with its kind; `line` is that of the paste or file, 0 where it was typed."""

    mistake: Mistake = Mistake.UNREADABLE


class InvalidGrid(Flawed):
    """A grid that cannot be read at all; `mistake` says why."""

    def __init__(self, flaw: GridFlaw) -> None:
        self.mistake = flaw.mistake
        super().__init__("Tabel ini tidak dapat dibaca.", [flaw])


def unreadable(
    line: int, problem: str, remedy: str, mistake: Mistake = Mistake.UNREADABLE
) -> InvalidGrid:
    return InvalidGrid(GridFlaw(line, "", problem, remedy, mistake))
