"""The candidates of a question in their order."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from selaras.search.asking import PER_PAGE, Filters, Question
from selaras.search.entries import Kind
from selaras.search.ranking.choosing import CLOSE
from selaras.search.ranking.tests.placing import (
    BANDUNG,
    COUNTRY,
    JABAR,
    NOW,
    SURABAYA,
    Placing,
    chosen,
    entry,
    filled,
    keys,
    ranking,
    total,
)
from selaras.textindex.contract import Snapshot

MANY = 73
COPIES = 45


def everything() -> Iterator[Placing]:
    """Of a few subjects: many alike from elsewhere, one of Bandung, and copies of one release."""
    medan = {"region": "12.71", "institution": "medan"}
    for number in range(MANY):
        words = " ".join(f"kata{number % 7}x{one}" for one in range(number % 5))
        yield entry(100 + number, f"Posko banjir {number}", f"Posko {words}", **medan)
    yield entry(1, "Posko banjir warga", "Posko " + "Banyak hal lain. " * 30)
    for number in range(COPIES):
        made = {"region": "32.04" if number % 2 else BANDUNG, "institution": f"badan-{number}"}
        copy = {"cluster": "page:300", "head": number == 0} | made
        yield entry(300 + number, "Siaran imunisasi", f"Imunisasi anak imunisasi {number}", **copy)
    yield entry(400, "Jadwal imunisasi", "Tempat.", region="32.04", institution="kab-bandung")
    for number, kind in enumerate((Kind.NEWS, Kind.DOCUMENT, Kind.ANNOUNCEMENT)):
        dated = NOW - timedelta(days=100 * number)
        yield entry(500 + number, "Pajak kendaraan", "Bayar.", kind=kind, dated=dated)
    yield entry(510, "Pajak kendaraan", "Tanpa tanggal.", kind=Kind.NEWS, dated=None)
    yield entry(600, "Layanan kartu tanda penduduk", "Datang saja.")
    yield entry(601, "Layanan tanda kartu", "Penduduk datang.", region=SURABAYA)


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return filled(tmp_path_factory.mktemp("choosing"), list(everything()))


def pages(snapshot: Snapshot, question: Question) -> list[list[int]]:
    """Every page, until one is empty."""
    found: list[list[int]] = []
    while not found or found[-1]:
        found.append(keys(chosen(snapshot, replace(question, page=len(found) + 1))))
    return found[:-1]


def test_near_duplicates_are_one_result(snapshot: Snapshot) -> None:
    question = Question("imunisasi", BANDUNG)
    assert sorted(keys(chosen(snapshot, question))) == [300, 400]
    assert total(snapshot, question) == 2


def test_copies_make_no_word_more_usual_for_the_country(tmp_path: Path) -> None:
    """What a word is worth there does not fall with each site that repeats it."""
    alone, repeated = (
        [entry(1, "Siaran imunisasi"), entry(2, "Pajak")]
        + [entry(n, "Siaran imunisasi", cluster="page:1", head=False) for n in range(3, 3 + more)]
        for more in (0, 20)
    )
    few, many = (
        chosen(filled(tmp_path / str(len(texts)), texts), Question("imunisasi"))
        for texts in (alone, repeated)
    )
    assert keys(few) == keys(many) == [1]
    assert many.ranked[0].scored.parts["engine"] >= few.ranked[0].scored.parts["engine"] - 0.01


def test_in_a_place_the_copy_that_stands_there_is_found_and_again_one(snapshot: Snapshot) -> None:
    kab = Question("imunisasi", filters=Filters(region="32.04"))
    found = pages(snapshot, kab)
    assert len(found) == 1
    assert set(found[0]) >= {400}
    assert len(found[0]) == total(snapshot, kab) == 2
    own = Question("imunisasi", site="badan-7")
    assert keys(chosen(snapshot, own)) == [307]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(kinds=frozenset({Kind.NEWS})), {500, 510}),
        (Filters(kinds=frozenset({Kind.NEWS, Kind.DOCUMENT})), {500, 501, 510}),
        (Filters(region=JABAR), {500, 501, 502, 510}),
        (Filters(region=COUNTRY), {500, 501, 502, 510}),
        (Filters(region=SURABAYA), set()),
        (Filters(institution="medan"), set()),
        (Filters(institution="kota-bandung"), {500, 501, 502, 510}),
        (Filters(since=NOW.date()), {500}),
        (Filters(until=(NOW - timedelta(days=100)).date()), {501, 502}),
        (Filters(since=NOW.date(), until=(NOW - timedelta(days=9)).date()), set()),
        (Filters(kinds=frozenset({Kind.NEWS}), region=BANDUNG, since=NOW.date()), {500}),
    ],
    ids=[
        "kind",
        "two-kinds",
        "region-above",
        "country",
        "other-region",
        "institution-elsewhere",
        "institution",
        "since",
        "until",
        "since-after-until",
        "all",
    ],
)
def test_filters(snapshot: Snapshot, filters: Filters, found: set[int]) -> None:
    question = Question("pajak", filters=filters)
    assert set(keys(chosen(snapshot, question))) == found
    assert total(snapshot, question) == len(found)


def test_pages_follow_each_other_without_repeats_beyond_what_is_compared(
    snapshot: Snapshot,
) -> None:
    found = pages(snapshot, Question("posko", BANDUNG))
    whole = [key for page in found for key in page]
    assert len(whole) == len(set(whole)) == MANY + 1 > 3 * CLOSE
    assert [len(page) for page in found[:-1]] == [PER_PAGE] * (len(found) - 1)
    assert found == pages(snapshot, Question("posko", BANDUNG))
    assert total(snapshot, Question("posko", BANDUNG)) == len(whole)


def test_what_is_of_the_readers_region_comes_in_from_far_behind(snapshot: Snapshot) -> None:
    def place(region: str) -> int:
        return [key for page in pages(snapshot, Question("posko", region)) for key in page].index(1)

    assert place(BANDUNG) <= CLOSE
    assert place(SURABAYA) > 2 * CLOSE


def test_the_most_opened_is_first_among_equals(snapshot: Snapshot) -> None:
    question = Question("posko banjir", SURABAYA)
    last = keys(chosen(snapshot, question))[-1]
    clicks = {f"page:{last}": 1.0}
    weights = {**ranking().weights, "clicks": 20.0}
    by = ranking(SURABAYA, clicks=lambda asked: clicks, weights=weights)
    assert keys(chosen(snapshot, question, by))[0] == last


def test_an_abbreviation_finds_its_long_form_where_it_stands_whole(snapshot: Snapshot) -> None:
    assert keys(chosen(snapshot, Question("ktp"))) == [600]
    assert keys(chosen(snapshot, Question("kartu tanda penduduk")))[0] == 600


def test_what_nobody_has_finds_nothing(snapshot: Snapshot) -> None:
    assert chosen(snapshot, Question("xyzzy")).ranked == []
    assert total(snapshot, Question("xyzzy")) == 0


def test_a_word_that_no_text_has_is_not_missed_in_any(snapshot: Snapshot) -> None:
    with_it, without = (
        [one.scored.parts["coverage"] for one in chosen(snapshot, Question(text)).ranked]
        for text in ("posko xyzzy", "posko")
    )
    assert with_it == without == [ranking().weights["coverage"]] * PER_PAGE


def test_a_word_that_stands_in_titles_alone_counts(snapshot: Snapshot) -> None:
    assert keys(chosen(snapshot, Question("warga"))) == [1]
    parts = chosen(snapshot, Question("warga xyzzy")).ranked[0].scored.parts
    assert parts["coverage"] == ranking().weights["coverage"]


def test_place_counts_in_proportion_to_how_well_a_text_fits(snapshot: Snapshot) -> None:
    whole, part = (
        next(
            one.scored.parts["region_own"]
            for one in chosen(snapshot, Question(text, BANDUNG)).ranked
            if one.hit.id == "page:600"
        )
        for text in ("layanan kartu", "layanan pajak gunung imunisasi")
    )
    assert whole == pytest.approx(ranking().weights["region_own"])
    assert 0 < part < whole
