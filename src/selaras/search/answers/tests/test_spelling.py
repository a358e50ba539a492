"""Which words may be meant by what was typed."""

import pytest

from selaras.search.answers.spelling import Mistake, Spelling, mistake_in

WORDS = ("ppkm", "level", "status", "bantuan", "bandung", "semarang", "masa", "bali", "18a")


@pytest.mark.parametrize(
    ("typed", "word", "mistake"),
    [
        ("levl", "level", Mistake.VOWELS),
        ("stts", "status", Mistake.VOWELS),
        ("smrang", "semarang", Mistake.VOWELS),
        ("bantan", "bantuan", Mistake.VOWELS),
        ("statu", "status", Mistake.MISSING),
        ("statuus", "status", Mistake.EXTRA),
        ("levle", "level", Mistake.SWAPPED),
        ("lefel", "level", Mistake.OTHER),
        ("ppkn", "ppkm", Mistake.OTHER),
    ],
)
def test_one_mistake_is_understood(typed: str, word: str, mistake: Mistake) -> None:
    assert Spelling(WORDS).near(typed) == {word: mistake}


@pytest.mark.parametrize(
    "typed", ["", "m", "pm", "wali", "levvvel", "lleve", "18b", "status", "x" * 500]
)
def test_other_words_are_left_alone(typed: str) -> None:
    assert Spelling(WORDS).near(typed) == {}


def test_consonants_stand_for_a_word_that_begins_and_ends_alike() -> None:
    assert Spelling(WORDS).abbreviated("bndg") == {"bandung"}
    assert Spelling(WORDS).abbreviated("bdn") == set()
    assert Spelling(WORDS).abbreviated("bandg") == set()


def test_two_mistakes_are_none() -> None:
    assert mistake_in("lefle", "level") is None
    assert mistake_in("lev", "level") is None
    assert mistake_in("level", "level") is None
