"""Spelling mended from a vocabulary."""

from time import process_time

import pytest

from selaras.language.searching.spelling import Speller

# In how many texts each word stands.
KNOWN = {
    "bandung": 400, "bantuan": 300, "banjir": 500, "vaksin": 250, "vaksinasi": 200, "jadwal": 180,
    "sekolah": 220, "puskesmas": 90, "kelurahan": 120, "perpanjangan": 30, "siaga": 150,
    "kartu": 210, "keluarga": 260, "ktp": 350, "level": 140, "tas": 60, "pajak": 170, "pasar": 80,
    "kasar": 3, "surabaya": 130, "kependudukan": 75, "makan": 40, "makam": 40, "b737": 9,
}  # fmt: skip
SPELLER = Speller(KNOWN)


def best(word: str) -> str:
    found = SPELLER.corrections(word)
    return found[0].word if found else ""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("bandng", "bandung"),
        ("bandungg", "bandung"),
        ("bandumg", "bandung"),
        ("bnadung", "bandung"),
        ("vandung", "bandung"),
        ("andung", "bandung"),
        ("sekola", "sekolah"),
        ("puskesms", "puskesmas"),
        ("banjri", "banjir"),
        ("jadwsl", "jadwal"),
        ("kelurhan", "kelurahan"),
        ("levl", "level"),
        ("kpt", "ktp"),
        # Two mistakes in long words.
        ("perpnjangn", "perpanjangan"),
        ("kependudkn", "kependudukan"),
        ("srabya", ""),
        ("surabay", "surabaya"),
        ("surbya", ""),
        ("surabyaa", "surabaya"),
    ],
)
def test_mistakes_are_mended(typed: str, meant: str) -> None:
    assert best(typed) == meant


def test_what_lies_beside_on_the_keyboard_is_meant_rather_than_what_does_not() -> None:
    of_two = Speller({"makan": 10, "malan": 10})
    assert of_two.corrections("majan")[0].word == "makan"  # j stands beside k, not beside l


@pytest.mark.parametrize(
    ("typed", "doubled", "other"),
    [("saaya", "saya", "sayap"), ("llagu", "lagu", "alagu"), ("bagii", "bagi", "bagis")],
)
def test_a_letter_typed_twice_is_the_least_of_mistakes(
    typed: str, doubled: str, other: str
) -> None:
    assert Speller({doubled: 10, other: 10}).corrections(typed)[0].word == doubled


def test_of_two_that_are_as_near_the_usual_one_is_meant() -> None:
    assert best("pasae") == "pasar"
    found = SPELLER.corrections("oasar")
    assert [one.word for one in found] == ["pasar", "kasar"]
    assert found[0].likelihood > 0.8


@pytest.mark.parametrize("typed", ["bandung", "vaksin", "ktp", "makam"])
def test_a_known_word_is_known(typed: str) -> None:
    assert SPELLER.knows(typed)
    assert typed not in [one.word for one in SPELLER.corrections(typed)]


@pytest.mark.parametrize(
    "typed",
    ["", "t", "ts", "19", "b73", "xyzzy", "qwertyuiop", "ban dung", "x" * 31, "بانجير", "\0\0\0"],
)
def test_what_cannot_be_a_mistake_is_left_alone(typed: str) -> None:
    assert SPELLER.corrections(typed) == []


def test_at_most_so_many_readings_whose_likelihoods_are_shares() -> None:
    many = Speller({f"mak{letter}n": 5 for letter in "abdeghijklmnop"})
    found = many.corrections("makxn", most=3)
    assert len(found) == 3
    assert 0 < sum(one.likelihood for one in found) <= 1
    assert [one.likelihood for one in found] == sorted((o.likelihood for o in found), reverse=True)


def test_without_words_nothing_is_known() -> None:
    empty = Speller({})
    assert not empty.knows("a")
    assert empty.corrections("bandung") == []


def test_a_large_vocabulary_is_mended_from_at_once() -> None:
    syllables = [a + b for a in "bcdgjklmnprst" for b in "aiueo"]
    speller = Speller({a + b + c: 1 for a in syllables for b in syllables for c in syllables[:8]})
    typed = ["bakxti", "lumenga", "satuuku", "xxxxxxxxx", "babababa" * 3]
    start = process_time()
    for word in typed:
        speller.corrections(word)
    assert process_time() - start < 0.25
