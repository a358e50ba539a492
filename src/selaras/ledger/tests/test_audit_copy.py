"""The audit is kept outside the database too: one line for each entry, whatever happens."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from selaras.ledger.audit_copy import audit_file, copy_entry
from selaras.ledger.models import AuditEntry
from selaras.ledger.services import record

pytestmark = pytest.mark.django_db


def entry(number: int = 1, at: datetime = datetime(2026, 1, 10, 3, tzinfo=UTC)) -> AuditEntry:
    return record(
        actor="tini",
        institution="bnpb",
        action="uji.lakukan",
        object_kind="uji",
        object_id=str(number),
        revision="7",
        reason="Uji coba",
        details={"alasan": "Siaga “merah”\nbaris kedua", "z": 1, "a": [2, None]},
        at=at,
    )


def copy(one: AuditEntry) -> None:
    copy_entry({"entry": str(one.key)})


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_an_entry_becomes_one_line_of_json(data_dir: Path) -> None:
    one = entry()
    copy(one)
    path = data_dir / "audit" / "2026-01.jsonl"
    assert audit_file(one) == path
    assert lines(path) == [
        {
            "number": one.number,
            "id": str(one.key),
            "at": "2026-01-10T03:00:00+00:00",
            "actor": "tini",
            "institution": "bnpb",
            "action": "uji.lakukan",
            "object_kind": "uji",
            "object_id": "1",
            "revision": "7",
            "reason": "Uji coba",
            "details": {"alasan": "Siaga “merah”\nbaris kedua", "z": 1, "a": [2, None]},
        }
    ]
    assert "“merah”" in path.read_text(encoding="utf-8")


def test_copying_again_writes_nothing(data_dir: Path) -> None:
    entries = [entry(number) for number in range(3)]
    for one in [*entries, *entries, entries[0]]:
        copy(one)
    path = audit_file(entries[0])
    assert [line["object_id"] for line in lines(path)] == ["0", "1", "2"]
    assert path.is_relative_to(data_dir)


@pytest.mark.usefixtures("data_dir")
def test_a_line_that_a_crash_cut_in_half_spoils_no_other() -> None:
    first, second = entry(1), entry(2)
    copy(first)
    path = audit_file(first)
    torn = path.read_bytes()[:-20]
    path.write_bytes(torn)
    copy(second)
    copy(first)
    kept = path.read_bytes().splitlines()
    assert kept[0] == torn
    assert [json.loads(line)["object_id"] for line in kept[1:]] == ["2", "1"]
    assert path.read_bytes().endswith(b"\n")


@pytest.mark.usefixtures("data_dir")
def test_a_line_that_lacks_only_its_end_is_written_again() -> None:
    one = entry()
    copy(one)
    path = audit_file(one)
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    copy(one)
    assert {line["id"] for line in lines(path)} == {str(one.key)}
    assert path.read_bytes().endswith(b"\n")


@pytest.mark.usefixtures("data_dir")
def test_every_month_has_a_file_of_its_own() -> None:
    moments = [datetime(2026, 1, 31, 23, tzinfo=UTC), datetime(2026, 2, 1, tzinfo=UTC)]
    paths = []
    for moment in moments:
        one = entry(at=moment)
        copy(one)
        paths.append(audit_file(one).name)
    assert paths == ["2026-01.jsonl", "2026-02.jsonl"]


@pytest.mark.usefixtures("data_dir")
def test_an_entry_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(AuditEntry.DoesNotExist):
        copy_entry({"entry": "00000000-0000-0000-0000-000000000000"})
