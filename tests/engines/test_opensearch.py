"""What OpenSearch is used for beyond the contract: who lets us in, faults, and what is left."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from engines.engine_under_test import Engine
from engines.library import BOOKS, LIBRARY, book
from engines.opensearch.cluster import Cluster
from engines.opensearch.proxy import LOST, Proxy, proxy, self_signed
from selaras.textindex.contract import Hit, Index
from selaras.textindex.errors import Busy, Refused, Unavailable
from selaras.textindex.opensearch import connecting
from selaras.textindex.opensearch.index import OpenSearchIndex
from selaras.textindex.queries import AnyOf, Everything, Fuzzy, Query, Term

EVERY = Everything()
SECRET = "rah@sia:5"
LETTING_IN = "penulis:rah%40sia%3A5"


@pytest.fixture
def secured(cluster: Cluster, tmp_path: Path) -> Iterator[tuple[Proxy, Path]]:
    """A node behind TLS and a password, with the certificate to trust."""
    ca = self_signed(tmp_path / "ca.pem")
    with proxy(cluster.nodes[0].http, f"penulis:{SECRET}", ca) as running:
        yield running, ca


def opened(where: Proxy, prefix: str, ca: Path, *, letting_in: str = LETTING_IN) -> OpenSearchIndex:
    return OpenSearchIndex(f"https://{letting_in}@127.0.0.1:{where.port}/{prefix}?ca={ca}", LIBRARY)


def found(index: Index, query: Query = EVERY) -> list[Hit]:
    return list(index.snapshot().search(query, limit=50).hits)


def test_opensearch_is_written_and_read_through_tls_with_a_password(
    secured: tuple[Proxy, Path],
) -> None:
    index = opened(secured[0], "tls", secured[1])
    with index.writing() as writer:
        writer.put(BOOKS)
    assert len(found(index)) == len(BOOKS)


def test_opensearch_with_a_wrong_password_is_not_asked_again_and_it_is_told_to_nobody(
    secured: tuple[Proxy, Path], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    index = opened(secured[0], "tls", secured[1], letting_in="penulis:kuncisalah")
    with pytest.raises(Refused, match="401") as refused:
        found(index)
    assert len(secured[0].asked) == 1
    assert "kuncisalah" not in f"{refused.value!r}{refused.value.__cause__!r}{caplog.text}"


@pytest.mark.parametrize(("ours", "theirs"), [("127.0.0.1", "another"), ("127.0.0.9", "same")])
def test_opensearch_with_a_certificate_of_others_or_for_others_is_refused(
    cluster: Cluster, tmp_path: Path, ours: str, theirs: str
) -> None:
    served = self_signed(tmp_path / "served.pem", ours)
    trusted = served if theirs == "same" else self_signed(tmp_path / "another.pem")
    with proxy(cluster.nodes[0].http, f"penulis:{SECRET}", served) as running:
        with pytest.raises(Refused, match="certificate"):
            found(opened(running, "tls", trusted))
        assert running.asked == []


def test_opensearch_that_is_not_there_is_unavailable_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connecting, "READING", 0.3)
    with pytest.raises(Unavailable) as unavailable:
        found(OpenSearchIndex("http://nama:sandi@127.0.0.1:9", LIBRARY))
    assert "sandi" not in str(unavailable.value)


def test_opensearch_that_is_busy_or_whose_answer_is_lost_is_asked_again(
    secured: tuple[Proxy, Path],
) -> None:
    index = opened(secured[0], "faults", secured[1])
    with index.writing() as writer:
        writer.put(BOOKS)
    secured[0].faults[:] = [429, LOST, 503]
    with index.writing() as writer:
        writer.drop(["a"])
        writer.put([book("new", "baru")])
    assert secured[0].faults == []
    assert sorted(one.id for one in found(index)) == ["b", "c", "d", "e", "f", "new"]


def test_what_a_killed_rebuilding_of_opensearch_left_is_removed_and_it_cannot_go_on(
    opensearch_engine: Engine,
) -> None:
    first, second = (OpenSearchIndex(opensearch_engine.url, LIBRARY) for _ in range(2))
    left = first.rebuilding()
    writer = left.__enter__()
    writer.put(BOOKS)
    with second.rebuilding() as other:
        other.put(BOOKS[:2])
    with pytest.raises(Busy):
        left.__exit__(None, None, None)
    assert [one.id for one in found(first)] == ["a", "b"]
    assert first.snapshot().statistics().documents == 2


def test_opensearch_finds_in_the_order_and_with_the_scores_of_the_embedded_engine(
    opensearch_engine: Engine, tmp_path: Path
) -> None:
    asked = AnyOf(
        (Term("title", "kota"), Term("text", "paspor", weight=2), Fuzzy("text", "bandng", 1))
    )
    answers = []
    for engine in (opensearch_engine, Engine("embedded", "", tmp_path / "embedded")):
        with engine.opened(LIBRARY) as index:
            with index.writing() as writer:
                writer.put(BOOKS)
            answers.append(found(index, asked))
    ours, theirs = answers
    assert [one.id for one in ours] == [one.id for one in theirs]
    assert [one.score for one in ours] == pytest.approx([one.score for one in theirs], rel=1e-4)
