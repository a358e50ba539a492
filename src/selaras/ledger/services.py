"""Writes of the ledger: always inside the transaction of the change that they belong to."""

from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import F
from django.utils import timezone

from selaras.ledger.models import AuditEntry, Epoch, OwedEffect


def record(
    *,
    actor: str,
    action: str,
    object_kind: str,
    object_id: str,
    institution: str = "",
    details: dict[str, Any] | None = None,
    at: datetime | None = None,
) -> AuditEntry:
    """Write one audit entry, and owe its copy in the audit file outside the database."""
    _in_transaction("record")
    entry = AuditEntry.objects.create(
        at=at or timezone.now(),
        actor=actor,
        institution=institution,
        action=action,
        object_kind=object_kind,
        object_id=object_id,
        details=details or {},
    )
    owe(kind="audit.copy", key=f"audit.copy:{entry.pk}", payload={"entry": str(entry.pk)})
    return entry


def owe(*, kind: str, key: str, payload: dict[str, Any], due_at: datetime | None = None) -> None:
    """Owe an effect; owing the same key again changes nothing."""
    _in_transaction("owe")
    OwedEffect.objects.bulk_create(
        [OwedEffect(kind=kind, key=key, payload=payload, due_at=due_at or timezone.now())],
        ignore_conflicts=True,
    )


def advance_epoch() -> None:
    """Count a change of the published truth. Readers compare it with what they last saw."""
    _in_transaction("advance_epoch")
    if not Epoch.objects.filter(pk=1).update(number=F("number") + 1):
        Epoch.objects.create(pk=1, number=1)


def _in_transaction(verb: str) -> None:
    if not connection.in_atomic_block:
        raise RuntimeError(f"ledger.{verb} was called outside a transaction")
