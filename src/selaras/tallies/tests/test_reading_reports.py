"""Counts as ElectionReports of NIST SP 1500-100."""

from decimal import Decimal
from typing import Any

import pytest

from selaras.tallies.checking import check
from selaras.tallies.errors import InvalidSheet
from selaras.tallies.reading import read_sheet
from selaras.tallies.sheet import Sheet
from selaras.tallies.tests.counting import make_tally
from selaras.tallies.tests.reports import COUNTS, contest, data, first_version, report


def read(*contests: dict[str, Any], wanted: str = "", **fields: Any) -> Sheet:
    return read_sheet(data(report(*contests, **fields)), contest=wanted)


def refusal(raw: bytes, wanted: str = "") -> str:
    with pytest.raises(InvalidSheet) as refused:
        read_sheet(raw, contest=wanted)
    return str(refused.value)


def test_version_two_is_read() -> None:
    sheet = read()
    assert [(one.source, one.key, one.label) for one in sheet.columns] == [
        ("pilihan-ani", "01", "Ani"),
        ("pilihan-budi", "02", "Budi"),
    ]
    assert [(row.code, row.name, row.votes, row.total) for row in sheet.rows] == [
        ("11", "Aceh", (10, 20), None),
        ("12", "Sumatera Utara", (30, 5), None),
    ]
    assert (sheet.status, sheet.flaws) == ("final", ())


def test_version_one_with_its_collections_is_read() -> None:
    sheet = read_sheet(data(first_version()))
    assert [row.votes for row in sheet.rows] == [(10, 20), (30, 5)]
    assert [row.code for row in sheet.rows] == ["11", "12"]
    assert sheet.columns[0].label == "Ani"


def test_a_report_is_checked_and_published_like_any_other_file(country: None) -> None:
    found = check(read(), make_tally())
    assert (found.whole.votes, found.whole.total) == ((40, 25), 65)


def test_a_place_without_a_code_is_found_by_its_name(country: None) -> None:
    new = report()
    for unit in new["GpUnit"]:
        unit.pop("ExternalIdentifier", None)
    assert [row.code for row in check(read_sheet(data(new))).rows] == ["11", "12", "00"]


def test_the_parts_of_a_count_are_added_where_there_is_no_total() -> None:
    split = contest()
    for selection in split["ContestSelection"]:
        selection["VoteCounts"] = [
            {"GpUnitId": "pemilih-aceh", "Type": kind, "Count": count}
            for kind, count in (("election-day", 7), ("early", 2.0))
        ]
    assert [row.votes for row in read(split).rows] == [(9, 9)]


def test_ballots_without_rejected_and_spoilt_ones_are_the_declared_total() -> None:
    def counts(cast: int) -> list[dict[str, Any]]:
        return [
            {"GpUnitId": "pemilih-aceh", "Type": "total", "BallotsCast": cast,
             "BallotsRejected": 4, "Overvotes": 2}
        ]  # fmt: skip

    assert [row.total for row in read(contest(SummaryCounts=counts(36))).rows] == [30, None]
    new = report()
    new["Election"][0]["BallotCounts"] = counts(37)
    assert read_sheet(data(new)).rows[0].total == 31


def test_a_declared_total_that_does_not_fit_is_told_with_its_place(country: None) -> None:
    summary = [{"GpUnitId": "pemilih-aceh", "Type": "total", "BallotsCast": 40, "Overvotes": 3}]
    with pytest.raises(InvalidSheet) as refused:
        check(read(contest(SummaryCounts=summary)))
    assert str(refused.value.flaws[0]) == (
        "Aceh: jumlah kedua pilihan 30, tetapi suara_sah 37; selisih 7."
    )


@pytest.mark.parametrize("status", ["unofficial-partial", "unofficial-complete", "recount", None])
def test_what_is_not_certified_is_partial_with_the_progress_of_its_units(status: str) -> None:
    sheet = read(contest(SubUnitsReported=2, TotalSubUnits=3), Status=status)
    assert (sheet.status, sheet.progress) == ("partial", Decimal("66.67"))


@pytest.mark.parametrize(("done", "of"), [(4, 3), (1, 0), ("1", 2), (-1, 2), (True, 2)])
def test_a_progress_that_makes_no_sense_is_none(done: Any, of: Any) -> None:
    assert read(contest(SubUnitsReported=done, TotalSubUnits=of)).progress is None


@pytest.mark.parametrize(
    ("count", "words"),
    [(-1, "-1"), (1.5, "1.5"), ("12", "12"), (True, "True"), (10**20, "1000"), (None, "tidak ada")],
)
def test_a_count_that_is_none_is_told_with_place_and_option(count: Any, words: str) -> None:
    (flaw,) = read(contest(dict(COUNTS) | {"pemilih-aceh": (count, 1)})).flaws
    assert str(flaw).startswith("Aceh: Ani: ")
    assert words in str(flaw)


def test_a_missing_and_a_repeated_count_are_told() -> None:
    broken = contest()
    ani, budi = broken["ContestSelection"]
    ani["VoteCounts"].append(ani["VoteCounts"][0])
    budi["VoteCounts"].pop()
    told = [str(flaw) for flaw in read(broken).flaws]
    assert "Aceh: Ani: ada dua hitungan dengan jenis yang sama." in told[0]
    assert "Sumatera Utara: Budi: tidak ada hitungannya." in told[1]


def test_of_several_contests_one_must_be_named() -> None:
    both = report(contest(), contest({"pemilih-aceh": (1, 2)}, **{"@id": "kontes-2"}))
    told = refusal(data(both))
    assert "2 kontes" in told
    assert "kontes-2 (Pemilihan Uji)" in told
    assert len(read_sheet(data(both), contest="kontes-2").rows) == 1
    assert "0 kontes" in refusal(data(both), wanted="kontes-3")


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b'{"a": ', "JSON-nya rusak"),
        (b"{}", "bukan ElectionReport"),
        (b"[1]", "bukan ElectionReport"),
        (b'{"Election": [{"Contest": []}]}', "bukan ElectionReport"),
        (b'{"Election": NaN}', "tidak dapat dibaca"),
        (b"[" * 100_000, "tidak dapat dibaca"),
        (b'{"Election": ' + b"9" * 5000 + b"}", "tidak dapat dibaca"),
        (data(report(IsTest=True)), "laporan uji"),
        (data(report(Status="pre-election")), "sebelum pemungutan suara"),
        (data(report(contest({}))), "tidak memuat hitungan"),
        (data(report(contest(ContestSelection=[{}] * 201))), "terlalu banyak"),
    ],
)
def test_what_is_no_report_is_refused_in_words(raw: bytes, words: str) -> None:
    assert words in refusal(raw)
