"""What instructions announce to the rooms above."""

from dataclasses import dataclass
from uuid import UUID

from selaras.common.events import Event


@dataclass(frozen=True)
class InstructionIssued(Event):
    """Emitted inside the issuing transaction, after the rows of its addressees are written."""

    instruction: UUID
    institutions: tuple[int, ...]


@dataclass(frozen=True)
class AddresseeMoved(Event):
    """An addressee acknowledged, reported, or was asked to go on."""

    instruction: UUID
    institution: int
    state: str
