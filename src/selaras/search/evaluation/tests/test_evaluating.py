"""The baselines on a small collection, and the command that tells what was measured."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.db import connection

from selaras.search.evaluation import cli
from selaras.search.evaluation.asked import read_queries
from selaras.search.evaluation.corpus import OfflineDocument, read_corpus
from selaras.search.evaluation.systems.contract import Searcher, System
from selaras.search.evaluation.systems.plain_tantivy import PLAIN_TANTIVY
from selaras.search.evaluation.systems.postgresql import postgresql
from selaras.search.evaluation.systems.sqlite import SQLITE
from selaras.search.evaluation.tests.writing import CORPUS, QUERIES, write


class _Stub:
    setup = "finds the first documents"

    def __init__(self, documents: Sequence[OfflineDocument]) -> None:
        self.ids = [one.id for one in documents]

    def search(self, query: str, *, region: str, limit: int) -> list[str]:
        return [] if "zzz" in query else self.ids[:limit]


@contextmanager
def _stub(folder: Path, documents: Sequence[OfflineDocument]) -> Iterator[Searcher]:
    assert not list(folder.iterdir())
    yield _Stub(documents)


def _found(system: System, folder: Path) -> dict[str, list[str]]:
    documents = read_corpus(write(folder / "c", CORPUS)).documents
    asked = read_queries(write(folder / "q", QUERIES), "abcd").asked
    index = folder / system.name
    index.mkdir()
    with system.index(index, documents) as searcher:
        if system.tune:
            system.tune(searcher, asked)
        return {one.id: searcher.search(one.query, region="", limit=10) for one in asked}


@pytest.mark.parametrize("system", [PLAIN_TANTIVY, SQLITE], ids=lambda system: system.name)
def test_a_baseline_finds_any_word_and_orders_equal_scores_by_id(
    tmp_path: Path, system: System
) -> None:
    assert _found(system, tmp_path) == {"1": ["b"], "2": ["a"], "3": ["c", "d"], "4": []}


@pytest.mark.django_db
def test_postgresql_finds_the_same(tmp_path: Path) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("the product runs on another database here")
    found = _found(postgresql(connection.settings_dict), tmp_path)
    assert found == {"1": ["b"], "2": ["a"], "3": ["c", "d"], "4": []}


def _evaluate(folder: Path, *options: str) -> str:
    files = (write(folder / "q", QUERIES), "--corpus", write(folder / "c", CORPUS))
    return (
        CliRunner()
        .invoke(cli.evaluate, [*map(str, files), *options], catch_exceptions=False)
        .stdout
    )


@pytest.fixture
def _stubbed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli, "ours", lambda name, weights, groups: System(name, _stub))


@pytest.mark.usefixtures("_stubbed")
def test_the_command_compares_ours_with_each_other_system_that_ran(tmp_path: Path) -> None:
    options = ("--json", "--postgresql", f"sqlite:///{tmp_path}/no.sqlite3")
    told = json.loads(_evaluate(tmp_path, *options))
    assert (told["documents"], told["queries"], told["unknown_relevant"]) == (4, 4, 0)
    assert list(told["systems"]) == ["ours", "tantivy", "sqlite-fts5"]
    assert told["not_run"]["postgresql"].startswith("basis datanya bukan PostgreSQL")
    assert told["systems"]["ours"]["without_result"] == 1
    assert told["systems"]["ours"]["mrr@10"] == pytest.approx((1 / 2 + 1 + 1 / 4) / 4, abs=1e-4)
    assert told["systems"]["tantivy"]["mrr@10"] == pytest.approx((1 + 1 + 1 / 2) / 4, abs=1e-4)
    against = told["comparison"]["against"]["tantivy"]["mrr@10"]
    assert against["mean"] == pytest.approx((1.75 - 2.5) / 4, abs=1e-4)
    assert (against["better"], against["worse"], against["same"]) == (0, 2, 2)


@pytest.mark.usefixtures("_stubbed")
def test_the_command_tells_people_the_same_in_a_table(tmp_path: Path) -> None:
    told = _evaluate(tmp_path, "--system", "ours", "--system", "sqlite-fts5")
    assert "4 dokumen, 4 kueri" in told
    assert "ours\t0.4375\t" in told
    assert "ours − sqlite-fts5\tmrr@10\t-0.1875" in told
    assert "tantivy\t" not in told
    assert "Perhatian" not in told


@pytest.mark.usefixtures("_stubbed")
def test_a_weight_that_is_tried_is_compared_with_what_is_shipped(tmp_path: Path) -> None:
    told = _evaluate(tmp_path, "--system", "ours", "--weight", "title=3")
    assert "ours − shipped\tmrr@10\t+0.0000" in told


@pytest.mark.parametrize("weight", ["judul=1", "title=-1", "title=x", "title=nan", "title"])
def test_a_weight_that_cannot_be_is_refused(tmp_path: Path, weight: str) -> None:
    files = (write(tmp_path / "q", QUERIES), "--corpus", write(tmp_path / "c", CORPUS))
    result = CliRunner().invoke(cli.evaluate, [*map(str, files), "--weight", weight])
    assert result.exit_code == 2
    assert "Tidak ada sinyal" in result.stderr or "tulis 0 sampai" in result.stderr


@pytest.mark.django_db
def test_a_database_that_does_not_answer_is_named(tmp_path: Path) -> None:
    url = "postgres://nobody@127.0.0.1:1/none"
    told = _evaluate(tmp_path, "--system", "postgresql", "--postgresql", url)
    assert "postgresql\ttidak dijalankan: " in told
