"""Adding to the log, in the transaction of what it tells. No act waits for another here."""

from collections.abc import Iterable
from secrets import token_hex

from django.db import connection

from selaras.ledger.proof.canonical import Data, canonical, leaf_content
from selaras.ledger.proof.hashing import leaf_hash
from selaras.ledger.proof.kinds import kind_named
from selaras.ledger.proof.models import LogEntry

BATCH = 1000


def append(*, kind: str, object_id: str, data: Data) -> None:
    """One more leaf; the sequencer gives it its number soon after the commit."""
    append_all(kind=kind, leaves=[(object_id, data)])


def append_all(*, kind: str, leaves: Iterable[tuple[str, Data]], existing: bool = False) -> None:
    """As `append`, for many of a kind at once."""
    if not connection.in_atomic_block:
        raise RuntimeError("proof.append was called outside a transaction")
    stored = kind_named(kind).stored
    rows = [_entry(kind, object_id, data, stored, existing) for object_id, data in leaves]
    LogEntry.objects.bulk_create(rows, batch_size=BATCH)


def _entry(kind: str, object_id: str, data: Data, stored: bool, existing: bool) -> LogEntry:
    text, salt = canonical(data), token_hex(16)
    return LogEntry(
        kind=kind,
        object_id=object_id,
        data=text if stored else "",
        salt=salt,
        existing=existing,
        leaf_hash=leaf_hash(leaf_content(kind, salt, text, existing=existing)),
    )
