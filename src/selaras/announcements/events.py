"""What this room announces to the rooms above."""

from dataclasses import dataclass
from uuid import UUID

from selaras.common.events import Event


@dataclass(frozen=True)
class AnnouncementPublished(Event):
    """Emitted inside the publishing transaction, after facts and audit are written."""

    announcement: UUID
    fact_types: tuple[UUID, ...]
    regions: tuple[str, ...]
