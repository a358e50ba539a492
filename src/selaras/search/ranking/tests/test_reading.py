"""A question is read for its words."""

from time import process_time

import pytest

from selaras.language.searching.questions import Wanted
from selaras.search.ranking.reading import MOST_WORDS
from selaras.search.ranking.tests.placing import read_as

VOCABULARY = {
    "bandung": 90,
    "level": 70,
    "ppkm": 50,
    "kartu": 40,
    "tanda": 30,
    "tgl": 3,
    "kpu": 9,
    "yang": 99,
    "kapan": 9,
}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ppkm bandng level brp", "ppkm bandung level"),
        ("PPKM Bandung", "ppkm bandung"),
        ("apa itu ppkm", "ppkm"),
        ("yang itu", "yang itu"),
        ("ppkm yamg berlaku", "ppkm berlaku"),
        ("ktp", "ktp"),
        ("bansos", "bansos"),
        ("lowongan kerja", "lowongan kerja"),
        ("tgl", "tgl"),
        ("32.73", "32 73"),
        ("", ""),
    ],
)
def test_words_that_tell_something_as_they_are_meant(text: str, words: str) -> None:
    assert " ".join(term.best for term in read_as(text, VOCABULARY).terms) == words


def test_only_what_no_text_and_no_dictionary_knows_is_mended() -> None:
    read = read_as("ktp bandng makan kpi", VOCABULARY)
    assert [term.best for term in read.terms if term.mended] == ["bandung", "kpu"]
    assert not read_as("ktp bandng makan kpi").mended


def test_a_mistyped_word_that_says_nothing_is_not_told_as_mended() -> None:
    assert not read_as("ppkm yamg berlaku", VOCABULARY).mended


def test_synonyms_are_looked_up_of_the_mended_word() -> None:
    read = read_as("kartu tnda penduduk", {**VOCABULARY, "penduduk": 20})
    assert [one.others for one in read.meant] == [(("ktp",),)]
    assert read.all_stems == ["kartu", "tanda", "duduk", "ktp"]


def test_what_kind_of_answer_is_wanted_is_read_of_informal_words_too() -> None:
    assert read_as("umr bandung brp", VOCABULARY).wanted is Wanted.NUMBER
    assert read_as("posko dmn", VOCABULARY).wanted is Wanted.PLACE
    assert read_as("kapaan ppkm", VOCABULARY).wanted is Wanted.DATE
    assert read_as("tanggal brp posko buka", VOCABULARY).wanted is Wanted.DATE


@pytest.mark.parametrize("text", ["kata " * 2_000, "a" * 10_000, "ktp " * 3_000, "bandng " * 1_500])
def test_long_questions_are_bounded(text: str) -> None:
    start = process_time()
    assert len(read_as(text, VOCABULARY).terms) <= MOST_WORDS
    assert process_time() - start < 1
