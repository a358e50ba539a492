"""What the ledger writes belongs to the transaction of the change, and is written once."""

from collections.abc import Callable
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from django.db import IntegrityError, connection, transaction

from selaras.ledger.models import AuditEntry, Epoch, OwedEffect
from selaras.ledger.services import advance_epoch, owe, owing, record

pytestmark = pytest.mark.django_db
WRITES: dict[str, Callable[[], object]] = {
    "record": lambda: record(actor="uji", action="uji", object_kind="uji", object_id="1"),
    "owe": lambda: owe(kind="uji", key="uji:1", payload={}),
    "advance_epoch": advance_epoch,
}


@pytest.mark.parametrize("verb", WRITES)
def test_outside_a_transaction_nothing_is_written(
    monkeypatch: pytest.MonkeyPatch, verb: str
) -> None:
    monkeypatch.setattr(owing, "connection", SimpleNamespace(in_atomic_block=False))
    before = AuditEntry.objects.count(), OwedEffect.objects.count(), Epoch.objects.count()
    with pytest.raises(RuntimeError, match=f"ledger.{verb} "):
        WRITES[verb]()
    assert before == (
        AuditEntry.objects.count(),
        OwedEffect.objects.count(),
        Epoch.objects.count(),
    )


def test_an_entry_owes_its_copy_in_the_same_transaction() -> None:
    entry = record(
        actor="uji",
        institution="bnpb",
        action="uji.lakukan",
        object_kind="uji",
        object_id="1",
        details={"isi": ["é", 1]},
    )
    owed = OwedEffect.objects.get(key=f"audit.copy:{entry.key}")
    assert (owed.kind, owed.payload) == ("audit.copy", {"entry": str(entry.key)})
    assert AuditEntry.objects.get(pk=entry.pk).details == {"isi": ["é", 1]}


def test_a_rolled_back_change_leaves_no_trace_in_the_ledger() -> None:
    before = AuditEntry.objects.count(), OwedEffect.objects.count()
    with transaction.atomic():
        record(actor="uji", action="uji", object_kind="uji", object_id="1")
        transaction.set_rollback(True)
    assert (AuditEntry.objects.count(), OwedEffect.objects.count()) == before


def test_owing_the_same_key_again_changes_nothing() -> None:
    owe(kind="uji", key="uji:1", payload={"kali": 1})
    owe(kind="lain", key="uji:1", payload={"kali": 2}, due_at=datetime(2030, 1, 1, tzinfo=UTC))
    owed = OwedEffect.objects.get(key="uji:1")
    assert (owed.kind, owed.payload, owed.due_at.year < 2030) == ("uji", {"kali": 1}, True)


def test_what_was_settled_is_not_owed_again() -> None:
    owe(kind="uji", key="uji:1", payload={})
    OwedEffect.objects.filter(key="uji:1").update(state=OwedEffect.State.SETTLED)
    owe(kind="uji", key="uji:1", payload={})
    assert OwedEffect.objects.get(key="uji:1").state == OwedEffect.State.SETTLED


def test_the_epoch_counts_every_change() -> None:
    Epoch.objects.all().delete()
    for expected in (1, 2, 3):
        advance_epoch()
        assert list(Epoch.objects.values_list("number", flat=True)) == [expected]


def test_the_database_refuses_to_change_or_delete_an_entry() -> None:
    entry = record(actor="uji", action="uji", object_kind="uji", object_id="1")
    row = AuditEntry.objects.filter(pk=entry.pk)
    with pytest.raises(IntegrityError), transaction.atomic():
        row.update(actor="orang lain")
    with pytest.raises(IntegrityError), transaction.atomic():
        row.delete()
    for statement in ("DELETE FROM ledger_auditentry", "UPDATE ledger_auditentry SET actor = 'x'"):
        with (
            pytest.raises(IntegrityError),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)
    assert row.get().actor == "uji"
