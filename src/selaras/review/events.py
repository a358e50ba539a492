"""What the room announces. The rooms above tell people of it."""

from dataclasses import dataclass

from selaras.common.events import Event


@dataclass(frozen=True)
class Submitted(Event):
    round_id: int


@dataclass(frozen=True)
class Decided(Event):
    """Approved or returned."""

    round_id: int


@dataclass(frozen=True)
class PublishedAtOnce(Event):
    emergency_id: int


@dataclass(frozen=True)
class Remarked(Event):
    remark_id: int
