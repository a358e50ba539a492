"""Texts that adopted an announcement, as a room above knows them: they have a comparison."""

from collections.abc import Collection, Mapping
from typing import Protocol
from uuid import UUID

from selaras.alignment.models import CheckedText

Source = tuple[str, str]  # of a text: its kind and its id, as `CheckedText` has them


class Adopting(Protocol):
    """The room above that adopts texts."""

    def adopted(self, sources: Collection[Source]) -> Mapping[Source, Collection[UUID]]:
        """The announcements on which these texts rest; a fixed number of queries."""
        ...

    def address(self, announcement: UUID) -> str:
        """Where somebody begins a page with its text."""
        ...


_rooms: dict[str, Adopting] = {}


def registers_adopting(name: str, room: Adopting) -> None:
    """Done once, when the room's app is ready."""
    _rooms[name] = room


def adopted_by(texts: Collection[CheckedText]) -> dict[Source, set[UUID]]:
    """The announcements that each of these texts adopted; those that adopted none are left out."""
    sources = {(text.source, text.source_id) for text in texts}
    found: dict[Source, set[UUID]] = {}
    for room in _rooms.values():
        for source, keys in room.adopted(sources).items():
            found.setdefault(source, set()).update(keys)
    return found


def adopting_address(announcement: UUID) -> str:
    """Empty where nothing can be adopted."""
    rooms = _rooms.values()
    return next((address for room in rooms if (address := room.address(announcement))), "")
