"""What the log and the tables say of an entry, and whether that is what was hashed."""

from collections.abc import Sequence
from enum import StrEnum

from django.db.models import Max

from selaras.ledger.proof.canonical import canonical, leaf_content
from selaras.ledger.proof.hashing import leaf_hash
from selaras.ledger.proof.kinds import kind_named
from selaras.ledger.proof.models import LogEntry


class Mistake(StrEnum):
    """What may be wrong with one entry, in words that follow its number."""

    CHANGED = "isinya dalam catatan sudah diubah"
    GONE = "yang dicatatnya sudah hilang dari basis data"
    OTHERWISE = "yang dicatatnya sudah diubah dalam basis data"
    STRANGE = "jenisnya tidak dikenal"


def mistakes_in(entries: Sequence[LogEntry]) -> dict[int, Mistake]:
    """By primary key of the entry. A fixed number of queries for each kind that occurs."""
    found: dict[int, Mistake] = {}
    for name in {entry.kind for entry in entries}:
        found |= _of_kind(name, [entry for entry in entries if entry.kind == name])
    return found


def _of_kind(name: str, entries: Sequence[LogEntry]) -> dict[int, Mistake]:
    try:
        kind = kind_named(name)
    except KeyError:
        return {entry.pk: Mistake.STRANGE for entry in entries}
    found: dict[int, Mistake] = {}
    if kind.stored:
        found = {one.pk: Mistake.CHANGED for one in entries if not _is_leaf(one, one.data)}
    if kind.data is None:
        return found
    now = {key: canonical(data) for key, data in kind.data({e.object_id for e in entries}).items()}
    last = _last_of(name, entries) if kind.changes else {}
    for entry in entries:
        if entry.pk in found or (kind.changes and last.get(entry.object_id) != entry.pk):
            continue
        text = now.get(entry.object_id)
        if text is None:
            found[entry.pk] = Mistake.GONE
        elif not _is_leaf(entry, text):
            found[entry.pk] = Mistake.OTHERWISE
    return found


def _is_leaf(entry: LogEntry, text: str) -> bool:
    content = leaf_content(entry.kind, entry.salt, text, existing=entry.existing)
    return leaf_hash(content) == bytes(entry.leaf_hash)


def _last_of(name: str, entries: Sequence[LogEntry]) -> dict[str, int]:
    """By object, its last entry: what the tables say now is what that one says."""
    same = LogEntry.objects.filter(kind=name, object_id__in={one.object_id for one in entries})
    return dict(same.order_by().values_list("object_id").annotate(last=Max("pk")))
