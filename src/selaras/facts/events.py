"""What the facts room announces inside its transactions."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from selaras.common.events import Event


@dataclass(frozen=True)
class FactsChanged(Event):
    """Something else is known at these places: pairs of a type's id and a region's code.

    `moments` says from when on. What is planned is known later than it is written, so a moment
    may lie ahead; what was planned may have been given up before it comes.
    """

    places: frozenset[tuple[UUID, str]]
    moments: frozenset[datetime]
