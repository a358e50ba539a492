"""What must happen outside the transaction, and that the published truth has changed."""

from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import F
from django.utils import timezone

from selaras.ledger.models import Change, Epoch, OwedEffect

WAKES = "selaras_epoch"  # the channel on which PostgreSQL tells of a new epoch


def owe(*, kind: str, key: str, payload: dict[str, Any], due_at: datetime | None = None) -> None:
    """Owe an effect; owing the same key again changes nothing."""
    require_transaction("owe")
    OwedEffect.objects.bulk_create(
        [OwedEffect(kind=kind, key=key, payload=payload, due_at=due_at or timezone.now())],
        ignore_conflicts=True,
    )


def advance_epoch(*changed: str) -> None:
    """Count a change of the published truth, and note what changed: keys like `fact:<id>`.

    Readers compare the epoch with what they last saw. On PostgreSQL they are woken at the commit.
    """
    require_transaction("advance_epoch")
    if not Epoch.objects.filter(pk=1).update(number=F("number") + 1):
        Epoch.objects.create(pk=1, number=1)
    number = Epoch.objects.values_list("number", flat=True).get(pk=1)
    Change.objects.bulk_create(
        [Change(key=key, epoch=number) for key in sorted(set(changed))],
        update_conflicts=True,
        unique_fields=["key"],
        update_fields=["epoch"],
    )
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"NOTIFY {WAKES}")


def require_transaction(verb: str) -> None:
    if not connection.in_atomic_block:
        raise RuntimeError(f"ledger.{verb} was called outside a transaction")
