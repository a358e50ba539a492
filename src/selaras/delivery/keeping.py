"""The keeper of a machine: fills what is missing, and makes again what does not hold any more.

Readers never wait for it: what they ask for is made at once where it is missing. It spares the
first of them that wait, and leaves a whole country behind for the hour without a database.
"""

import logging
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from json import loads
from time import monotonic, sleep, time

from django.db import DatabaseError, close_old_connections

from selaras.delivery.addresses import Place, published
from selaras.delivery.pages import CONFIRMED, Address, Pages, address_of, slot_name
from selaras.delivery.store import NotKept
from selaras.embeds.slots import Slot, kind_of, slot_from

logger = logging.getLogger(__name__)

CONFIRM = 5.0  # seconds between two notes that what is kept is right
LOOK_OVER = 3_600.0  # seconds after which everything is looked at again
BATCH = 500
Progress = Callable[[int], object]


def lacking(pages: Pages, places: Iterable[Place]) -> Iterator[Address]:
    """Those of these addresses at which nothing is kept, or nothing that holds."""
    for place in places:
        address = address_of(*place)
        if address is not None:
            page = pages.page(address)
            if page is None or not pages.state.holds(page):
                yield address


def fill(pages: Pages, progress: Progress) -> int:
    """Make every published page that is lacking; returns how many. May be broken off and begun
    again: what is kept is not made twice.
    """
    made = 0
    for place in list(published()):
        for address in lacking(pages, [place]):
            pages.made(address)
            made += 1
        progress(1)
    return made


class Keeper:
    """Runs until it is told to stop, beside the processes that serve."""

    def __init__(self, pages: Pages) -> None:
        self.pages = pages
        self.ended = threading.Event()
        self._changed: set[str] = set()
        self._lock = threading.Lock()
        pages.watcher.listener = self

    def newest_epoch(self) -> int:
        return self.pages.newest_epoch()

    def went_back(self) -> None:
        self.pages.went_back()

    def changed(self, keys: frozenset[str]) -> None:
        with self._lock:
            self._changed |= keys

    def run(self) -> None:
        self.pages.watcher.start()
        looked_over = confirmed = float("-inf")
        while not self.ended.wait(0.1):
            if self.pages.state.blind:
                continue
            try:
                self.follow()
                if monotonic() - looked_over > LOOK_OVER:
                    self._make(lacking(self.pages, list(published())))
                    looked_over = monotonic()
                if monotonic() - confirmed > CONFIRM:
                    self.pages.store.tell(CONFIRMED, time())
                    confirmed = monotonic()
            except (DatabaseError, NotKept) as error:
                logger.warning("pages are not kept for now: %s", error)
                close_old_connections()
                sleep(1)

    def follow(self) -> None:
        """Bring what is kept in step with what changed since the last time."""
        with self._lock:
            keys, self._changed = self._changed, set()
        if not keys:
            return
        self._keep_values(keys)
        stale = lacking(self.pages, self.pages.store.needing(keys))
        self._make(stale)

    def _make(self, addresses: Iterable[Address]) -> None:
        """What changes meanwhile comes first: a value concerns more readers than a page."""
        for address in addresses:
            if self.ended.is_set() or self.pages.state.blind:
                return
            self.pages.made(address)
            if self._changed:
                self.follow()

    def _keep_values(self, keys: set[str]) -> None:
        """What stands in the slots now, for the hour in which nobody can ask."""
        slots = [slot for slot in _slots(self.pages.store.slots()) if _is_of(slot, keys)]
        for start in range(0, len(slots), BATCH):
            some = slots[start : start + BATCH]
            values = self.pages.values.of(some)
            self.pages.store.keep_values(dict(zip(map(slot_name, some), values, strict=True)))


def _slots(stored: Iterable[str]) -> Iterator[Slot]:
    """Without those of a kind or a form that an earlier release had."""
    for one in stored:
        with suppress(KeyError, ValueError, TypeError):
            yield slot_from(loads(one))


def _is_of(slot: Slot, keys: set[str]) -> bool:
    return not keys.isdisjoint(kind_of(slot.place).keys(slot.place))
