"""What changes is noted in the transaction that changes it; the indexer does the rest."""

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone

from selaras.search.indexing.batching import batches
from selaras.search.models import WaitingEntry

Reach = WaitingEntry.Reach
BATCH = 500
COMPARE = "compare"  # everything is compared with the index, and what differs is noted
REBUILD = "rebuild"


def note(keys: Iterable[str], *, due_at: datetime | None = None) -> None:
    """These entries may be found otherwise than the index says, from that moment on."""
    moment = due_at or timezone.now()
    _insert(((key, moment) for key in keys), Reach.ENTRY)


def note_several(*keys: str, due_at: Iterable[datetime] = ()) -> None:
    """The same for keys of `reading.concerned`, each of which stands for several entries; from now
    on, or from each of some moments on. One insert for all."""
    moments = list(due_at) or [timezone.now()]
    _insert(((key, moment) for moment in moments for key in keys), Reach.SEVERAL)


def note_everything() -> None:
    """Something was written past all signals, in bulk or by another release."""
    _insert([(COMPARE, timezone.now())], Reach.WHOLE)


def note_rebuilding() -> None:
    """The index has to be made anew; the old one answers until then."""
    _insert([(REBUILD, timezone.now())], Reach.WHOLE)


def _insert(noted: Iterable[tuple[str, datetime]], reach: WaitingEntry.Reach) -> None:
    for some in batches(dict.fromkeys(noted), BATCH):
        WaitingEntry.objects.bulk_create(
            WaitingEntry(key=key, due_at=moment, reach=reach) for key, moment in some
        )
