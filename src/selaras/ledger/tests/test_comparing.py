"""Whoever changes the copy or the database is found out."""

import json
from pathlib import Path
from uuid import uuid4

import pytest
from click.testing import CliRunner

from selaras.ledger.audit_cli import audit
from selaras.ledger.audit_copy import audit_file
from selaras.ledger.comparing import compare
from selaras.ledger.models import AuditEntry, OwedEffect
from selaras.ledger.tests.acting import act
from selaras.ledger.worker import settle_due

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("data_dir")]


def copied() -> tuple[list[AuditEntry], Path]:
    entries = [act(object_id=str(number)) for number in range(4)]
    settle_due()
    return entries, audit_file(entries[0])


def test_a_faithful_copy_is_sound() -> None:
    copied()
    found = compare()
    assert (found.sound, found.entries, found.waiting, found.torn) == (True, 4, [], [])


def test_what_is_not_copied_yet_is_waiting_and_no_fault() -> None:
    copied()
    late = act()
    found = compare()
    assert (found.sound, found.waiting) == (True, [str(late.key)])


def test_a_copy_that_was_given_up_is_missing() -> None:
    entry = act()
    OwedEffect.objects.update(state=OwedEffect.State.FAILED)
    assert compare().missing == [str(entry.key)]


def test_a_line_that_was_removed_is_missing() -> None:
    entries, path = copied()
    lines = path.read_text().splitlines(keepends=True)
    path.write_text("".join(lines[:1] + lines[2:]))
    found = compare()
    assert not found.sound
    assert found.missing == [json.loads(lines[1])["id"]]
    assert found.missing[0] in {str(entry.key) for entry in entries}


@pytest.mark.parametrize("name", ["actor", "reason", "number", "at"])
def test_a_line_that_was_changed_differs(name: str) -> None:
    _, path = copied()
    lines = path.read_text().splitlines()
    changed = json.loads(lines[2]) | {name: "lain"}
    path.write_text("\n".join([*lines[:2], json.dumps(changed), lines[3], ""]))
    assert compare().differing == [changed["id"]]


def test_a_changed_line_beside_the_true_one_differs_too() -> None:
    _, path = copied()
    first = json.loads(path.read_text().splitlines()[0])
    with path.open("a") as file:
        file.write(json.dumps(first | {"actor": "lain"}) + "\n")
    assert compare().differing == [first["id"]]


def test_a_line_without_an_entry_is_foreign() -> None:
    _, path = copied()
    strange = [str(uuid4()), "bukan rujukan"]
    with path.open("a") as file:
        file.writelines(json.dumps({"id": key}) + "\n" for key in strange)
    assert compare().foreign == sorted(strange)


@pytest.mark.parametrize("torn", ['{"id": "abc', "[]", "7", "\\"])
def test_a_torn_line_is_told_and_no_fault(torn: str) -> None:
    _, path = copied()
    with path.open("a") as file:
        file.write(torn + "\n")
    found = compare()
    assert (found.sound, found.torn) == (True, [f"{path.name}:5"])


def test_a_line_that_stands_twice_is_no_fault() -> None:
    _, path = copied()
    path.write_text(path.read_text() * 2)
    assert compare().sound


def test_the_command_ends_with_an_error_where_something_differs() -> None:
    _, path = copied()
    good = CliRunner().invoke(audit, ["compare"])
    assert (good.exit_code, good.output) == (0, "4 entri diperiksa.\n")
    path.unlink()
    bad = CliRunner().invoke(audit, ["compare"])
    assert bad.exit_code == 1
    assert "4 tidak ada di salinan: " in bad.output
    told = CliRunner().invoke(audit, ["compare", "--json"])
    assert told.exit_code == 1
    assert len(json.loads(told.output)["missing"]) == 4
