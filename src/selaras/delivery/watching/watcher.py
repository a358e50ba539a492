"""One thread in each process knows what has changed, so that no request has to ask."""

import logging
import threading
from datetime import datetime
from time import time
from typing import Protocol

from django.db import DatabaseError, connection
from django.utils import timezone

from selaras.delivery.moments import Coming, coming
from selaras.delivery.state import State
from selaras.delivery.values import Values
from selaras.delivery.watching.sources import Source, Unreachable
from selaras.embeds.slots import CLOCK
from selaras.institutions.changing import COUNTRY
from selaras.ledger.models import Change, Epoch

logger = logging.getLogger(__name__)

PAUSE = 0.05  # seconds between two looks
LOOK_AGAIN = 600  # seconds after which the moments that come are asked for again


class Listener(Protocol):
    """Who wants to know what changed, before anybody reads it."""

    def newest_epoch(self) -> int:
        """The highest that anybody here knew when the process began; -1 for none."""

    def went_back(self) -> None:
        """The database is an older one than before: nothing that is kept can be trusted."""

    def changed(self, keys: frozenset[str]) -> None: ...


class Watcher:
    """Looks what changed, renews the slots' values, and lets `state` tell everybody."""

    def __init__(self, state: State, values: Values, source: Source, listener: Listener) -> None:
        self.state, self.values, self.source, self.listener = state, values, source, listener
        self.due: list[Coming] = []
        self.asked_at = 0.0
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._ended = threading.Event()

    def start(self) -> None:
        """Look once, and go on looking; does nothing while it does so already."""
        with self._lock:
            if self._thread is None or not self._thread.is_alive():
                self.look()
                self._thread = threading.Thread(target=self._run, name="watcher", daemon=True)
                self._thread.start()

    def stop(self) -> None:
        self._ended.set()
        if self._thread is not None:
            self._thread.join()
        self.source.close()

    def _run(self) -> None:
        while not self._ended.wait(PAUSE):
            self.look()
        connection.close()

    def look(self) -> None:
        """Take note of what changed; never raises. Without a database everything stays."""
        try:
            moved = self.source.has_moved()
            if self.state.opened != self.source.opened:
                connection.close()
                self.state.opened = self.source.opened
            if moved or self.state.blind or self._has_come():
                self._take_note()
        except (Unreachable, DatabaseError) as error:
            if not self.state.blind:
                logger.error("the database cannot be asked: %s", error)
            connection.close()
            self.state.go_blind()
        else:
            self.state.confirm(until=self.due[0][0] if self.due else float("inf"))

    def _has_come(self) -> bool:
        now = time()
        return bool(self.due and self.due[0][0] <= now) or now - self.asked_at > LOOK_AGAIN

    def _take_note(self) -> None:
        """First the values, then the state: who sees the new state finds the new values."""
        state, begun = self.state, timezone.now()
        epoch = Epoch.objects.values_list("number", flat=True).filter(pk=1).first() or 0
        seen = state.epoch if state.epoch >= 0 else self.listener.newest_epoch()
        went_back = epoch < seen
        known = -1 if went_back else state.epoch
        changes = list(Change.objects.filter(epoch__gt=known).values_list("key", "epoch"))
        moments = {key for moment, key in self.due if moment <= begun.timestamp()}
        if not changes and not moments and epoch == state.epoch:
            if begun.timestamp() - self.asked_at > LOOK_AGAIN:
                self._look_ahead(begun)
            return
        # Read after the epoch, so that it may be newer, never older.
        known_epoch = max([epoch, *(when for _, when in changes)])
        if went_back:
            logger.warning("the epoch went back from %d to %d", seen, epoch)
            state.changed.clear()
            self.listener.went_back()
        keys = state.advance(known_epoch, changes) | moments | ({CLOCK} if moments else set())
        self.values.renew(None if went_back or COUNTRY in keys else keys)
        for moment in moments:
            state.pass_moment(moment)
        state.renew()
        self._look_ahead(begun)
        self.listener.changed(frozenset(keys))

    def _look_ahead(self, begun: datetime) -> None:
        """What comes next by the clock; what came while we were busy comes at the next look."""
        self.due, self.asked_at = coming(begun), begun.timestamp()
