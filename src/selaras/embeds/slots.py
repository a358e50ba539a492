"""Places in a page that are filled for each reader: what changes there without the page.

Who keeps a rendering lets slots be collected: each then stands in the HTML as a mark, and what
stood there is made anew by its kind, for thousands of slots together. Who does not, notices
nothing.
"""

import re
import secrets
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, Protocol

from django.utils.safestring import SafeString, mark_safe

Place = tuple[str, ...]  # the name of a kind, and what the material of a slot depends on
Stored = list[Any]  # a slot as JSON
CLOCK = "clock"  # stands for a change that nobody wrote: something begins or ends by itself


class Slot(Protocol):
    """Hashable; slots of one place are made of the same material."""

    @property
    def place(self) -> Place: ...

    def stored(self) -> Stored: ...


class Kind(Protocol):
    """How slots of one kind are filled."""

    name: str
    eager: bool  # whether it is loaded anew at once for all places, or when somebody asks

    def read(self, stored: Stored) -> Slot:
        """The inverse of `Slot.stored`. Raises ValueError or TypeError."""

    def load(self, places: Collection[Place]) -> Mapping[Place, Any]:
        """What fills the slots of these places; a fixed number of queries."""

    def keys(self, place: Place) -> Collection[str]:
        """The changes of the ledger, and `CLOCK`, after which the material is loaded anew."""

    def absent(self, slot: Any) -> str:
        """What stands there where nothing can be loaded, and nothing that stood there is known."""

    def html(self, slot: Any, material: Any) -> str:
        """The same as stands there where nothing is collected; asks no database."""


@dataclass(slots=True)
class Collected:
    """The slots of a rendering, in order, and what else it depended on: keys of the ledger."""

    mark: str = field(default_factory=lambda: f"\ue000{secrets.token_hex(12)}")
    slots: list[Slot] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)

    def split(self, text: str) -> tuple[list[str], list[Slot]]:
        """The pieces between the slots, and the slots as they stand: one piece more than slots."""
        parts = re.split(rf"{self.mark}:(\d+)\ue001", text)
        return parts[::2], [self.slots[int(number)] for number in parts[1::2]]


_kinds: dict[str, Kind] = {}
_collected: ContextVar[Collected | None] = ContextVar("collected", default=None)
_filling: ContextVar[bool] = ContextVar("filling", default=False)


def register(kind: Kind) -> None:
    _kinds[kind.name] = kind


def kind_of(place: Place) -> Kind:
    return _kinds[place[0]]


def slot_from(stored: Stored) -> Slot:
    """Raises KeyError, ValueError or TypeError for what no room offers."""
    return _kinds[stored[0]].read(stored)


@contextmanager
def collecting() -> Iterator[Collected]:
    """Inside, slots are left open and noted."""
    collected = Collected()
    token = _collected.set(collected)
    try:
        yield collected
    finally:
        _collected.reset(token)


def collected() -> Collected | None:
    return _collected.get()


def placed(slot: Slot, html: Callable[[], SafeString]) -> SafeString:
    """The mark of a slot where slots are collected; elsewhere what `html` gives."""
    found = _collected.get()
    if found is None:
        return html()
    found.slots.append(slot)
    return mark_safe(f"{found.mark}:{len(found.slots) - 1}\ue001")  # noqa: S308 our own mark


@contextmanager
def filling() -> Iterator[None]:
    """Inside, what is read fills slots: the page itself does not depend on it."""
    token = _filling.set(True)
    try:
        yield
    finally:
        _filling.reset(token)


def is_filling() -> bool:
    return _filling.get()


def note_read(key: str) -> None:
    """The rendering that collects depends on this, beside its slots."""
    found = _collected.get()
    if found is not None:
        found.keys.add(key)
