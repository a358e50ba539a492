"""Searching for programs: what was found is told whole, and what is away is told apart."""

import pytest

from selaras.portal.api.tests.asking import ask, read
from selaras.portal.api.tests.test_examples import flaws, offered
from selaras.portal.api.views import search
from selaras.search.asking import Question
from selaras.search.entries import Kind
from selaras.search.found import Corrected, Found
from selaras.search.tests.making import found, richest
from selaras.textindex.errors import Unavailable

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]
SEARCH = "/api/v1/search"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Question]:
    """Every question gets a page with all that there can be."""
    questions: list[Question] = []

    def find(question: Question) -> Found:
        questions.append(question)
        return richest(question)

    monkeypatch.setattr(search, "find", find)
    return questions


def test_all_that_was_found_is_told_as_described(asked: list[Question]) -> None:
    told = read("search", q="status siaga")
    assert flaws(told, offered(SEARCH)["application/json"]["schema"]) == []
    assert [one["ended"] for one in told["answers"]] == [False, True]
    assert [one["kind"] for one in told["notices"]] == ["darurat", "klarifikasi"]
    first = told["results"][0]
    start, end = first["title_marks"][0]
    assert first["title"][start:end] == "banjir"
    assert told["results"][1]["copies"] == 412
    assert told["results"][3]["superseded"]


def test_what_is_asked_is_read(asked: list[Question]) -> None:
    read(
        "search", q="siaga", region="32.73", within="32", kind="berita,darurat", since="2026-11-01"
    )
    read("search", q="siaga", page="1000000000")
    first, second = asked
    assert first.region == "32.73"
    assert first.filters.kinds == {Kind.NEWS, Kind.EMERGENCY}
    assert (first.filters.region, str(first.filters.since)) == ("32", "2026-11-01")
    assert second.page == 50


def test_mended_spelling_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    mended = Corrected("bnajir", "banjir", asked=False)
    monkeypatch.setattr(search, "find", lambda _: found(corrected=mended, unsaid=("umrzz",)))
    whole = read("search", q="bnajir")
    assert whole["unsaid"] == ["umrzz"]
    told = whole["corrected"]
    assert told == {"typed": "bnajir", "read": "banjir", "used": True}


def test_every_website_may_ask_and_nothing_is_sent_twice(asked: list[Question]) -> None:
    answer = ask("search", q="siaga")
    assert answer["Access-Control-Allow-Origin"] == "*"
    again = ask("search", headers={"if-none-match": answer["ETag"]}, q="siaga")
    assert again.status_code == 304


def test_an_engine_that_is_away_is_told_with_when_to_ask_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def away(question: Question) -> Found:
        raise Unavailable("https://user:sandi@mesin")

    monkeypatch.setattr(search, "find", away)
    answer = ask("search", q="siaga")
    assert (answer.status_code, answer["Retry-After"]) == (503, "30")
    assert "sedang tidak tersedia" in answer.json()["error"]
    assert "sandi" not in answer.content.decode()
    assert answer["Cache-Control"] == "no-store"
