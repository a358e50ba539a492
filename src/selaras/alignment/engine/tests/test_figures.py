"""Figures of one text that do not fit each other, and figures that were never meant to."""

import pytest

from selaras.alignment.engine.results import Action, Finding, Verdict
from selaras.alignment.engine.tests.scenes import report

pytestmark = pytest.mark.no_database

SHARE = "Prabowo-Gibran meraih 96.214.691 suara atau {} persen dari 164.227.475 suara sah."
PARTS = "Sebanyak {} daerah terdiri atas 13 di Banten, 8 di Bali, 8 di Jawa Timur, dan 3 di DIY."
TABLE = "Daerah\tPaslon 01\tPaslon 02\tPaslon 03\tTotal\nUji\t284.184\t838.382\t175.956\t{}"


def misfits(text: str) -> list[Finding]:
    return list(report(text).figures)


@pytest.mark.parametrize(
    ("text", "passage", "told", "right"),
    [
        (SHARE.format("58,90"), "58,90 persen", "96.214.691 dari 164.227.475 adalah 58,59 %",
         "58,59 persen"),
        (PARTS.format("31"), "31 daerah", "rinciannya berjumlah 32", "32"),
        (TABLE.format("1.306.740"), "1.306.740", "berjumlah 1.298.522", "1.298.522"),
        (TABLE.format("1.306.740").replace("\t", " | "), "1.306.740", "berjumlah 1.298.522",
         "1.298.522"),
    ],
)  # fmt: skip
def test_published_misstatements_are_found_with_what_the_figures_make(
    text: str, passage: str, told: str, right: str
) -> None:
    (finding,) = misfits(text)
    assert finding.verdict is Verdict.INCONSISTENT
    assert text[finding.start : finding.end] == finding.passage == passage
    assert finding.explanation.startswith(f"“{passage}” tidak cocok dengan angka lain dalam teks")
    assert told in finding.explanation
    assert [(one.action, one.text) for one in finding.remedies] == [(Action.CORRECT, right)]
    assert finding.mention is None


@pytest.mark.parametrize(
    "text",
    [
        SHARE.format("58,59"),
        SHARE.format("58,6"),
        SHARE.format("59"),
        SHARE.format("58,90").replace("dari", "dan"),
        PARTS.format("32"),
        PARTS.format("310"),  # too far apart to be meant as a sum
        PARTS.format("31").replace("terdiri atas", "antara lain terdiri atas"),
        PARTS.format("31").replace("8 di Jawa", "8 lainnya di Jawa"),
        PARTS.format("sekitar 31"),
        TABLE.format("1.298.522"),
        TABLE.format("-"),
        TABLE.format("1.306.740").replace("Paslon 01", "Paslon 01 (%)"),
        "Daerah\tTahun\tPaslon 02\tPaslon 03\tTotal\nUji\t2024\t838.382\t175.956\t1.014.338",
        "Daerah\tPaslon 02\tPaslon 03\nUji\t838.382\t175.956",
        "Pada 2021 terdiri atas 13 kota dan 8 kabupaten.",
        "Pada 2024 ada 31 daerah yang terdiri atas 15 kota dan 16 kabupaten.",
        "Sebanyak 100 warga terdiri atas 55 persen perempuan dan 44 persen laki-laki.",
        "Sebanyak 31 daerah berada di Level 2 dan 13 di Level 3.",
    ],
)
def test_figures_that_fit_or_do_not_belong_together_stay_silent(text: str) -> None:
    assert misfits(text) == []
