"""The shipped list of synonyms: every line says something, and none says it twice."""

from collections import Counter

import pytest

from selaras.language.searching.stop_words import STOP_WORDS
from selaras.language.searching.synonyms import MOST_MEANINGS, Thesaurus, key_of
from selaras.language.searching.words import words_of
from selaras.search.synonyms import shipped

GROUPS = shipped()
THESAURUS = Thesaurus(GROUPS)


def others(text: str) -> set[tuple[str, ...]]:
    words = [word for word in words_of(text) if word.folded not in STOP_WORDS]
    return {
        one
        for meant in THESAURUS.meant(words)
        if (meant.start, meant.end) == (0, len(words))
        for one in meant.others
    }


def test_every_group_has_forms_that_are_searched_for_differently() -> None:
    assert len(GROUPS) > 2_500
    same = [forms for forms in GROUPS if len({key_of(one.removeprefix("!")) for one in forms}) < 2]
    assert same == []


def test_no_group_stands_twice_or_within_another() -> None:
    groups = [frozenset(one.casefold() for one in forms) for forms in GROUPS]
    assert [one for one, count in Counter(groups).items() if count > 1] == []
    by_form: dict[str, list[frozenset[str]]] = {}
    for group in groups:
        for form in group:
            by_form.setdefault(form, []).append(group)
    nested = [
        (small, large)
        for held in by_form.values()
        for small in held
        for large in held
        if small < large
    ]
    assert nested == []


def test_no_form_is_a_word_that_says_nothing() -> None:
    assert [form for forms in GROUPS for form in forms if form in STOP_WORDS] == []


def test_no_form_means_too_much() -> None:
    meanings = Counter(form for forms in GROUPS for form in forms)
    assert [form for form, count in meanings.items() if count > MOST_MEANINGS] == []


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("bansos", "bantuan sosial"),
        ("ktp", "kartu tanda penduduk"),
        ("ppkm", "pemberlakuan pembatasan kegiatan masyarakat"),
        ("faskes", "fasilitas kesehatan"),
        ("disdukcapil", "dinas kependudukan dan pencatatan sipil"),
        ("Dukcapil", "Dinas Kependudukan & Pencatatan Sipil"),
        ("umr", "upah minimum regional"),
        ("nik", "nomor induk kependudukan"),
        ("umkm", "usaha mikro, kecil, dan menengah"),
        ("apbd", "anggaran pendapatan dan belanja daerah"),
        ("puskesmas", "pusat kesehatan masyarakat"),
    ],
)
def test_abbreviations_of_citizens_lead_both_ways(short: str, long: str) -> None:
    assert key_of(long) in others(short)
    assert key_of(short) in others(long)
