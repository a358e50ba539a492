"""What stands in the slots now: loaded for many places together, drawn when first asked for."""

import threading
from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from selaras.embeds.slots import Place, Slot, filling, kind_of

Drawn = tuple[Any, bytes]  # the material, and what was drawn from it
MOST_DRAWN = 200_000


class Values:
    """One lock orders loading and renewing: nothing older than a renewal is kept after it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._materials: dict[Place, Any] = {}
        self._drawn: dict[Slot, Drawn] = {}

    def of(self, slots: Iterable[Slot]) -> tuple[bytes, ...]:
        """The HTML in each of these slots; the same object as long as nothing changed there."""
        return tuple([self._one(slot) for slot in self._loaded(list(slots))])

    def renew(self, keys: Collection[str] | None = None) -> None:
        """These have changed, or anything for None: load again what is eager, forget the rest."""
        with self._lock:
            concerned = [
                place
                for place in self._materials
                if keys is None or not set(kind_of(place).keys(place)).isdisjoint(keys)
            ]
            eager = [place for place in concerned if kind_of(place).eager]
            fresh = _load(eager)
            for place in concerned:
                del self._materials[place]
            self._materials |= fresh
            if keys is None or len(self._drawn) > MOST_DRAWN:
                self._drawn = {}

    def _loaded(self, slots: list[Slot]) -> list[Slot]:
        if any(slot.place not in self._materials for slot in slots):
            with self._lock:
                missing = {slot.place for slot in slots} - self._materials.keys()
                self._materials |= _load(missing)
        return slots

    def _one(self, slot: Slot) -> bytes:
        place = slot.place
        try:
            material = self._materials[place]
        except KeyError:  # forgotten just now
            self._loaded([slot])
            return self._one(slot)
        drawn = self._drawn.get(slot)
        if drawn is not None and drawn[0] is material:
            return drawn[1]
        html = kind_of(place).html(slot, material).encode()
        if drawn is not None and drawn[1] == html:
            html = drawn[1]
        self._drawn[slot] = (material, html)
        return html


def _load(places: Iterable[Place]) -> dict[Place, Any]:
    by_kind: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        by_kind[place[0]].append(place)
    found: dict[Place, Any] = {}
    with filling():
        for some in by_kind.values():
            found |= kind_of(some[0]).load(some)
    return found
