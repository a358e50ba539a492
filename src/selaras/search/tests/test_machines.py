"""Suggestions, the feed of a search, and what a browser is told of searching here."""

import json

import feedparser
import pytest
from lxml import etree

from selaras.pages.throttle import Throttle
from selaras.search.asking import Question
from selaras.search.found import Found, Result
from selaras.search.suggesting import Suggestion
from selaras.search.tests.making import DAY, PORTAL, SITE, ask, result
from selaras.search.views import suggestions as view
from selaras.textindex.errors import Unavailable

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]
OPENSEARCH = {"o": "http://a9.com/-/spec/opensearch/1.1/"}


def away(*arguments: object, **named: object) -> Found:
    raise Unavailable("tidak terjangkau")


def test_suggestions_come_in_the_form_that_browsers_know(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def suggest(typed: str, *, region: str, site: str) -> list[Suggestion]:
        asked.append((typed, region, site))
        home = "http://kota-bandung.localhost:8000/"
        return [Suggestion("banjir bandung", "query"), Suggestion("BPBD", "institution", home)]

    monkeypatch.setattr(view, "suggest", suggest)
    response = ask("saran.json", q=" ban", wilayah="32.73")
    assert response.json() == [
        "ban",
        ["banjir bandung", "BPBD"],
        ["", "Situs instansi"],
        ["", "http://kota-bandung.localhost:8000/"],
    ]
    assert response["Cache-Control"] == "public, max-age=60"
    assert not response.cookies
    ask("saran.json", SITE, q="ban", wilayah="91.01")
    assert asked == [("ban", "32.73", ""), ("ban", "32.73", "kota-bandung")]


@pytest.mark.parametrize("typed", ["", "a", "x" * 10_000, '"', "\x00", "(a+)+$", "😀", "\u202e"])
def test_anything_may_be_typed(typed: str) -> None:
    told = json.loads(ask("saran.json", q=typed).content)
    assert len(told) == 4
    assert len(told[0]) <= 200


def test_suggestions_are_silent_while_the_engine_is_away_and_measured(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(view, "suggest", away)
    assert ask("saran.json", q="ban").json() == ["ban", [], [], []]
    monkeypatch.setattr(view, "here_and_now", Throttle(most=0, seconds=10))
    refused = ask("saran.json", q="ban")
    assert (refused.status_code, refused["Retry-After"], refused.content) == (429, "2", b"")


def test_a_search_is_followed_as_a_feed_newest_first(monkeypatch: pytest.MonkeyPatch) -> None:
    def newest(question: Question) -> list[Result]:
        assert (question.text, question.filters.region) == ("posko <banjir>", "32")
        return [result(one, dated=DAY.replace(day=24 - one)) for one in (1, 2)] + [
            result(9, dated=None)
        ]

    monkeypatch.setattr("selaras.search.views.feed.newest", newest)
    response = ask("umpan.atom", q="posko <banjir>", di="32")
    feed = feedparser.parse(response.content)
    assert not feed.bozo
    assert feed.feed.title == "Cari: posko <banjir> · Selaras"
    assert feed.feed.id == "http://localhost:8000/cari/umpan.atom?q=posko%20%3Cbanjir%3E&di=32"
    days = [entry.updated for entry in feed.entries]
    assert days == sorted(days, reverse=True)
    assert feed.feed.updated == "2026-11-23T03:00:00+00:00"
    assert len(feed.entries) == 3
    assert "noindex" in response["X-Robots-Tag"]
    again = ask("umpan.atom", etag=response["ETag"], q="posko <banjir>", di="32")
    assert (again.status_code, again.content) == (304, b"")


def test_a_feed_needs_words_and_an_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ask("umpan.atom").status_code == 404
    assert ask("umpan.atom", q='"').status_code == 404
    monkeypatch.setattr("selaras.search.following.filled_snapshot", away)
    response = ask("umpan.atom", q="posko")
    assert (response.status_code, response["Retry-After"]) == (503, "30")


@pytest.mark.parametrize("host", [PORTAL, SITE])
def test_a_browser_is_told_how_to_search_here(host: str) -> None:
    response = ask("opensearch.xml", host)
    told = etree.fromstring(response.content)
    urls = {one.get("type"): one.get("template") for one in told.findall("o:Url", OPENSEARCH)}
    assert len(told.findtext("o:ShortName", namespaces=OPENSEARCH) or "") in range(1, 17)
    assert urls["text/html"] == f"http://{host}:8000/cari/?q={{searchTerms}}&halaman={{startPage?}}"
    assert urls["application/x-suggestions+json"].endswith("/cari/saran.json?q={searchTerms}")
    assert response["Content-Type"] == "application/opensearchdescription+xml"
