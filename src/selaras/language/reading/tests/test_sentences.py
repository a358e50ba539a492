"""Sentences end where a reader stops, and lines of lists and tables are known as such."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.language.reading.sentences import LONGEST, Sentence, sentences

pytestmark = pytest.mark.no_database


def parts(text: str) -> list[str]:
    return [text[one.start : one.end] for one in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Iuran Rp1.200.000,00 dibayar sebelum pukul 08.00 WIB.",
        "Kantor di Jl. Braga No. 5 Kota Bandung.",
        "Berlaku tgl. 21 s.d. 30 September di Kab. Garut dan Prov. Bali.",
        "Camat, lurah, dkk. hadir di balai kota.",
        'Kata camat, "tutup"',
    ],
)
def test_a_full_stop_inside_a_number_or_behind_an_abbreviation_ends_nothing(text: str) -> None:
    assert parts(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kota Bandung Level 3. Kota Cimahi Level 2.",
         ["Kota Bandung Level 3.", "Kota Cimahi Level 2."]),
        ("Berlaku tahun 2021. Lalu berakhir!", ["Berlaku tahun 2021.", "Lalu berakhir!"]),
        ("udah tutup. besok buka", ["udah tutup.", "besok buka"]),
        ("Apa benar?! Ya.", ["Apa benar?!", "Ya."]),
        ('Ia berkata "Tutup." Lalu pergi.', ['Ia berkata "Tutup."', "Lalu pergi."]),
        ("Kota A; Kota B", ["Kota A;", "Kota B"]),
        ("Judul tanpa titik\nIsi berita", ["Judul tanpa titik", "Isi berita"]),
        (" \n\n \t\n", []),
    ],
)  # fmt: skip
def test_marks_and_line_breaks_end_a_sentence(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- Kota Bandung", {"item"}), ("1. Kota Bandung", {"item"}), ("(2) Garut", {"item"}),
        ("a. Garut", {"item"}), ("• Garut", {"item"}),
        ("Kota Bandung\t3", {"row"}), ("Kota Bandung | 3", {"row"}),
        ("Level PPKM:", {"leads"}), ("Benarkah Level 4?", {"asks"}), ('"Level 4?"', {"asks"}),
        ("Kota Bandung - Level 3", set()), ("2021 berakhir", set()),
    ],
)  # fmt: skip
def test_a_line_is_an_item_a_row_a_lead_or_a_question_by_its_marks(
    line: str, expected: set[str]
) -> None:
    (one,) = sentences(line)
    assert {name for name in ("item", "row", "asks", "leads") if getattr(one, name)} == expected


def test_a_sentence_without_end_is_cut_at_blanks_or_where_it_must() -> None:
    text = "kata " * 1000
    found = sentences(text)
    assert all(one.end - one.start <= LONGEST for one in found)
    assert all(part.startswith("kata") and part.endswith("kata") for part in parts(text))
    assert len(sentences("x" * (2 * LONGEST))) == 2


@given(st.text(alphabet="ab1 .\n\t|?;:-\"'(", max_size=80))
def test_sentences_of_any_text_hold_all_that_is_not_blank_in_order(text: str) -> None:
    found: list[Sentence] = sentences(text)
    assert "".join("".join(parts(text)).split()) == "".join(text.split())
    assert all(left.end <= right.start for left, right in pairwise(found))


def test_nothing_is_lost_where_a_text_without_blanks_is_cut() -> None:
    assert [(one.start, one.end) for one in sentences("x" * (LONGEST + 1))] == [
        (0, LONGEST),
        (LONGEST, LONGEST + 1),
    ]
