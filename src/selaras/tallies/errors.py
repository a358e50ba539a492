"""Named failures of tallies."""

from dataclasses import dataclass

from selaras.common.errors import Flaw, Flawed, Refused


@dataclass(frozen=True, slots=True)
class RowFlaw(Flaw):
    """A mistake in one row of a count; `place` names the row: "Riau"."""

    place: str = ""

    def __str__(self) -> str:
        where = ", ".join(filter(None, [f"Baris {self.line}" if self.line else "", self.place]))
        told = f"{self.problem} {self.remedy}".strip()
        return f"{where}: {told}" if where else told


class InvalidSheet(Flawed):
    """A file of counts with mistakes, each with its row."""


class InvalidHead(Flawed):
    """A description of a tally with mistakes, each with its line."""


class UnknownTally(Refused):
    """No tally has this slug."""


class NotFinal(Refused):
    """Counts that say themselves that they are not final, or have no progress to tell."""


class FinalStands(Refused):
    """A running count after the final result."""


class AlreadySuperseded(Refused):
    """The same content as an earlier version that another has replaced."""


class OptionsFixed(Refused):
    """The options of a tally cannot change once votes were counted for them."""


def unreadable(line: int, problem: str, remedy: str) -> InvalidSheet:
    """A file that cannot be read further, so that only this mistake is known."""
    return InvalidSheet("Berkas hitungan tidak dapat dibaca.", [Flaw(line, "", problem, remedy)])
