"""What every engine does alike: the contract of `selaras.textindex`, against the real engines."""

import json
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from engines.engine_under_test import Engine
from engines.library import ALL, BOOKS, LIBRARY, book
from selaras.textindex.contract import Index
from selaras.textindex.errors import Unsuitable
from selaras.textindex.queries import (
    AnyOf,
    Best,
    Between,
    Everything,
    Filtered,
    Fuzzy,
    Keyword,
    Phrase,
    Query,
    Term,
)
from selaras.textindex.schema import Document

EVERY = Everything()
BANDUNG, SEMARANG, PASPOR = (Term("text", word) for word in ("bandung", "semarang", "paspor"))


def found(index: Index, query: Query, **page: int) -> list[str]:
    hits = index.snapshot().search(query, limit=page.get("limit", 50), offset=page.get("offset", 0))
    return [hit.id for hit in hits.hits]


def scores(index: Index, query: Query) -> dict[str, float]:
    return {hit.id: hit.score for hit in index.snapshot().search(query, limit=50).hits}


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        (PASPOR, "cd"),
        (Term("text", "tidakada"), ""),
        (Term("text", ""), ""),
        (Phrase("text", ("kota", "bandung")), "a"),
        (Phrase("text", ("bandung", "kota")), ""),
        (Phrase("text", ("banjir", "kota")), ""),
        (Phrase("text", ("banjir", "kota"), slop=1), "a"),
        (Phrase("text", ("banjir", "kota"), slop=2), "ab"),
        (Fuzzy("text", "bandnug"), "a"),
        (Fuzzy("text", "bndg"), ""),
        (Fuzzy("text", "bndug", distance=2), "a"),
        (Fuzzy("text", "bamd", prefix=True), "a"),
        (Fuzzy("kind", "brita"), "abe"),
        (AnyOf((BANDUNG, SEMARANG, PASPOR)), "abcd"),
        (AnyOf((BANDUNG, Term("text", "kota"), Term("text", "banjir")), least=2), "ab"),
        (AnyOf((BANDUNG, PASPOR), least=3), ""),
        (AnyOf(()), ""),
        (AnyOf((AnyOf((BANDUNG, SEMARANG)), PASPOR)), "abcd"),
        (AnyOf((AnyOf((BANDUNG, Term("text", "kota")), least=2), SEMARANG)), "ab"),
        (Best((BANDUNG, PASPOR)), "acd"),
        (Best(()), ""),
        (Keyword("places", ("32", "33")), "abd"),
        (Keyword("places", ("3",)), ""),
        (Keyword("places", ()), ""),
        (Keyword("id", ("a", "f", "zz")), "af"),
        (Between("day", 10, 20), "ad"),
        (Between("day", high=10), "ac"),
        (Between("day", low=21), "bf"),
        (Between("day", 10, 10), "a"),
        (Between("day", 20, 10), ""),
        (Between("day", -(10**30), 10**30), "abcdf"),
        (Between("day"), "abcdf"),
        (EVERY, "abcdef"),
        (Filtered(PASPOR, (Keyword("places", ("32",)),)), "d"),
        (Filtered(PASPOR, (), (Keyword("places", ("32",)),)), "c"),
        (Filtered(EVERY, (), (Between("day", 0, 25), Keyword("kind", ("berita",)))), "cf"),
        (Filtered(EVERY, (Keyword("kind", ("berita",)), Between("day", 0, 25))), "a"),
        (Filtered(EVERY), "abcdef"),
    ],
)
def test_a_query_finds_what_it_says(library: Index, query: Query, ids: str) -> None:
    answer = library.snapshot().search(query, limit=50, count=True)
    assert sorted(hit.id for hit in answer.hits) == list(ids)
    assert answer.total == len(ids)


@pytest.mark.parametrize("word", ["😀", "مرحبا", "'kutip\"", "(kurung*", "AND", "OR", "NOT"])
def test_signs_and_operators_are_words_like_others(library: Index, word: str) -> None:
    assert found(library, Term("text", word)) == ["f"]
    assert found(library, AnyOf((Keyword("kind", (word,)), Term("title", word)))) == ["f"]


@pytest.mark.parametrize("word", ["x" * 10_000, "😀" * 10_000, "a\x00b", "(.*)+" * 1000, "\\", '"'])
def test_an_awkward_word_finds_nothing_soon(library: Index, word: str) -> None:
    begun = time.perf_counter()
    asked = (
        Term("text", word),
        Fuzzy("kind", word, distance=2),
        Phrase("text", (word, word), slop=3),
        Keyword("kind", (word,)),
    )
    assert found(library, AnyOf(asked)) == []
    snapshot = library.snapshot()
    assert snapshot.terms("kind", word, most=5) == []
    assert dict(snapshot.frequencies("text", [word])) == {word: 0}
    assert time.perf_counter() - begun < 2


def test_a_rarer_word_scores_higher_and_a_weight_scales(library: Index) -> None:
    both = scores(library, AnyOf((Term("title", "kota"), Term("title", "bandung"))))
    assert both["a"] > both["e"] > 0
    assert scores(library, BANDUNG)["a"] > scores(library, Term("text", "kota"))["a"]
    heavy = scores(library, Term("text", "bandung", weight=3))
    assert heavy["a"] == pytest.approx(3 * scores(library, BANDUNG)["a"])
    # More often, and in a text as long.
    assert scores(library, PASPOR)["d"] > scores(library, PASPOR)["c"]


def test_scores_are_added_or_the_best_is_taken(library: Index) -> None:
    one, other = Term("text", "banjir"), Term("title", "kota", weight=2)
    first, second = scores(library, one)["a"], scores(library, other)["a"]
    assert scores(library, AnyOf((one, other)))["a"] == pytest.approx(first + second)
    best, less = max(first, second), min(first, second)
    assert scores(library, Best((one, other)))["a"] == pytest.approx(best)
    tied = scores(library, Best((one, other), tie=0.25))["a"]
    assert tied == pytest.approx(best + 0.25 * less)


def test_keywords_and_fuzzy_words_score_their_weight(library: Index) -> None:
    assert scores(library, Keyword("kind", ("pengumuman",), weight=2.5)) == {"f": 2.5}
    assert scores(library, Fuzzy("text", "bandnug", weight=0.5)) == {"a": 0.5}
    raised = scores(library, AnyOf((PASPOR, Keyword("places", ("32",), weight=4))))
    assert raised["d"] == pytest.approx(scores(library, PASPOR)["d"] + 4)


@pytest.mark.parametrize(
    "query",
    [EVERY, Between("day", 0, 25), Keyword("kind", ("berita",)), Filtered(EVERY)],
)
def test_what_scores_nothing_scores_nothing(library: Index, query: Query) -> None:
    assert set(scores(library, query).values()) == {0.0}
    beside = scores(library, AnyOf((BANDUNG, query)))
    assert beside["a"] == pytest.approx(scores(library, BANDUNG)["a"])


def test_filters_do_not_change_scores(library: Index) -> None:
    query = AnyOf((Term("text", "kota"), Term("title", "banjir")))
    filters = (Keyword("kind", ("berita",), weight=9), Between("day", 0, 40))
    filtered = scores(library, Filtered(query, filters, (Keyword("id", ("b",), weight=9),)))
    assert filtered == {"a": pytest.approx(scores(library, query)["a"])}


def test_pages_follow_each_other_and_equal_scores_are_in_order_of_id(library: Index) -> None:
    assert found(library, EVERY) == ALL
    pages = [found(library, EVERY, limit=2, offset=offset) for offset in (0, 2, 4, 6)]
    assert pages == [["a", "b"], ["c", "d"], ["e", "f"], []]
    assert found(library, Keyword("places", ("31",), weight=2)) == ["c", "d", "e"]
    none = library.snapshot().search(PASPOR, limit=0, count=True)
    assert (list(none.hits), none.total) == ([], 2)
    assert library.snapshot().search(PASPOR, limit=1).total is None


def test_the_newest_come_first_and_those_without_a_number_last(library: Index) -> None:
    snapshot = library.snapshot()
    assert [hit.id for hit in snapshot.newest(EVERY, "day", limit=9).hits] == list("fbdace")
    assert [hit.id for hit in snapshot.newest(EVERY, "day", limit=2, offset=1).hits] == ["b", "d"]
    paged = snapshot.newest(PASPOR, "day", limit=9).hits
    assert [(hit.id, hit.stored["said"]) for hit in paged] == [
        (one.id, one.stored["said"]) for one in (BOOKS[3], BOOKS[2])
    ]


def test_facets_count_what_matches(library: Index) -> None:
    facets = library.snapshot().facets(EVERY, ["kind", "places"])
    assert list(facets.values["kind"]) == [("berita", 3), ("informasi", 2), ("pengumuman", 1)]
    assert list(facets.values["places"])[:2] == [("31", 3), ("32", 2)]
    some = library.snapshot().facets(Filtered(PASPOR, (Between("day", 0),)), ["places"], most=1)
    assert {name: list(counts) for name, counts in some.values.items()} == {"places": [("31", 1)]}


def test_what_reaches_bounds_is_counted_in_the_same_pass(library: Index) -> None:
    reached = library.snapshot().facets(EVERY, ["kind"], {"day": (0, 10, 11, 99)})
    days = [int(str(one.values["day"])) for one in BOOKS if "day" in one.values]
    assert reached.least == {"day": [sum(day >= low for day in days) for low in (0, 10, 11, 99)]}
    assert dict(reached.values["kind"])["berita"] == 3
    some = library.snapshot().facets(PASPOR, [], {"day": (5,)})
    assert (some.values, some.least) == ({}, {"day": [1]})


def test_terms_and_frequencies_are_counted_by_document(library: Index) -> None:
    snapshot = library.snapshot()
    assert list(snapshot.terms("places", most=3)) == [("31", 3), ("32", 2), ("32.73", 1)]
    assert list(snapshot.terms("places", "32.", most=9)) == [("32.73", 1)]
    assert list(snapshot.terms("kind", "x", most=9)) == []
    asked = {"kota": 3, "paspor": 2, "tidakada": 0}
    assert dict(snapshot.frequencies("text", asked)) == asked
    assert dict(snapshot.frequencies("kind", ["berita"])) == {"berita": 3}


def test_what_is_stored_comes_back_as_it_was(engine: Engine) -> None:
    stored = {
        "deep": {"list": [1, 2.5, None, True, "é😀\ud800"]},
        "empty": {},
        "text": "x" * 50_000,
    }
    with engine.opened(LIBRARY) as index:
        with index.writing() as writer:
            writer.put([Document("one/ü 'x'", {}, stored), Document("two", {})])
        snapshot = index.snapshot()
        assert snapshot.documents(["one/ü 'x'", "two", "three"]) == {"one/ü 'x'": stored, "two": {}}
        assert snapshot.documents([]) == {}
        assert dict(snapshot.everything()) == {"one/ü 'x'": stored, "two": {}}
        assert snapshot.search(Keyword("id", ("two",)), limit=1).hits[0].stored == {}


def test_documents_are_put_replaced_and_dropped(engine: Engine) -> None:
    with engine.opened(LIBRARY) as index:
        assert (found(index, EVERY), index.snapshot().statistics().documents) == ([], 0)
        with index.writing() as writer:
            writer.put([*BOOKS, book("a", "yang pertama"), book("a", "yang kedua", kind="baru")])
            writer.drop(["b", "never was"])
        assert found(index, EVERY) == list("acdef")
        assert found(index, Term("text", "kedua")) == ["a"]
        assert found(index, AnyOf((BANDUNG, SEMARANG, Term("text", "pertama")))) == []
        with index.writing() as writer:
            writer.drop(["c"])
            writer.put([book("c", "kembali"), book("d", "lain")])
            writer.drop(["f"])
        snapshot = index.snapshot()
        assert {id_: stored["said"] for id_, stored in snapshot.everything()} == {
            "a": "yang kedua", "c": "kembali", "d": "lain", "e": "kota tua jakarta",
        }  # fmt: skip
        assert snapshot.statistics().documents == 4
        assert snapshot.size() == 4
        assert snapshot.statistics().size > 0
        # What only dropped documents had is gone, everywhere.
        assert list(snapshot.terms("kind", most=9)) == [("baru", 1), ("berita", 1)]
        assert snapshot.facets(EVERY, ["kind"]).values["kind"] == [("baru", 1), ("berita", 1)]
        assert dict(snapshot.frequencies("text", ["paspor", "kota"])) == {"paspor": 0, "kota": 1}


@pytest.mark.parametrize("way", ["writing", "rebuilding"])
def test_nothing_is_kept_of_what_ends_with_an_error(engine: Engine, way: str) -> None:
    with engine.opened(LIBRARY) as index:
        with index.writing() as writer:
            writer.put(BOOKS[:2])
        with pytest.raises(ZeroDivisionError), getattr(index, way)() as writer:  # noqa: PT012
            writer.put(BOOKS[2:])
            writer.drop(["a"])
            raise ZeroDivisionError
        assert found(index, EVERY) == ["a", "b"]
        with index.writing() as writer:
            writer.put(BOOKS[2:3])
        assert found(index, EVERY) == ["a", "b", "c"]


@pytest.mark.parametrize(
    "bad",
    [
        Document("z", {"unknown": "x"}),
        Document("z", {"day": "today"}),
        Document("z", {"day": 1.5}),  # type: ignore[dict-item]
        Document("z", {"day": True}),
        Document("z", {"day": 2**63}),
        Document("z", {"kind": 3}),
        Document("z", {"kind": [3]}),  # type: ignore[list-item]
        Document("z", {"text": None}),  # type: ignore[dict-item]
        Document("z", {"text": "\ud800"}),
        Document("z", {"text": "short " + "x" * 40_000}),
        Document("z", {"kind": "é" * 20_000}),
        Document("", {}),
        Document("z" * 600, {}),
        Document("z", {}, {"when": object()}),
        Document("z", {}, {"number": float("nan")}),
    ],
    ids=lambda bad: repr(bad)[:60],
)
def test_what_does_not_fit_is_refused_and_takes_nothing_with_it(
    engine: Engine, bad: Document
) -> None:
    with engine.opened(LIBRARY) as index:
        with index.writing() as writer:
            writer.put(BOOKS[:1])
            with pytest.raises(Unsuitable):
                writer.put([BOOKS[1], bad, BOOKS[2]])
            writer.put(BOOKS[3:4])
        assert found(index, EVERY) == ["a", "d"]


@pytest.mark.parametrize(
    "query",
    [
        Term("unknown", "x"),
        Term("day", "x"),
        Phrase("title", ("a", "b")),
        Phrase("text", ("alone",)),
        Fuzzy("text", "word", distance=3),
        Fuzzy("day", "word"),
        Keyword("text", ("word",)),
        Between("kind", 1, 2),
        AnyOf((BANDUNG, Term("unknown", "x"))),
        Best((Term("unknown", "x"),)),
        Filtered(EVERY, (Keyword("unknown", ("x",)),)),
        Filtered(EVERY, (), (Between("unknown"),)),
    ],
    ids=repr,
)
def test_a_query_that_does_not_fit_is_refused(library: Index, query: Query) -> None:
    with pytest.raises(Unsuitable):
        library.snapshot().search(query, limit=1)


def test_pages_beyond_the_deepest_and_wrong_fields_are_refused(library: Index) -> None:
    snapshot = library.snapshot()
    assert snapshot.search(EVERY, limit=10, offset=9_990).hits == []
    asked: list[Any] = [
        lambda: snapshot.search(EVERY, limit=11, offset=9_990),
        lambda: snapshot.search(EVERY, limit=10, offset=10**9),
        lambda: snapshot.search(EVERY, limit=10, offset=-1),
        lambda: snapshot.newest(EVERY, "day", limit=1, offset=10_000),
        lambda: snapshot.newest(EVERY, "kind", limit=1),
        lambda: snapshot.facets(EVERY, ["text"]),
        lambda: snapshot.facets(EVERY, ["kind"], {"kind": (1,)}),
        lambda: snapshot.facets(EVERY, ["kind"], {"day": (2, 1)}),
        lambda: snapshot.facets(EVERY, ["kind"], {"day": ()}),
        lambda: snapshot.terms("text", most=1),
        lambda: snapshot.frequencies("day", ["1"]),
    ]
    for ask in asked:
        with pytest.raises(Unsuitable):
            ask()


def test_a_rebuilt_index_takes_the_place_of_the_old_one_without_a_gap(engine: Engine) -> None:
    with engine.opened(LIBRARY) as index, engine.opened(LIBRARY) as other:
        with index.writing() as writer:
            writer.put([book("old", "lama")])
        assert found(other, EVERY) == ["old"]
        ended, seen, wrong = threading.Event(), set[str](), list[Any]()

        def ask() -> None:
            while not ended.is_set():
                try:
                    seen.add(" ".join(found(other, EVERY)))
                except Exception as error:  # noqa: BLE001 - whatever it is, it is the finding
                    wrong.append(error)

        asking = threading.Thread(target=ask)
        asking.start()
        for round_ in range(3):
            with index.rebuilding() as writer:
                writer.put([book("new", f"baru {round_}"), book("new", f"lebih baru {round_}")])
                assert found(index, EVERY) == (["new"] if round_ else ["old"])
            assert found(index, Term("text", "lebih")) == ["new"]
        ended.set()
        asking.join()
        assert (wrong, seen <= {"old", "new"}) == ([], True)
        assert found(other, Term("text", str(round_))) == ["new"]
        with index.writing() as writer:
            writer.put([book("later", "nanti")])
        assert found(other, EVERY) == ["later", "new"]


def test_a_change_is_visible_in_another_process_within_a_second(engine: Engine) -> None:
    script = str(Path(__file__).with_name("watching.py"))
    asked = json.dumps([engine.url, str(engine.folder)])
    with engine.opened(LIBRARY) as index:
        with index.writing() as writer:
            writer.put(BOOKS)
        with subprocess.Popen(
            [sys.executable, script, asked],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as watcher:
            assert watcher.stdin is not None
            assert watcher.stdout is not None
            assert watcher.stdout.readline() == "ready\n"
            for number in range(5):
                watcher.stdin.write(f"new{number}\n")
                watcher.stdin.flush()
                with index.writing() as writer:
                    writer.put([book(f"new{number}", "baru")])
                written = time.time()
                assert float(watcher.stdout.readline()) - written < 1
            watcher.stdin.close()
        assert watcher.returncode == 0
