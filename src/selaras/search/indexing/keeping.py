"""The indexer: settles what waits, and looks for what nobody told.

A row is deleted once the index has what it stands for. Whatever dies in between, the rows are
still there, and to settle one twice does no harm.
"""

import logging
import threading
from collections.abc import Sequence
from datetime import timedelta
from time import monotonic

from django.db import DatabaseError, close_old_connections, transaction
from django.utils import timezone

from selaras.search.indexing.batching import batches
from selaras.search.indexing.comparing import differences
from selaras.search.indexing.filling import fill, is_outdated
from selaras.search.indexing.noting import REBUILD, note, note_everything
from selaras.search.indexing.turns import Turn
from selaras.search.indexing.writing import BATCH, make
from selaras.search.models import IndexState, WaitingEntry
from selaras.search.reading.concerned import concerned
from selaras.textindex.contract import Index
from selaras.textindex.errors import EngineError

logger = logging.getLogger(__name__)

PAUSE = 0.15  # seconds between two looks at what waits
BEHIND = 3.0  # seconds between two looks whether another indexer has ended
SHORTEST, LONGEST = 0.5, 30.0  # seconds to wait for an engine or a database that fails
ASK_AGAIN, LOOK_OVER = 600.0, timedelta(hours=24)
Reach = WaitingEntry.Reach


class Ended(Exception):
    """The indexer was told to end in the middle of something long."""


class Indexer:
    """Runs until `ended` is set, beside the processes that serve."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.ended = threading.Event()
        self.turn = Turn()
        self._prepared = False
        self._asked_at = float("-inf")

    def run(self) -> None:
        """Waits for its turn where another indexer runs; outlives engine and database."""
        wait = SHORTEST
        while not self.ended.is_set():
            try:
                pause = self._step()
                wait = SHORTEST
            except Ended:
                break
            except (DatabaseError, EngineError) as error:
                logger.warning("the index is not brought up to date for now: %s", error)
                close_old_connections()
                pause, wait = wait, min(2 * wait, LONGEST)
            self.ended.wait(pause)
        self.turn.leave()

    def _step(self) -> float:
        """Seconds after which the next one is due."""
        if not self.turn.take():
            self._prepared = False
            return BEHIND
        if not self._prepared:
            if is_outdated(self.index):
                fill(self.index, self._go_on)
            self._prepared = True
        if self.settle():
            return 0.0
        self._look_over()
        return PAUSE

    def settle(self, up_to: WaitingEntry.Reach = Reach.WHOLE) -> bool:
        """Settle some of what is due and reaches no further; whether there was any.

        One query where there is none.
        """
        due = WaitingEntry.objects.filter(due_at__lte=timezone.now(), reach__lte=up_to)
        rows = list(due.order_by("reach", "pk")[:BATCH])
        if not rows:
            return False
        match rows[0].reach:
            case Reach.ENTRY:
                self._write([row for row in rows if row.reach == Reach.ENTRY])
            case Reach.SEVERAL:
                _name_entries(rows[0])
            case _:
                self._settle_whole(rows[0])
        return True

    def settle_all(self, up_to: WaitingEntry.Reach = Reach.WHOLE) -> None:
        while not self.ended.is_set() and self.settle(up_to):
            continue

    def _write(self, rows: Sequence[WaitingEntry]) -> None:
        made = make([row.key for row in rows])
        with self.index.writing() as writer:
            writer.put(made.documents)
            writer.drop(made.gone)
        _done(rows)

    def _settle_whole(self, row: WaitingEntry) -> None:
        """What changes meanwhile comes first. Where it is broken off, it begins anew."""
        if row.key == REBUILD:
            fill(self.index, self._go_on)
        else:
            for found in batches(differences(self.index), BATCH):
                note(one.key for one in found)
                self.settle_all(Reach.SEVERAL)
                if self.ended.is_set():
                    return
        _done([row])

    def _go_on(self, _: int) -> None:
        if self.ended.is_set():
            raise Ended

    def _look_over(self) -> None:
        """Once a day, for what was written past all signals."""
        if monotonic() - self._asked_at < ASK_AGAIN:
            return
        self._asked_at, now = monotonic(), timezone.now()
        with transaction.atomic():
            state = IndexState.objects.select_for_update().get(pk=1)
            if state.looked_over_at is None or state.looked_over_at < now - LOOK_OVER:
                state.looked_over_at = now
                state.save(update_fields=["looked_over_at"])
                note_everything()


def _name_entries(row: WaitingEntry) -> None:
    with transaction.atomic():
        note(concerned(row.key))
        _done([row])


def _done(rows: Sequence[WaitingEntry]) -> None:
    WaitingEntry.objects.filter(pk__in=[row.pk for row in rows]).delete()
