"""Signed bundles: all that anybody needs to check entries without trusting us."""

import json
from collections.abc import Collection, Sequence

from selaras.ledger.proof.canonical import Data
from selaras.ledger.proof.heads import as_json, latest
from selaras.ledger.proof.kinds import public_entries
from selaras.ledger.proof.models import LogEntry, TreeHead
from selaras.ledger.proof.tree import consistency_path, inclusion_paths
from selaras.ledger.proof.verifying import FORMAT


def entries_about(kinds: Collection[str], object_id: str) -> list[LogEntry]:
    """What the public may read of an object in the log, oldest first; unnumbered ones too."""
    found = list(LogEntry.objects.filter(kind__in=kinds, object_id=object_id).order_by("pk"))
    public = public_entries(found)
    return [entry for entry in found if entry.pk in public]


def bundle(entries: Sequence[LogEntry], *, keys: str) -> Data | None:
    """A bundle of these entries, which the public may read; None while one has no number.

    `keys` is the address of the published keys. A fixed number of queries.
    """
    head = latest()
    numbers = [entry.number for entry in entries]
    if head is None or any(number is None or number >= head.size for number in numbers):
        return None
    return _bundle([(entry, True) for entry in entries], head, keys)


def bundle_of_number(number: int, *, keys: str) -> Data | None:
    """A bundle of one entry; of one that is not public only its hash. None: there is none."""
    head = latest()
    entry = LogEntry.objects.filter(number=number).first()
    if head is None or entry is None or number >= head.size:
        return None
    return _bundle([(entry, bool(public_entries([entry])))], head, keys)


def _bundle(entries: Sequence[tuple[LogEntry, bool]], head: TreeHead, keys: str) -> Data:
    numbers = [entry.number for entry, _ in entries if entry.number is not None]
    paths = inclusion_paths(numbers, head.size)
    return {
        "entries": [
            {
                "index": entry.number,
                **(_leaf(entry) if public else {"hash": bytes(entry.leaf_hash).hex()}),
                "path": [found.hex() for found in paths[entry.number or 0]],
            }
            for entry, public in entries
        ],
        "format": FORMAT,
        "head": as_json(head),
        "keys": keys,
    }


def _leaf(entry: LogEntry) -> Data:
    mark = {"existing": True} if entry.existing else {}
    leaf = {"data": json.loads(entry.data), **mark, "kind": entry.kind, "salt": entry.salt}
    return {"leaf": leaf}


def consistency(first: int, second: int | None) -> Data | None:
    """That the tree of the first size grew into that of the second, or of the latest head.

    None where there is no tree of such a size.
    """
    head = latest()
    size = head.size if head else 0
    end = size if second is None else second
    if not 0 < first <= end <= size:
        return None
    heads = TreeHead.objects.in_bulk([first, end])
    return {
        "first": {"size": first, "head": _head(heads.get(first))},
        "format": "selaras-consistency/1",
        "path": [found.hex() for found in consistency_path(first, end)],
        "second": {"size": end, "head": _head(heads.get(end))},
    }


def _head(head: TreeHead | None) -> Data | None:
    """Not every size was signed."""
    return as_json(head) if head else None
