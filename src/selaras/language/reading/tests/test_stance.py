"""How a sentence means its value: each sign with what shows it and what only resembles it."""

from dataclasses import fields

import pytest

from selaras.language.reading.stance import Stance, stance_of
from selaras.language.reading.words import Reading

pytestmark = pytest.mark.no_database


def stance(text: str) -> Stance:
    """The stance of the last number in the text, with "level" before it or "persen" behind it."""
    reading = Reading(text)
    tokens = reading.tokens
    at = max(index for index, token in enumerate(tokens) if token.number)
    start = at - 1 if at and tokens[at - 1].word == "level" else at
    percent = at + 1 < len(tokens) and tokens[at + 1].word == "persen"
    return stance_of(
        tokens, reading.text,
        sentence=(0, len(tokens)), value=(start, at + 1 + percent), asks=text.endswith("?"),
    )  # fmt: skip


SIGNS = {
    "denied": (
        ["Kota itu bukan Level 3", "Kota itu tidak lagi berada di Level 3", "blm Level 1",
         "Kota itu sudah keluar dari Level 4", "Tidak benar bahwa kota itu Level 4"],
        ["Tidak hanya Level 3", "Warga tidak takut meski Level 3",
         "Warga tidak panik, Level 3 berlaku"],
    ),
    "tentative": (
        ["Kota itu berencana turun ke Level 2", "Mungkin menjadi Level 2",
         "Kota itu bisa turun ke Level 2", "Target cakupan 90 persen", "Kabarnya Level 4"],
        ["Warga bisa datang saat Level 2", "Kota itu berada di Level 2"],
    ),
    "future": (
        ["Kota itu akan turun ke Level 2", "Nanti menjadi Level 2"],
        ["Warga akan menerima bantuan 50 persen", "Kota itu turun ke Level 2"],
    ),
    "conditional": (
        ["Jika kasus naik, berlaku Level 4", "Seandainya Level 4", "kalo naik lagi ya Level 4"],
        ["Level 3, jika kasus naik", "Kalau Depok, cuma 5 persen"],
    ),
    "asked": (
        ["Apakah kota itu Level 3?", "Kota itu Level 3?"],
        ["Kota itu Level 3", "Sudah Level 3, siapa yang mau datang?"],
    ),
    "past": (
        ["Sebelumnya Level 4", "Kota itu sempat Level 4", "Semester lalu 50 persen",
         "Kota itu pindah dari Level 4 ke zona aman"],
        ["Dari Level 4", "Naik dari 20 persen menjadi 25 persen"],
    ),
    "current": (
        ["Kota itu masih Level 3", "Kota itu kini Level 3", "Level 3 tetap berlaku",
         "Saat ini Level 3"],
        ["Kota itu Level 3", "Kini hujan, kota itu Level 3"],
    ),
    "now": (
        ["Kota itu kini Level 3", "skrg Level 3", "Hari ini Level 3"],
        ["Kota itu masih Level 3", "Hari itu Level 3"],
    ),
    "reported_false": (
        ["Viral kabar kota itu Level 4", "Hoaks: kota itu Level 4",
         "Pesan berantai menyebut Level 4", "Informasi tidak benar menyebut kota itu Level 4",
         "Media itu salah tulis Level 4"],
        ["Pesan itu menyebut Level 4", "Wali kota salah jalan ke Level 4"],
    ),
    "difference": (
        ["Cakupan naik 6 persen", "Cakupan turun sebesar 6 persen", "Selisih 6 persen"],
        ["Cakupan naik menjadi 60 persen", "Cakupan mencapai 6 persen"],
    ),
}  # fmt: skip
ROWS = [
    (name, text, shown)
    for name, (yes, no) in SIGNS.items()
    for shown, texts in ((True, yes), (False, no))
    for text in texts
]


@pytest.mark.parametrize(("name", "text", "shown"), ROWS)
def test_a_sign_is_seen_where_it_means_the_value_and_only_there(
    name: str, text: str, shown: bool
) -> None:
    assert getattr(stance(text), name) is shown


def test_every_sign_is_tried_both_ways() -> None:
    assert {field.name for field in fields(Stance)} == set(SIGNS)
    assert all(yes and no for yes, no in SIGNS.values())


@pytest.mark.parametrize(
    ("text", "asserted"),
    [
        ("Kota itu Level 3", True),
        ("Kota itu bukan Level 3", True),
        ("Sebelumnya Level 4", True),
        ("Kota itu akan turun ke Level 2", True),
        ("Jika kasus naik, berlaku Level 4", False),
        ("Viral kabar kota itu Level 4", False),
        ("Cakupan naik 6 persen", False),
    ],
)
def test_what_is_supposed_asked_quoted_or_a_difference_is_not_asserted(
    text: str, asserted: bool
) -> None:
    assert stance(text).asserted is asserted


def test_words_that_name_the_subject_are_no_signs() -> None:
    reading = Reading("Harapan Kita 60 persen")
    tokens = reading.tokens
    given = {"sentence": (0, 4), "value": (2, 4)}
    assert stance_of(tokens, reading.text, **given).tentative
    assert not stance_of(tokens, reading.text, names=frozenset({0, 1}), **given).tentative
