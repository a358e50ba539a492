"""Objections beside the history of a fact, on the command line."""

import json

import pytest
from click.testing import CliRunner

from selaras.accounts.models import User
from selaras.facts.cli import facts
from selaras.facts.models import FactVersion
from selaras.facts.objections.tests.objecting import REASON, objected

pytestmark = pytest.mark.django_db


def history(*options: str) -> str:
    result = CliRunner().invoke(facts, ["history", "uji.tampung", "--region", "32.73", *options])
    assert result.exit_code == 0, result.output
    return result.output


def test_the_history_of_a_fact_tells_what_was_said_against_it(
    version: FactVersion, writer: User
) -> None:
    objected(writer, version, proposed="80")
    assert "keberatan" not in history()
    assert "120 orang → 80 orang (menunggu jawaban)" in history("--objections")
    stated, said = json.loads(history("--objections", "--json"))
    assert stated["words"] == said["words"] == "120 orang"
    assert (said["reason"], said["state"]) == (REASON, "open")
