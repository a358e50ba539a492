"""Words of a text, the hashes that are kept of them, and what two texts share."""

import random
import time

import pytest

from selaras.alignment.copies.matching import matches
from selaras.alignment.copies.shingles import EMBED, SURE, Words, winnow

pytestmark = pytest.mark.no_database

TOLD = (
    "Warga di bantaran sungai agar mengungsi sebelum pukul 18.00 ke balai desa terdekat dan membawa"
    " surat penting, obat pribadi, serta air minum untuk 3 hari. Petugas menjemput warga lanjut"
    " usia dan penyandang disabilitas dengan perahu karet dari titik kumpul di depan masjid raya."
)


def hashes(text: str) -> set[int]:
    return {value for _, value in Words(text).prints}


@pytest.mark.parametrize(
    "written",
    [
        TOLD.upper(),
        TOLD.replace(" ", "  \n").replace(",", " –"),
        TOLD.replace("untuk", "utk").replace("sebelum", "sblm"),
        TOLD.replace("18.00", "19.30").replace("3 hari", "14 hari"),
        TOLD.replace("18.00", EMBED),
    ],
    ids=["case", "blanks and punctuation", "informal", "numbers", "embed"],
)
def test_the_form_of_writing_hides_no_copy(written: str) -> None:
    assert hashes(written) == hashes(TOLD)


def test_numbers_and_embeds_are_told_apart_where_exactness_counts() -> None:
    assert Words("status level 3 saja").grams == ["status level 3 saja"]
    assert Words(f"status level {EMBED} saja").grams == [f"status level {EMBED} saja"]


def test_any_run_of_fourteen_shared_words_is_found_and_few_hashes_are_kept() -> None:
    chance = random.Random(7)  # noqa: S311 no secret
    words = [f"kata{chr(97 + at % 26)}{chr(97 + at // 26 % 26)}x" for at in range(676)]
    for _ in range(60):
        shared = chance.sample(words, SURE)
        first, second = (
            [*chance.sample(words, 30), *shared, *chance.sample(words, 30)] for _ in range(2)
        )
        assert hashes(" ".join(first)) & hashes(" ".join(second))
    kept = winnow([chance.getrandbits(63) for _ in range(10_000)])
    assert 0.17 < len(kept) / 10_000 < 0.23


def test_words_stand_where_they_were_written() -> None:
    text = "“𝐋𝐞𝐯𝐞𝐥” ﬁnal"
    assert [text[word.start : word.end] for word in Words(text).all] == ["𝐋𝐞𝐯𝐞𝐥", "ﬁnal"]


def test_scattered_hashes_are_no_copy_and_a_local_edit_does_not_break_one() -> None:
    index = {value: {"told"} for value in hashes(TOLD)}
    part = f"Kata pembuka dinas kami. {TOLD} Kata penutup dinas kami."
    (whole,) = matches(Words(part), index)
    edited = part.replace("balai desa terdekat", "gedung serbaguna kecamatan")
    (match,) = matches(Words(edited), index)
    assert len(match.runs) == 1
    assert 0 < match.hashes < whole.hashes
    some = Words(part).prints
    spread = {value: {"spread"} for _, value in some[:: len(some) - 1]}
    assert matches(Words(part), spread) == []


@pytest.mark.parametrize(
    "unit",
    ["a", "a ", "1 ", "\ufffc", "1.", "anak2 "],
)
def test_a_hostile_text_is_cut_in_linear_time(unit: str) -> None:
    text = (unit * 300_000)[:300_000]
    begun = time.process_time()
    words = Words(text)
    matches(words, {value: {1, 2} for _, value in words.prints[:1]})
    assert time.process_time() - begun < 10
