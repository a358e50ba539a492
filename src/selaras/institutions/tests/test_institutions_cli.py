"""The commands about regions and institutions."""

import json
from datetime import date

import pytest
from click.testing import CliRunner, Result

from selaras.institutions.cli import institutions, regions
from selaras.institutions.models import Institution
from selaras.institutions.services import BadDissolution
from selaras.language.gazetteer import UnknownPlace
from selaras.ledger.models import AuditEntry

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]


def run(*arguments: str) -> Result:
    group = {"regions": regions, "institutions": institutions}[arguments[0]]
    return CliRunner().invoke(group, arguments[1:], catch_exceptions=False)


def test_regions_and_institutions_are_counted() -> None:
    assert run("regions", "count").stdout == "553\n"
    assert json.loads(run("institutions", "count", "--json").stdout) == {"institutions": 559}


def test_a_name_is_resolved_to_its_code() -> None:
    assert run("regions", "resolve", "Jaksel").stdout == "31.74\n"
    found = json.loads(run("regions", "resolve", "Kota Bandung", "--json").stdout)
    assert (found["code"], found["level"], found["zone"]) == ("32.73", "city", "WIB")
    with pytest.raises(UnknownPlace):
        run("regions", "resolve", "Atlantis")


def test_an_institution_is_shown_with_its_former_names() -> None:
    shown = json.loads(run("institutions", "show", "komdigi", "--json").stdout)
    assert shown["region"] == "00"
    assert [(name["valid_from"], name["valid_to"]) for name in shown["names"]] == [
        (None, "2024-10-21"),
        ("2024-10-21", None),
    ]
    lines = run("institutions", "show", "komdigi").stdout.splitlines()
    assert lines[0] == "Kementerian Komunikasi dan Digital"
    assert lines[-1] == "  2024-10-21 – …  Kementerian Komunikasi dan Digital"


def test_an_unknown_institution_is_an_error() -> None:
    done = run("institutions", "show", "tidak-ada")
    assert done.exit_code == 1
    assert "tidak-ada" in done.stderr


def test_a_dissolution_is_noted_with_its_successor() -> None:
    end = ("institutions", "dissolve", "kab-garut", "--on", "2027-01-01", "--successor")
    assert run(*end, "tidak-ada").exit_code == 1
    for wrong in ("kab-garut", "kota-cimahi"):
        Institution.objects.filter(slug="kota-cimahi").update(dissolved_on="2026-01-01")
        with pytest.raises(BadDissolution):
            run(*end, wrong)
    assert run(*end, "kota-banjar").exit_code == 0
    gone = Institution.objects.get(slug="kab-garut")
    assert gone.successor == Institution.objects.get(slug="kota-banjar")
    assert not gone.is_dissolved(date(2026, 12, 31))
    assert gone.is_dissolved(date(2027, 1, 1))
    assert AuditEntry.objects.get(action="institutions.dissolve").institution == "kab-garut"
