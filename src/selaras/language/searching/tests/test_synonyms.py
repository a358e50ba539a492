"""Abbreviations and synonyms, both ways."""

from time import process_time

import pytest

from selaras.language.searching.stop_words import STOP_WORDS
from selaras.language.searching.synonyms import MOST_MEANINGS, Thesaurus, key_of
from selaras.language.searching.words import words_of

THESAURUS = Thesaurus(
    [
        ("ktp", "kartu tanda penduduk"),
        ("disdukcapil", "dukcapil", "dinas kependudukan dan pencatatan sipil"),
        ("!as", "amerika serikat"),
        ("bansos", "bantuan sosial"),
        ("bst", "bantuan sosial tunai"),
        ("vaksin", "imunisasi"),
        ("ma", "mahkamah agung"),
        ("ma", "madrasah aliyah"),
    ]
)


def meant(text: str) -> list[tuple[str, str]]:
    """What stands in the text, with the first other way to say it."""
    words = [word for word in words_of(text) if word.folded not in STOP_WORDS]
    return [
        (text[words[one.start].start : words[one.end - 1].end], " ".join(one.others[0]))
        for one in THESAURUS.meant(words)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("cara bikin KTP", [("KTP", "kartu tanda duduk")]),
        ("kartu tanda penduduk hilang", [("kartu tanda penduduk", "ktp")]),
        ("kartunya tanda kependudukan", [("kartunya tanda kependudukan", "ktp")]),
        (
            "jam buka Dinas Kependudukan dan Pencatatan Sipil",
            [("Dinas Kependudukan dan Pencatatan Sipil", "disdukcapil")],
        ),
        ("dinas penduduk, catatan sipil", [("dinas penduduk, catatan sipil", "disdukcapil")]),
        ("bansosnya kapan cair", [("bansosnya", "bantu sosial")]),
        ("imunisasi anak", [("imunisasi", "vaksin")]),
        ("ktp dan bansos", [("ktp", "kartu tanda duduk"), ("bansos", "bantu sosial")]),
        ("AS", [("AS", "amerika serikat")]),
        ("as roda patah", []),
        ("As roda", []),
        ("amerika serikat", [("amerika serikat", "as")]),
        ("bantuan sosial tunai", [("bantuan sosial tunai", "bst")]),
        ("bantuan untuk sosial", [("bantuan untuk sosial", "bansos")]),
        ("sosial bantuan", []),
        ("kartu tanda", []),
        ("", []),
    ],
)
def test_other_ways_to_say_it(text: str, found: list[tuple[str, str]]) -> None:
    assert meant(text) == found


def test_a_form_of_several_groups_means_each_of_them() -> None:
    (one,) = THESAURUS.meant(words_of("ma"))
    assert one.others == (("mahkamah", "agung"), ("madrasah", "aliyah"))


def test_a_form_that_means_everything_means_nothing() -> None:
    many = Thesaurus([("xyz", f"arti ke{number} xyz") for number in range(2 * MOST_MEANINGS + 1)])
    assert many.meant(words_of("xyz")) == []


def test_forms_known_in_small_letters() -> None:
    assert THESAURUS.knows("bansos")
    assert THESAURUS.knows("imunisasi")
    assert not THESAURUS.knows("as")
    assert not THESAURUS.knows("kartu")


def test_the_key_of_a_form_is_of_stems_without_stop_words() -> None:
    assert key_of("Pemberlakuan Pembatasan Kegiatan") == ("laku", "batas", "giat")
    assert key_of("Imunisasi") == ("imunisasi",)
    assert key_of("yang itu") == ("yang", "itu")
    assert key_of("!?") == ()


def test_a_question_of_nothing_but_abbreviations_is_read_at_once() -> None:
    words = words_of("ktp bansos kartu tanda " * 2_000)
    start = process_time()
    assert len(THESAURUS.meant(words)) == 4_000
    assert process_time() - start < 1
