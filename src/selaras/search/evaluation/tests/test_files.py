"""Files to measure on: what they give, and what is said of those that cannot be used."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from selaras.common.errors import Flawed, Refused
from selaras.search.evaluation.asked import read_queries
from selaras.search.evaluation.corpus import OfflineDocument, read_corpus
from selaras.search.evaluation.tests.writing import CORPUS, QUERIES, write


def test_a_corpus_comes_by_id_with_what_is_missing_as_empty(tmp_path: Path) -> None:
    first, second = read_corpus(write(tmp_path / "c", CORPUS[:2])).documents
    assert first == OfflineDocument(
        "a", "", "Jadwal vaksinasi di puskesmas.", date(2021, 9, 21), "", ""
    )
    assert (second.id, second.date, second.region) == ("b", None, "")


def test_repeated_lines_unreadable_dates_and_blank_lines_are_counted_not_refused(
    tmp_path: Path,
) -> None:
    odd = CORPUS[1] | {"id": "o", "date": "17-Aug-20"}
    corpus = read_corpus(write(tmp_path / "c", [*CORPUS, "", CORPUS[0], odd]))
    assert (len(corpus.documents), corpus.repeated, corpus.undated) == (5, 1, 1)


def test_relevant_documents_that_do_not_exist_are_counted(tmp_path: Path) -> None:
    rows = [*QUERIES, {"id": "5", "query": "ktp", "relevant": ["b", "zz"]},
            {"id": 6, "query": "ktp", "relevant": [7]}]  # fmt: skip
    queries = read_queries(write(tmp_path / "q", rows), {"a", "b", "c", "d"})
    assert (len(queries.asked), queries.unknown, queries.unanswerable) == (6, 2, 1)
    assert queries.asked[-1].relevant == {"7"}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "Baris 2: bukan JSON"),
        ("[]", "Baris 2: bukan objek"),
        ('{"id": "z"}', 'Baris 2: "body"'),
        ('{"body": "z"}', 'Baris 2: "id"'),
        ('{"id": true, "body": "z"}', 'Baris 2: "id"'),
        ('{"id": "z", "body": "z", "title": 5}', 'Baris 2: "title"'),
        ('{"id": "b", "body": "lain"}', "Baris 2: id yang sama sudah dipakai pada baris 1"),
        ("[" * 100_000, "Baris 2: bukan JSON"),
    ],
)
def test_a_bad_line_of_a_corpus_is_named(tmp_path: Path, line: str, said: str) -> None:
    with pytest.raises(Flawed, match=said):
        read_corpus(write(tmp_path / "c", [CORPUS[0], line, CORPUS[1]]))


@pytest.mark.parametrize(
    "bad",
    [{"query": " "}, {"query": 5}, {"relevant": []}, {"relevant": "b"}, {"relevant": [None]},
     {"relevant": [["b"]]}, {"id": ""}],
)  # fmt: skip
def test_a_bad_line_of_queries_is_named(tmp_path: Path, bad: dict[str, Any]) -> None:
    with pytest.raises(Flawed, match="Baris 1"):
        read_queries(write(tmp_path / "q", [QUERIES[0] | bad]), {"b"})


def test_all_bad_lines_are_told_up_to_a_limit(tmp_path: Path) -> None:
    with pytest.raises(Flawed) as told:
        read_corpus(write(tmp_path / "c", ["{"] * 100))
    assert [flaw.line for flaw in told.value.flaws] == list(range(1, 21))


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="kosong"):
        read_corpus(write(tmp_path / "c", ["", "  "]))
