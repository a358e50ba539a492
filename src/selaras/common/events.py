"""Events inside one transaction.

`emit` calls the receivers at once, within the caller's transaction. A receiver may only insert
rows that say what its room owes; the work itself happens after the commit, from those rows.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from django.db import connection


@dataclass(frozen=True)
class Event:
    """Base of what rooms announce; subclasses are frozen dataclasses of plain values."""


E = TypeVar("E", bound=Event)
_receivers: dict[type[Event], list[Callable[..., None]]] = defaultdict(list)


def receives(event_type: type[E]) -> Callable[[Callable[[E], None]], Callable[[E], None]]:
    """Subscribe a function to an event type; done once, when the room's app is ready."""

    def register(receiver: Callable[[E], None]) -> Callable[[E], None]:
        if receiver not in _receivers[event_type]:
            _receivers[event_type].append(receiver)
        return receiver

    return register


def emit(event: Event) -> None:
    """Tell every receiver. Outside a transaction the promise could be lost, so it is refused."""
    if not connection.in_atomic_block:
        raise RuntimeError(f"{type(event).__name__} was emitted outside a transaction")
    for receiver in _receivers[type(event)]:
        receiver(event)


def event_types() -> list[type[Event]]:
    return list(_receivers)
