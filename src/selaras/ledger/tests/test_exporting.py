"""The audit as a file: every entry, harmless to a spreadsheet, and itself audited."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from selaras.ledger import policies
from selaras.ledger.audit_cli import audit
from selaras.ledger.errors import MayNotReadAudit
from selaras.ledger.json_lines import as_json
from selaras.ledger.models import AuditEntry
from selaras.ledger.policies import Reach
from selaras.ledger.queries import Wanted
from selaras.ledger.services import export_entries
from selaras.ledger.tests.acting import Someone, act

pytestmark = pytest.mark.django_db


@pytest.fixture
def reach(monkeypatch: pytest.MonkeyPatch) -> dict[str, Reach]:
    """Who may read what in this test, by name."""
    given: dict[str, Reach] = {}
    monkeypatch.setattr(policies, "_providers", [lambda user: given.get(str(user))])
    return given


def exported(form: str = "jsonl", *, names: bool = False, actor: Any = "perintah") -> str:
    wanted = Wanted(action="uji.lakukan")
    return "".join(export_entries(wanted=wanted, asked={}, form=form, names=names, actor=actor))


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_json_lines_are_those_of_the_copy_oldest_first() -> None:
    entries = [act(object_id=str(number), details={"a": [1, {"b": "é"}]}) for number in range(3)]
    assert [json.loads(line) for line in exported().splitlines()] == [
        as_json(entry) for entry in entries
    ]


def test_names_are_in_the_file_only_where_they_are_asked_for() -> None:
    act(actor=Someone("Tini Uji"))
    assert "Tini" not in exported() + exported("csv")
    assert json.loads(exported(names=True))["name"] == "Tini Uji"
    assert rows(exported("csv", names=True))[0]["name"] == "Tini Uji"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", "\n=1"])
def test_no_cell_of_a_spreadsheet_is_a_formula(text: str) -> None:
    act(object_id=text, reason=text, actor=Someone(text))
    row = rows(exported("csv", names=True))[0]
    assert [row[name] for name in ("object_id", "reason", "name")] == [f"'{text}"] * 3


def test_a_spreadsheet_keeps_quotes_commas_and_lines() -> None:
    act(reason='Kata "lama",\nbaris dua', details={"judul": "A, B"})
    row = rows(exported("csv"))[0]
    assert row["reason"] == 'Kata "lama",\nbaris dua'
    assert json.loads(row["details"]) == {"judul": "A, B"}


def test_an_export_is_an_entry_that_says_what_was_asked_and_names_nobody() -> None:
    for text in ("Tini", "orang:00000000-0000-0000-0000-000000000001"):
        list(
            export_entries(
                wanted=Wanted(), asked={"orang": text}, form="csv", names=True, actor="perintah"
            )
        )
    found = AuditEntry.objects.filter(action="audit.export").order_by("number")
    assert [entry.details["filters"]["orang"] for entry in found] == [
        "…",
        "orang:00000000-0000-0000-0000-000000000001",
    ]
    assert all(entry.details["names"] for entry in found)


def test_a_person_exports_what_she_may_read(reach: dict[str, Reach]) -> None:
    for slug in ("bnpb", "kpu", ""):
        act(institution=slug)
    reach["Tini"] = Reach(everything=False, names=lambda: {"bnpb": "BNPB"})
    reach["Pusat"] = Reach(everything=True, names=lambda: {"bnpb": "BNPB"})
    own = [json.loads(line) for line in exported(actor=Someone("Tini")).splitlines()]
    assert [line["institution"] for line in own] == ["bnpb"]
    assert len(exported(actor=Someone("Pusat")).splitlines()) == 3
    told = AuditEntry.objects.filter(action="audit.export").order_by("number")
    assert [entry.institution for entry in told] == ["bnpb", ""]


def test_who_may_read_nothing_exports_nothing(reach: dict[str, Reach]) -> None:
    with pytest.raises(MayNotReadAudit):
        exported(actor=Someone("Orang luar"))
    assert not AuditEntry.objects.exists()


def test_the_command_lists_and_exports_with_the_same_filters(tmp_path: Path) -> None:
    act(actor=Someone("Tini"), institution="bnpb", object_id="7")
    act(institution="kpu")
    listed = CliRunner().invoke(audit, ["list", "--person", "tini"]).output
    assert listed.rstrip("\n").split("\t")[1:] == ["Tini", "uji.lakukan", "uji:7", "bnpb"]
    target = tmp_path / "audit.csv"
    done = CliRunner().invoke(
        audit,
        ["export", "--institution", "kpu", "--format", "csv", "--output", str(target)],
    )
    assert done.exit_code == 0, done.output
    assert [row["institution"] for row in rows(target.read_text())] == ["kpu"]
    newest = CliRunner().invoke(audit, ["list", "--json", "--limit", "1"]).output
    assert json.loads(newest)["details"]["filters"] == {"instansi": "kpu"}


def test_the_command_erases_a_person_by_the_reference_that_the_audit_shows() -> None:
    tini = Someone("Tini")
    act(actor=tini)
    done = CliRunner().invoke(
        audit, ["erase-person", f"orang:{tini.reference}", "--reason", "Permintaan."]
    )
    assert done.exit_code == 0, done.output
    assert "Tini" not in CliRunner().invoke(audit, ["list"]).output
    assert CliRunner().invoke(audit, ["erase-person", "Tini", "--reason", "Uji"]).exception
