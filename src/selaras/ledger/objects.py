"""What an entry's object is called, where it still exists: each room says it of its own kinds."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from selaras.ledger.models import AuditEntry


@dataclass(frozen=True, slots=True)
class Described:
    """What the object is called, and an address that this reader may open, or none."""

    label: str
    url: str = ""


# Gets the reader and the keys of some objects of one kind; asks for all of them at once.
Describer = Callable[[Any, list[str]], Mapping[str, Described]]
_describers: dict[str, Describer] = {}


def describes(*kinds: str) -> Callable[[Describer], Describer]:
    """Name the function that describes objects of these kinds, leaving out those that are gone."""

    def register(describer: Describer) -> Describer:
        for kind in kinds:
            if _describers.setdefault(kind, describer) is not describer:
                raise RuntimeError(f"two describers for audited objects of kind {kind}")
        return describer

    return register


def described(user: Any, entries: Iterable[AuditEntry]) -> dict[tuple[str, str], Described]:
    """The objects of these entries that still exist, by kind and key; each kind is asked once."""
    keys: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        keys[entry.object_kind].add(entry.object_id)
    return {
        (kind, key): found
        for kind, wanted in keys.items()
        if kind in _describers
        for key, found in _describers[kind](user, sorted(wanted)).items()
    }
