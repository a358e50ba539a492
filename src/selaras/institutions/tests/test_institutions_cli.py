"""The commands about regions and institutions."""

import json

import pytest
from click.testing import CliRunner, Result

from selaras.institutions.cli import institutions, regions
from selaras.language.gazetteer import UnknownPlace

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
