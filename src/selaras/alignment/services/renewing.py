"""Texts that were read with other words than those of today are read again, a few at a time."""

from datetime import date

from django.utils import timezone

from selaras.alignment.models import CheckedText
from selaras.alignment.queries.lexicon import words
from selaras.alignment.sources import Progress, sources
from selaras.ledger.clock import at_each_tick
from selaras.ledger.models import Epoch

BATCH = 50

_nothing_since: tuple[int, date] | None = None


@at_each_tick
def read_outdated() -> None:
    """Read again what was read with other words, at most one batch; the rest at the next tick.

    So a type that is new or spoken of otherwise is found in what was published before. Where
    nothing has happened since nothing was outdated, one query.
    """
    global _nothing_since  # noqa: PLW0603 one for each process
    number = Epoch.objects.values_list("number", flat=True).filter(pk=1).first() or 0
    moment = (number, timezone.localdate())
    if _nothing_since == moment:
        return
    known = sources()
    found = CheckedText.objects.filter(source__in=known).exclude(lexicon=words().digest)
    batch = list(found.order_by("pk").values_list("source", "source_id")[:BATCH])
    for name, source in known.items():
        ids = [source_id for of, source_id in batch if of == name]
        if ids:
            source.read_again(ids)
    _nothing_since = None if batch else moment


def read_all(progress: Progress = lambda more, total: None) -> int:
    """Read every text of every kind that is not kept as it is now; returns how many there are.

    It can be stopped and started again: what is kept is not read twice.
    """
    return sum(source.read_all(progress) for source in sources().values())
