"""The log is numbered in one order and signed; whoever changes it behind our back is found."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from uuid import UUID

import pytest
from click.testing import CliRunner
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from selaras.ledger.audit_cli import audit
from selaras.ledger.clock import tick
from selaras.ledger.guards import GUARDS
from selaras.ledger.models import AuditEntry, LogEntry, LogNode, SigningKey, TreeHead
from selaras.ledger.proof import log, sequencing
from selaras.ledger.proof.beginning import begin
from selaras.ledger.proof.bundles import bundle_of_number, consistency
from selaras.ledger.proof.canonical import canonical
from selaras.ledger.proof.hashing import is_consistent, leaf_hash
from selaras.ledger.proof.heads import as_json, latest
from selaras.ledger.proof.sequencing import sequence_all, sequence_batch
from selaras.ledger.proof.tree import place_key
from selaras.ledger.tests.acting import act
from selaras.ledger.tests.proving import fault, logged, run, size, unguarded

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country", "data_dir")]

ENTRY = "UPDATE ledger_logentry SET"
AUDIT = "ledger_auditentry"


def key_of(number: int) -> str:
    return LogEntry.objects.get(number=number).object_id


def in_audit(number: int) -> int:
    """The number in the audit of what this entry of the log tells."""
    return AuditEntry.objects.get(key=UUID(key_of(number))).number


def change_the_audit(number: int) -> None:
    run(f"UPDATE {AUDIT} SET action = 'uji.lain' WHERE number = %s", in_audit(number))  # noqa: S608


def remove_from_the_audit(number: int) -> None:
    audited = in_audit(number)
    run("DELETE FROM ledger_origin WHERE entry_id = %s", audited)
    run(f"DELETE FROM {AUDIT} WHERE number = %s", audited)  # noqa: S608


def change_the_hash(number: int) -> None:
    run(f"{ENTRY} leaf_hash = %s WHERE number = %s", leaf_hash(b"lain"), number)


def change_salt_and_hash(number: int) -> None:
    """A whole new leaf in the place of the old one."""
    act(object_id="pengganti")
    fresh = LogEntry.objects.filter(number=None).latest("pk")
    run(f"{ENTRY} number = NULL WHERE number = %s", number)
    run(f"{ENTRY} number = %s WHERE id = %s", number, fresh.pk)


def remove(number: int) -> None:
    run("DELETE FROM ledger_logentry WHERE number = %s", number)


def swap(number: int) -> None:
    first, second = (LogEntry.objects.get(number=one).pk for one in (number, number + 1))
    run(f"{ENTRY} number = NULL WHERE id = %s", first)
    run(f"{ENTRY} number = %s WHERE id = %s", number, second)
    run(f"{ENTRY} number = %s WHERE id = %s", number + 1, first)


def change_a_node_above(number: int) -> None:
    place = place_key((1, number // 2))
    run("UPDATE ledger_lognode SET hash = %s WHERE place = %s", leaf_hash(b"lain"), place)


@pytest.mark.parametrize(
    "tamper",
    [
        change_the_audit,
        remove_from_the_audit,
        change_the_hash,
        change_salt_and_hash,
        remove,
        swap,
    ],
)
def test_the_first_entry_that_is_not_what_it_was_is_named(tamper: Callable[[int], None]) -> None:
    number = logged(9) + 4
    assert fault() is None
    with unguarded(GUARDS):
        tamper(number)
        tamper(number + 3)
    found = fault()
    assert found is not None
    assert found.number == number
    told = CliRunner().invoke(audit, ["verify"])
    assert told.exit_code == 1
    assert f"Entri {number} " in told.output


def test_a_node_above_that_was_changed_is_found() -> None:
    number = logged(9) + 4
    with unguarded(GUARDS):
        change_a_node_above(number)
    found = fault()
    assert found is not None
    assert found.number is not None
    assert found.number // 2 == number // 2


def test_whoever_rewrites_leaf_nodes_and_tables_still_lacks_the_signature() -> None:
    first = logged(3)
    logged(3)
    number = first + 4
    with unguarded(GUARDS):
        entry = LogEntry.objects.get(number=number)
        fresh = leaf_hash(b"lain")
        run(f"{ENTRY} leaf_hash = %s WHERE number = %s", fresh, number)
        change_the_hash(number)
        tree = sequencing.Frontier()
        for leaf in LogEntry.objects.order_by("number").values_list("leaf_hash", flat=True):
            for place, found in tree.add(bytes(leaf)):
                run("UPDATE ledger_lognode SET hash = %s WHERE place = %s", found, place_key(place))
        run(f"{ENTRY} kind = 'log.begun', data = '{{}}' WHERE id = %s", entry.pk)
    found_fault = fault()
    assert found_fault is not None
    assert found_fault.number == number


def test_a_head_that_nobody_signed_is_found() -> None:
    logged(2)
    with unguarded(GUARDS):
        run("UPDATE ledger_treehead SET signature = %s", b"\0" * 64)
    found = fault()
    assert found is not None
    assert "tanda tangannya tidak sah" in found.words


def test_the_end_of_the_log_cannot_be_cut_off() -> None:
    number = logged(5) + 3
    with unguarded(GUARDS):
        run("DELETE FROM ledger_logentry WHERE number >= %s", number)
    found = fault()
    assert found is not None
    assert (found.number, found.words) == (number, "hilang dari catatan")


def test_what_the_tables_have_and_the_log_does_not_is_found() -> None:
    logged(1)
    act(object_id="rahasia")
    with unguarded(GUARDS):
        run("DELETE FROM ledger_logentry WHERE number IS NULL")
    found = fault()
    assert found is not None
    assert "Tidak pernah dicatat: audit" in found.words


def test_a_log_that_was_written_anew_differs_from_a_head_that_somebody_kept(
    tmp_path: Path,
) -> None:
    logged(3)
    head = latest()
    assert head is not None
    kept = tmp_path / "kepala.json"
    kept.write_text(canonical(as_json(head)))
    arguments = ["verify", "--head", str(kept)]
    logged(2)
    sound = CliRunner().invoke(audit, arguments)
    assert sound.exit_code == 0, sound.output
    kept.write_text(canonical(as_json(head) | {"root": "0" * 64}))
    rewritten = CliRunner().invoke(audit, arguments)
    assert (rewritten.exit_code, "yang disimpan" in rewritten.output) == (1, True)
    kept.write_text(canonical(as_json(head) | {"size": size() + 1}))
    assert "hilang dari catatan" in CliRunner().invoke(audit, arguments).output


def test_numbers_have_no_gap_and_every_step_of_the_tree_follows_from_the_one_before() -> None:
    sequence_all()
    for _ in range(7):
        act()
        sequence_batch(2)
    assert list(LogEntry.objects.order_by("pk").values_list("number", flat=True)) == [
        *range(LogEntry.objects.count())
    ]
    sizes = [head.size for head in TreeHead.objects.order_by("size")]
    end = TreeHead.objects.get(pk=sizes[-1])
    for first in sizes:
        found = consistency(first, None)
        assert found is not None
        root = bytes(TreeHead.objects.get(pk=first).root)
        path = [bytes.fromhex(one) for one in found["path"]]
        assert is_consistent(first, end.size, root, bytes(end.root), path)
    assert consistency(0, None) is consistency(end.size + 1, None) is None
    assert fault() is None


def test_the_worker_numbers_what_is_new_once() -> None:
    act()
    tick()
    heads, entries = TreeHead.objects.count(), size()
    tick()
    assert (TreeHead.objects.count(), size()) == (heads, entries)
    assert not LogEntry.objects.filter(number=None).exists()


def test_numbers_nodes_and_head_are_written_together_or_not_at_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = logged(3)

    def fails(*_: object) -> None:
        raise OSError("cakram penuh")

    act()
    counted = LogNode.objects.count()
    monkeypatch.setattr(sequencing, "_sign", fails)
    with pytest.raises(OSError, match="penuh"):
        sequence_batch()
    assert (LogNode.objects.count(), size()) == (counted, before + 3)


def test_what_was_rolled_back_is_not_in_the_log() -> None:
    count = LogEntry.objects.count()
    with transaction.atomic():
        act(object_id="batal")
        transaction.set_rollback(True)
    assert LogEntry.objects.count() == count
    assert fault() is None


def test_nothing_is_appended_outside_a_transaction(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "connection", SimpleNamespace(in_atomic_block=False))
    with pytest.raises(RuntimeError, match="outside a transaction"):
        log.append(kind="log.begun", object_id="", data={})


def test_an_entry_of_the_audit_shows_its_hash_and_nothing_else() -> None:
    number = logged(1)
    found = bundle_of_number(number, keys="")
    assert found is not None
    assert found["entries"][0].keys() == {"index", "hash", "path"}
    entry = LogEntry.objects.get(number=number)
    assert entry.data == ""
    assert len(entry.salt) == 32


def test_a_proof_costs_as_many_queries_and_rows_however_long_the_log_is() -> None:
    def queries(number: int) -> int:
        with CaptureQueriesContext(connection) as captured:
            bundle_of_number(number, keys="")
        return len(captured)

    few = queries(logged(1))
    assert queries(logged(70)) == few <= 4


def test_beginning_again_writes_nothing() -> None:
    count = LogEntry.objects.count()
    begin()
    assert LogEntry.objects.count() == count


def test_what_was_there_before_the_log_is_written_once_and_marked() -> None:
    act(object_id="lama")
    with unguarded(GUARDS):
        run("DELETE FROM ledger_logentry")
    begin()
    assert LogEntry.objects.filter(kind="audit", existing=False).count() == 0
    assert LogEntry.objects.filter(kind="audit", existing=True).exists()
    sequence_all()
    assert fault() is None
    act(object_id="baru")
    begin()
    assert LogEntry.objects.get(number=None).existing is False


@pytest.mark.parametrize(
    "statement",
    [
        f"{ENTRY} data = 'x'",
        f"{ENTRY} leaf_hash = salt",
        f"{ENTRY} number = number + 1000",
        f"{ENTRY} number = NULL",
        "DELETE FROM ledger_logentry",
        "UPDATE ledger_lognode SET place = place + 1000",
        "DELETE FROM ledger_lognode",
        "UPDATE ledger_treehead SET size = size + 1",
        "DELETE FROM ledger_treehead",
        "UPDATE ledger_signingkey SET public = kid",
        "DELETE FROM ledger_signingkey",
    ],
)
def test_the_database_refuses_to_rewrite_the_log(statement: str) -> None:
    logged(1)
    assert SigningKey.objects.count() == 1
    casted = statement.replace("= salt", "= %s").replace("= kid", "= %s")
    values = [b"x"] if "%s" in casted else []
    with pytest.raises(IntegrityError), transaction.atomic():
        run(casted, *values)
