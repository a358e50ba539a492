"""What this room announces to the rooms above."""

from dataclasses import dataclass
from uuid import UUID

from selaras.common.events import Event


@dataclass(frozen=True)
class AnnouncementPublished(Event):
    """An announcement is public.

    Emitted inside the publishing transaction, after facts and audit are written; for a planned
    one in a transaction of its own once its second has come, when the worker is there.
    """

    announcement: UUID
    fact_types: tuple[UUID, ...]
    regions: tuple[str, ...]


@dataclass(frozen=True)
class AnnouncementRecalled(Event):
    """It was taken back; emitted inside that transaction."""

    announcement: UUID
