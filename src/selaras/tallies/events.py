"""What this room announces to the rooms above."""

from dataclasses import dataclass
from uuid import UUID

from selaras.common.events import Event


@dataclass(frozen=True)
class TallyPublished(Event):
    """Emitted inside the publishing transaction, after rows, facts and audit are written."""

    tally: str
    version: UUID
    number: int
    final: bool
    fact_types: tuple[UUID, ...]
    regions: tuple[str, ...]
