"""What joint releases announce; the letters follow."""

from dataclasses import dataclass

from selaras.common.events import Event


@dataclass(frozen=True)
class Troubled(Event):
    """A release that is ready could not go as things stand."""

    release_id: int


@dataclass(frozen=True)
class Released(Event):
    release_id: int


@dataclass(frozen=True)
class Failed(Event):
    """Its moment came and it could not go; nothing of it is public."""

    release_id: int
