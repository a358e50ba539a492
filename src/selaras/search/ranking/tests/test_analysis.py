"""What the index holds of a text."""

from time import process_time

import pytest

from selaras.search import schema
from selaras.search.ranking.analysis import analyse
from selaras.search.ranking.profile import MOST_WORDS

TITLE, TEXT = "Layanan KTP", "Warga mengurus KTP di Kota Bandung. Datang (5/3), bawa KK!"


def test_the_index_holds_stems_and_of_titles_the_words_too() -> None:
    values = analyse(TITLE, TEXT).values
    assert values[schema.TITLE] == "layanan ktp"
    assert values[schema.HEADS.title] == values[schema.ALL.title] == "layan ktp"
    assert values[schema.ALL.body] == "warga urus ktp di kota bandung datang 5 maret bawa kk"


def test_a_copy_is_left_out_where_the_whole_country_is_searched() -> None:
    values = analyse(TITLE, TEXT, head=False).values
    assert {str(values[field]).strip("_ ") for field in schema.HEADS} == {""}
    for among_all, among_heads in zip(schema.ALL, schema.HEADS, strict=True):
        assert len(str(values[among_heads]).split()) == len(str(values[among_all]).split()) > 0


def test_pairs_are_of_neighbours_that_tell_something() -> None:
    pairs = str(analyse(TITLE, TEXT).values[schema.ALL.pairs]).split()
    assert pairs[:4] == ["layan_ktp", "warga_urus", "urus_ktp", "ktp_kota"]
    assert "ktp_warga" not in pairs  # a title is a text of its own


def test_the_vocabulary_has_words_that_spelling_can_be_mended_to() -> None:
    words = analyse(TITLE, f"{TEXT} b737 kk 12 ktp KTP").values[schema.WORDS]
    assert words == sorted({"layanan", "ktp", "warga", "mengurus", "kota", "bandung", "datang",
                            "maret", "bawa"})  # fmt: skip


def test_the_profile_knows_names_and_sentences() -> None:
    profile = analyse("", TEXT).profile
    assert "bandung^" in profile
    assert "warga^" not in profile  # it begins a sentence
    assert profile.count(" .") >= 2
    assert len(analyse("", "kata " * 5_000).profile.split()) <= MOST_WORDS + 3


@pytest.mark.parametrize("text", ["", "😀", "x" * 100_000, "kata " * 20_000, "A. " * 30_000])
def test_any_text_is_analysed_in_linear_time(text: str) -> None:
    start = process_time()
    assert analyse("", text).profile
    assert process_time() - start < 2
