"""What of OpenSearch's adapter is decided without a cluster."""

import json
import re
from typing import Any

import pytest

from selaras.textindex.errors import EngineError, Refused, Unavailable, Unsuitable
from selaras.textindex.opensearch import bulk, connecting
from selaras.textindex.opensearch.address import Address, parsed
from selaras.textindex.opensearch.bulk import Change, send
from selaras.textindex.opensearch.failing import Missing
from selaras.textindex.opensearch.nearly import nearly_begins
from selaras.textindex.opensearch.spool import Spool
from selaras.textindex.schema import Document, Field, Kind, Schema

SCHEMA = Schema("small", (Field("words", Kind.WORDS),))


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("http://localhost", Address(False, (("localhost", 9200),))),
        ("https://one:443/arsip_2", Address(True, (("one", 443),), "arsip_2")),
        (
            "https://nama:p%40s%3As@one,[::1]:9201/a?ca=/x/ca.pem",
            Address(True, (("one", 9200), ("::1", 9201)), "a", "nama", "p@s:s", "/x/ca.pem"),
        ),
    ],
)
def test_an_address_says_hosts_prefix_and_who_we_are(url: str, address: Address) -> None:
    assert parsed(url) == address


@pytest.mark.parametrize(
    "tail",
    ["", "one:port", "one,,two", "one/Besar", "one/a/b", "one/a-b", "one?verify=0", "one:0x1"],
)
def test_what_is_no_address_is_refused_and_the_password_not_repeated(tail: str) -> None:
    with pytest.raises(ValueError, match="SEARCH_URL") as refused:
        parsed(f"https://nama:rahasia@{tail}")
    assert "rahasia" not in str(refused.value)
    assert "rahasia" not in repr(parsed("https://nama:rahasia@one"))


def test_a_missing_file_of_certificates_is_told() -> None:
    with pytest.raises(ValueError, match="/nowhere"):
        parsed("https://one?ca=/nowhere").connecting()


class Scripted:
    """Answers one after the other, with the ids that each was asked for."""

    def __init__(self, *answers: dict[str, tuple[int, str]]) -> None:
        self.answers = list(answers)
        self.asked: list[list[str]] = []

    def ask(self, method: str, path: str, body: bytes, **_: Any) -> dict[str, Any]:
        ids = [json.loads(line)["delete"]["_id"] for line in body.splitlines()]
        self.asked.append(ids)
        said = self.answers.pop(0) if self.answers else {}
        return {"items": [self._item(one, *said.get(one, (200, ""))) for one in ids]}

    @staticmethod
    def _item(identity: str, status: int, kind: str) -> dict[str, Any]:
        error = {"error": {"type": kind, "reason": "because"}} if kind else {}
        return {"delete": {"_id": identity, "status": status, **error}}


def changes(ids: str) -> list[Change]:
    return [Change(one, json.dumps({"delete": {"_id": one}}).encode() + b"\n") for one in ids]


def sent(cluster: Scripted, ids: str) -> list[list[str]]:
    send(cluster, "alias", changes(ids))  # type: ignore[arg-type]
    return cluster.asked


def test_only_items_that_were_turned_away_are_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "pausing", lambda _: 0)
    full = (429, "rejected_execution_exception")
    cluster = Scripted({"b": full, "c": (404, "")}, {"b": (503, "unavailable")})
    assert sent(cluster, "abc") == [["a", "b", "c"], ["b"], ["b"]]
    monkeypatch.setattr(bulk, "BULK", 0)
    with pytest.raises(Unavailable):
        sent(Scripted({"a": full}), "a")


@pytest.mark.parametrize(
    ("status", "kind", "error"),
    [
        (400, "mapper_parsing_exception", Unsuitable),
        (403, "cluster_block_exception", Refused),
        (404, "index_not_found_exception", Missing),
    ],
)
def test_an_item_that_never_succeeds_is_told_by_its_id(
    status: int, kind: str, error: type[EngineError]
) -> None:
    with pytest.raises(error, match=r"b: .*because"):
        sent(Scripted({"b": (status, kind)}), "ab")


def test_requests_have_a_bounded_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "MOST_CHANGES", 3)
    assert sent(Scripted(), "abcdefg") == [["a", "b", "c"], ["d", "e", "f"], ["g"]]
    monkeypatch.setattr(bulk, "MOST_BYTES", 2 * len(changes("a")[0].lines))
    assert sent(Scripted(), "abc") == [["a", "b"], ["c"]]


def test_the_last_of_each_id_waits_and_nothing_of_what_does_not_fit() -> None:
    spool = Spool(SCHEMA)
    spool.put([Document("a", {"words": "satu"}), Document("b", {"words": "dua"})])
    spool.drop(["a"])
    with pytest.raises(Unsuitable):
        spool.put([Document("b", {"words": "tiga"}), Document("c", {"unknown": "x"})])
    spool.put([Document("d", {"words": "empat"})])
    waiting = {one.id: one.lines for one in spool.take()}
    assert list(waiting) == ["a", "b", "d"]
    assert (b"delete" in waiting["a"], b"dua" in waiting["b"]) == (True, True)
    assert list(spool.take()) == []


@pytest.mark.parametrize(
    ("term", "distance", "nearly", "not_nearly"),
    [
        ("bandung", 1, "bandung bandungan badung bnadung bxandung zandung bandun", "bad bnading"),
        ("kota", 2, "kota okat kt koxyta katalog", "bakso k"),
        ("a.b", 1, "a.b a.bc axb a. .b", "b a axy"),
    ],
)
def test_words_that_begin_nearly_so_are_told_from_others(
    term: str, distance: int, nearly: str, not_nearly: str
) -> None:
    said = nearly_begins("words", term, distance)["regexp"]["words"]["value"]
    matching = re.compile(said)
    assert [one for one in nearly.split() if not matching.fullmatch(one)] == []
    assert [one for one in not_nearly.split() if matching.fullmatch(one)] == []


def test_longer_beginnings_are_compared_with_fewer_mistakes() -> None:
    def said(length: int) -> str:
        (kind,) = nearly_begins("words", "x" * length, 2)
        return kind

    assert [said(length) for length in (16, 32, 33)] == ["regexp", "regexp", "prefix"]
    one, two = (nearly_begins("words", "x" * 17, distance) for distance in (1, 2))
    assert one == two


def test_a_cluster_that_is_away_lets_only_the_first_reader_wait_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[float] = []

    def once(method: str, path: str, body: object, parameters: object, seconds: float) -> object:
        asked.append(seconds)
        if answers:
            return answers.pop()
        raise Unavailable("tidak terjangkau")

    answers: list[str] = []
    monkeypatch.setattr(connecting, "READING", 0.2)
    monkeypatch.setattr(connecting, "PATIENCE", 0.02)
    cluster = connecting.Cluster(parsed("http://127.0.0.1:9"))
    monkeypatch.setattr(cluster, "_once", once)
    for waited in (0.1, 0.05):  # of the half of its time, and the least that is given
        asked.clear()
        with pytest.raises(Unavailable):
            cluster.ask("GET", "/")
        assert asked[0] == pytest.approx(waited, rel=0.05)
    answers.append("ada")
    assert cluster.ask("GET", "/") == "ada"
    asked.clear()
    with pytest.raises(Unavailable):
        cluster.ask("GET", "/")
    assert asked[0] == pytest.approx(0.1, rel=0.05)
