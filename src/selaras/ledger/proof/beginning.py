"""What was there before the log was: it is written once, and marked as such."""

from collections.abc import Iterator
from itertools import islice

from django.db import transaction

from selaras.ledger.proof.kinds import LeafKind, all_kinds, leaves
from selaras.ledger.proof.log import append, append_all
from selaras.ledger.proof.models import LogEntry
from selaras.ledger.proof.sequencing import locked

BATCH = 500
BEGUN = leaves(LeafKind(name="log.begun", public=lambda entries: {one.pk for one in entries}))


def begin() -> None:
    """Write what has no leaf yet; once, so that what appears later without one is found."""
    with transaction.atomic(), locked():
        if has_begun():
            return
        counts = {kind.name: _write(kind) for kind in all_kinds()}
        existing = {name: count for name, count in counts.items() if count}
        append(kind=BEGUN.name, object_id="", data={"existing": existing})


def has_begun() -> bool:
    return LogEntry.objects.filter(kind=BEGUN.name).exists()


def _write(kind: LeafKind) -> int:
    count = 0
    for batch in without_leaf(kind):
        found = kind.data(batch) if kind.data else {}
        append_all(kind=kind.name, leaves=sorted(found.items()), existing=True)
        count += len(found)
    return count


def without_leaf(kind: LeafKind) -> Iterator[list[str]]:
    """The ids of objects of this kind that have no leaf, some at a time."""
    following = kind.everything()
    while batch := list(islice(following, BATCH)):
        known = LogEntry.objects.filter(kind=kind.name, object_id__in=batch)
        there = set(known.values_list("object_id", flat=True))
        if missing := [one for one in batch if one not in there]:
            yield missing
