"""How closely texts fit questions."""

import pytest

from selaras.search.ranking.analysis import analyse
from selaras.search.ranking.features import Features, features_of
from selaras.search.ranking.scoring import closeness, scored
from selaras.search.ranking.seeking import rarity, sought_by
from selaras.search.ranking.tests.placing import read_as
from selaras.search.signals import DEFAULTS

TEXTS = 1_000
# In how many of them each stem stands; others stand in ten.
COMMON = {"bandung": 200, "bantu": 300, "tidak": 900, "duduk": 50, "kartu": 60, "tanda": 80}


def compared(question: str, text: str, title: str = "") -> Features:
    found = analyse(title, text)
    sought = sought_by(read_as(question), lambda stem: COMMON.get(stem, 10), TEXTS)
    return features_of(found.profile, found.title_letters, sought)


@pytest.mark.parametrize(
    ("question", "text", "coverage"),
    [
        ("bantuan banjir", "Bantuan bagi korban banjir.", 1.0),
        ("membantu kebanjiran", "Bantuan bagi korban banjir.", 1.0),
        ("bantuan banjir", "Longsor dan gempa.", 0.0),
        ("bantuan banjir", "Banjir surut.", 0.8),
        ("bantuan banjir", "Bantuan cair.", 0.2),
        ("banjir", "Banjiran", 1.0),
        ("banj", "Banjir.", 0.0),
        ("ktp hilang", "Kartu tanda penduduk yang hilang.", 1.0),
        ("kartu tanda penduduk hilang", "KTP yang hilang.", 1.0),
        ("kartu tanda penduduk hilang", "Kartu yang hilang.", 0.5),
        ("banjir", "", 0.0),
        ("yang", "Yang ini.", 1.0),
    ],
)
def test_coverage_is_the_share_of_the_question_by_how_rare_its_words_are(
    question: str, text: str, coverage: float
) -> None:
    assert compared(question, text).coverage == pytest.approx(coverage, abs=0.08)


def test_a_repeated_word_counts_once() -> None:
    assert compared("banjir banjir kebanjiran gempa", "Banjir.").coverage == pytest.approx(0.5)


def test_words_as_they_are_written_are_told_from_their_stems() -> None:
    assert compared("bantuan", "Bantuan cair.").exact == 1.0
    assert compared("bantuan", "Kami membantu.").exact == 0.0
    assert compared("bantuan", "Kami membantu.").coverage == 1.0
    assert compared("Bandung", "Di Bandung.").exact == 1.0


def test_the_title_counts_by_itself() -> None:
    found = compared("bantuan banjir", "Longsor.", title="Banjir di Bandung")
    assert 0.5 < found.title < 1
    assert found.coverage == pytest.approx(found.title)


def test_the_first_words_are_early() -> None:
    assert compared("banjir", "Banjir " + "kata " * 300).early > 0.95
    assert 0.4 < compared("banjir", f"{'kata ' * 100}banjir {'kata ' * 100}").early < 0.6
    assert compared("banjir", "kata " * 300).early == 0.0


@pytest.mark.parametrize(
    ("question", "near", "far"),
    [
        (
            "berapa bantuan banjir",
            "Bantuan banjir sebesar 500 ribu.",
            f"Bantuan banjir. {'Kami semua bekerja keras. ' * 20}Ada 500.",
        ),
        (
            "kapan bantuan cair",
            "Bantuan cair pada Maret.",
            f"Bantuan cair. {'Kami semua bekerja keras. ' * 20}Maret.",
        ),
        (
            "siapa wali kota bandung",
            "Kini wali kota Bandung adalah Rekaan.",
            f"Kini wali kota Bandung bekerja. {'Kami semua bekerja keras. ' * 20}Oleh Rekaan.",
        ),
    ],
)
def test_an_answer_near_the_words_counts_more(question: str, near: str, far: str) -> None:
    assert compared(question, near).answer > compared(question, far).answer + 0.3


def test_what_was_asked_is_no_answer() -> None:
    assert compared("berapa umr bandung 2026", "Umr Bandung 2026 naik.").answer == 0.0
    assert compared("siapa wali kota Bandung", "Dulu wali kota Bandung bekerja.").answer == 0.0
    assert compared("umr bandung", "Umr Bandung 4 juta.").answer == 0.0  # nothing is asked


def test_a_part_of_every_signal_adds_up_to_the_score() -> None:
    found = analyse("Bantuan banjir", "Bantuan banjir di Bandung cair 5 Maret.")
    sought = sought_by(read_as("kapan bantuan banjir cair"), lambda stem: 10, TEXTS)
    parts = closeness(7.0, found.profile, found.title_letters, sought, DEFAULTS)
    whole = scored(parts)
    assert whole.score == pytest.approx(sum(whole.parts.values()))
    assert {"engine", "coverage", "in_title", "answer", "early"} <= whole.parts.keys()
    assert set(whole.parts) <= set(DEFAULTS)
    assert scored({"engine": 0.0}).parts == {}


def test_rare_words_weigh_more_and_none_less_than_nothing() -> None:
    assert rarity(0, 10) > rarity(1, 10) > rarity(9, 10) > rarity(10, 10) > 0
    assert rarity(0, 0) > 0


def test_an_abbreviation_is_said_by_the_rarest_word_of_what_it_stands_for() -> None:
    assert compared("ktp", "Tanda tangan.").coverage == 0.0
    assert compared("ktp", "Penduduk bertambah.").coverage == 1.0


@pytest.mark.parametrize(
    "text", ["^ ~ . ^", "a ^ b~c", "...", "😀", "\x00", "~banjir^", "1" * 9_999]
)
def test_marks_in_a_text_confuse_nothing(text: str) -> None:
    found = compared("berapa banjir ^ ~", text)
    assert all(0 <= value <= 1 for value in found)
