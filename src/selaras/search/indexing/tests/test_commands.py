"""The commands and the checks that tell whether the index is right."""

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from django.db import connection

from selaras.pages.tests.making import article
from selaras.search.index import national_index
from selaras.search.indexing import cli
from selaras.search.indexing.checks import index_answers
from selaras.search.indexing.filling import is_outdated
from selaras.search.indexing.keeping import Indexer
from selaras.search.indexing.turns import Turn
from selaras.search.models import IndexState, WaitingEntry

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> Path:
    settings.DATA_DIR = tmp_path
    return tmp_path


def run(command: str, *options: str) -> Result:
    return CliRunner().invoke(getattr(cli, command), options)


def test_a_new_index_is_filled_checked_and_mended() -> None:
    assert is_outdated(national_index())
    made = run("reindex")
    assert made.exit_code == 0, made.output
    assert not is_outdated(national_index())
    assert run("check").output == "0 differences, 0 changes waiting\n"
    page = article("kabar")
    WaitingEntry.objects.all().delete()
    found = run("check", "--mend")
    assert found.exit_code == 1
    assert f"page:{page.pk} is public, and not in the index" in found.output
    assert set(WaitingEntry.objects.values_list("key", flat=True)) == {f"page:{page.pk}"}
    Indexer(national_index()).settle_all()
    assert run("check").exit_code == 0


def test_an_index_of_another_form_is_outdated() -> None:
    run("reindex")
    IndexState.objects.update(form="an earlier one")
    assert is_outdated(national_index())


def test_where_an_indexer_runs_it_is_asked_to_make_the_index_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Turn, "take", lambda _: False)
    assert run("reindex").exit_code == 0
    assert WaitingEntry.objects.filter(key="rebuild").exists()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="a session has the lock elsewhere")
def test_one_indexer_at_a_time_has_its_turn() -> None:
    first, second = Turn(), Turn()
    assert first.take()
    assert first.take()
    assert not second.take()
    first.leave()
    assert second.take()
    second.leave()


def checked() -> list[str | None]:
    return [one.id for one in index_answers(databases=["default"])]


def test_an_index_that_is_empty_or_cannot_be_opened_is_told(settings: Any, folder: Path) -> None:
    assert checked() == ["search.W002"]
    run("reindex")
    assert checked() == []
    settings.SEARCH_URL = "ftp://example.test"
    assert checked() == ["search.W001"]
