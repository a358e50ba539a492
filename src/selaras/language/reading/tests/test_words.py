"""Words are looked up by their usual spelling, and stay where they were written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.language.reading.words import Reading, usual

pytestmark = pytest.mark.no_database


@pytest.mark.parametrize(
    ("written", "word"),
    [
        ("blm", "belum"), ("skrg", "sekarang"), ("gak", "tidak"), ("lvl", "level"),
        ("thn", "tahun"), ("milyar", "miliar"), ("prosen", "persen"), ("sby", "surabaya"),
        ("masiiih", "masih"), ("tidakkk", "tidak"), ("bangeeet", "banget"), ("blmmm", "belum"),
        ("mall", "mall"), ("maaf", "maaf"), ("dr", "dr"),
        ("iii", "iii"), ("viii", "viii"), ("xxx", "xxx"),
    ],
)  # fmt: skip
def test_a_word_has_its_usual_spelling_and_a_roman_numeral_keeps_its_letters(
    written: str, word: str
) -> None:
    assert usual(written) == word


@pytest.mark.parametrize(
    ("written", "base"),
    [
        ("levelnya", "level"), ("bukalah", "buka"), ("bukankah", "bukan"), ("mulailah", "mulai"),
        ("harganyalah", "harga"), ("rumah-ku", "rumah"), ("udahlah", "sudah"),
        ("anak-anak", "anak"), ("jumlahnya", "jumlah"), ("wilayahnya", "wilayah"),
        ("adalah", "adalah"), ("wilayah", "wilayah"), ("sekolah", "sekolah"), ("hanya", "hanya"),
        ("apakah", "apakah"), ("langkah", "langkah"), ("nya", "nya"), ("siapapun", "siapapun"),
    ],
)  # fmt: skip
def test_the_base_lacks_the_particle_unless_the_word_only_looks_as_if_it_had_one(
    written: str, base: str
) -> None:
    (token,) = Reading(written).tokens
    assert token.base == base


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("anak2 masuk", ["anak-anak", "masuk"]),
        ("anak2nya masuk", ["anak-anak", "masuk"]),
        ("tutup mal2.", ["tutup", "mal-mal"]),
        ("naik2,5 kali", ["naik", "2,5", "kali"]),
        ("CO2 dan B2B", ["co", "2", "dan", "b", "2", "b"]),
        ("Rp1.200.000,00 per Jum'at", ["rp", "1.200.000,00", "per", "jum'at"]),
        ("LEVEL III", ["level", "iii"]),
    ],
)
def test_a_two_behind_a_word_doubles_it_and_behind_a_sign_it_is_a_number(
    text: str, words: list[str]
) -> None:
    assert [token.word for token in Reading(text).tokens] == words


def test_tokens_stand_where_the_words_were_written() -> None:
    reading = Reading("Anak2 di Kab.   Garut: 3½")
    written = [reading.text[token.start : token.end] for token in reading.tokens]
    assert written == ["Anak2", "di", "Kab", "Garut", "3", "1", "2"]
    assert [token.number for token in reading.tokens] == [False] * 4 + [True] * 3
    assert reading.starts == tuple(token.start for token in reading.tokens)


@given(st.text(max_size=80))
def test_tokens_of_any_text_follow_each_other_within_it(text: str) -> None:
    reading = Reading(text)
    ends = [0, *(token.end for token in reading.tokens)]
    for end, token in zip(ends, reading.tokens, strict=False):
        assert end <= token.start < token.end <= len(reading.text)
        assert token.word
        assert token.base
