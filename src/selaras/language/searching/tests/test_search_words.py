"""The words of a text as a search compares them."""

from time import process_time

import pytest

from selaras.language.searching.words import LONGEST, fold, words_of


def folded(text: str) -> list[str]:
    return [word.folded for word in words_of(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kota BANDUNG", "kota bandung"),
        ("anak-anak", "anak anak"),
        ("anak2", "anak"),
        ("Anak2nya", "anak"),
        ("covid19 dan Covid-19", "covid 19 dan covid 19"),
        ("B737, G20, 5G, F16", "b737 g20 5g f16"),
        ("Senin (15/8)", "senin 15 agustus"),
        ("(5/12/2021)", "5 desember 2021"),
        ("(32/8) (15/13) 15/8", "32 8 15 13 15 8"),
        ("Qur’an Jum'at", "quran jumat"),
        ("café ÉTÉ İzmir", "cafe ete izmir"),
        ("Rp1.200.000", "rp1 200 000"),
        ("siaga😀merah", "siaga merah"),
        ("_posko_", "posko"),
        ("\u202eالصحة العامة", "الصحة العامة"),
        ("a\x00b", "a b"),
        ("👩‍👩‍👧 \ufeff\u200b…", ""),
        ("ﷺ", "صلىاللهعليهوسلم"),
        ("½ ²", "12 2"),
        ("x" * LONGEST + " " + "y" * (LONGEST + 1), "x" * LONGEST),
    ],
)
def test_words_are_folded(text: str, words: str) -> None:
    assert folded(text) == words.split()


def test_a_word_knows_where_it_stands_and_how_it_is_written() -> None:
    text = "Di AS, covid19 (3/4) anak2 İzmir9"
    found = words_of(text)
    assert [text[one.start : one.end] for one in found] == [
        "Di", "AS", "covid", "19", "3", "4", "anak2", "İzmir", "9",
    ]  # fmt: skip
    assert [one.folded for one in found if one.upper] == ["as"]
    assert [one.folded for one in found if one.capital] == ["di", "as", "izmir"]


def test_folding_twice_changes_nothing() -> None:
    for one in map(chr, (*range(0x2FF), *range(0x600, 0x700), *range(0xFB00, 0xFDFF))):
        if one.isalnum():
            once = fold(one)
            assert fold(once) == once
            assert once.isalnum() or not once


@pytest.mark.parametrize(
    "text", ["x" * 10_000, "a'" * 5_000, "(1/2)" * 2_000, "é " * 5_000, "2" * 9_999]
)
def test_ten_thousand_letters_are_read_at_once(text: str) -> None:
    start = process_time()
    words_of(text)
    assert process_time() - start < 0.5
