"""The language of wordings: what can be written, what is refused and with which words."""

import time

import pytest

from selaras.alignment.engine.patterns import (
    MOST_SEQUENCES,
    MOST_WORDS,
    PatternError,
    fits,
    parse_pattern,
)
from selaras.language.reading.words import Reading

pytestmark = pytest.mark.no_database


def matched(pattern: str, text: str) -> list[str]:
    """What the pattern matches in the text, longest sequence first at each word."""
    reading = Reading(text)
    tokens, found = reading.tokens, []
    for at in range(len(tokens)):
        for sequence in parse_pattern(pattern).sequences:
            if match := fits(sequence, tokens, reading.text, at, len(tokens)):
                found.append(text[tokens[match.first].start : tokens[match.last - 1].end])
                break
    return found


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("level {nilai}", "PPKM Level tiga", ["Level tiga"]),
        ("level {nilai}", "lvl 3, levelnya 2", ["lvl 3", "levelnya 2"]),
        ("level {nilai}", "tiga level", []),
        ("(zona|status) {nilai}", "zona merah dan status siaga", ["zona merah", "status siaga"]),
        ("upah minimum [provinsi]", "upah minimum provinsi", ["upah minimum provinsi"]),
        ("upah minimum [provinsi]", "Upah minimum naik", ["Upah minimum"]),
        ("dosis (1|pertama)", "dosis satu, dosis I, dosis kesatu",
         ["dosis satu", "dosis I", "dosis kesatu"]),
        ("dosis 1", "dosis dua", []),
        ("iuran ... kelas 3", "iuran peserta di kelas tiga", ["iuran peserta di kelas tiga"]),
        ("iuran … kelas 3", "iuran kelas III", ["iuran kelas III"]),
        ("iuran ... kelas 3", "iuran untuk semua peserta di kelas 3", []),
        ("iuran ... kelas 3", "iuran naik. Peserta kelas 3", []),
        ("harga jual", "harga, jual", []),
        ("(rumah sakit|RS) umum", "rumah sakit umum", ["rumah sakit umum"]),
        ("karantina", "dikarantina, mengarantina, karantinanya", ["dikarantina", "karantinanya"]),
        ("mal", "mal, dimal", ["mal"]),
    ],
)  # fmt: skip
def test_a_pattern_matches_its_words_in_their_forms_and_order(
    pattern: str, text: str, expected: list[str]
) -> None:
    assert matched(pattern, text) == expected


@pytest.mark.parametrize(
    ("pattern", "problem", "remedy"),
    [
        ("", "memuat 0 kata", "Tulis 1 sampai 10 kata."),
        (" ".join("abcdefghijk"), "memuat 11 kata", "Tulis 1 sampai 10 kata."),
        ("x" * 201, "terlalu panjang", "Paling banyak 200 huruf."),
        (r"level \d", r'"\d" adalah tanda ekspresi reguler', "Tulis kata biasa"),
        ("level .*", '".*" adalah tanda ekspresi reguler', "Tulis kata biasa"),
        ("^level$", '"^" adalah tanda ekspresi reguler', "Tulis kata biasa"),
        ("(level", '"(level" tidak dapat dibaca', "Pakai kata biasa"),
        ("level {angka}", "tidak dapat dibaca", "Pakai kata biasa"),
        ("satu|dua", "tidak dapat dibaca", "Pakai kata biasa"),
        ("((a|b)|c)", "tidak dapat dibaca", "Pakai kata biasa"),
        ("(zona|)", '"(zona|)" memuat pilihan kosong', "Isi setiap pilihan dengan kata."),
        ("()", "memuat pilihan kosong", "Isi setiap pilihan"),
        ("... kelas", "tidak diapit dua kata", "Mulai dan akhiri dengan kata"),
        ("kelas ...", "tidak diapit dua kata", "Mulai dan akhiri dengan kata"),
        ("[provinsi]", "kosong", "Mulai dan akhiri dengan kata"),
        ("(a|b|c|d|e) (a|b|c|d|e) (a|b|c|d|e)", "terlalu banyak gabungan", "Bagi menjadi"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_write_instead(
    pattern: str, problem: str, remedy: str
) -> None:
    with pytest.raises(PatternError) as refusal:
        parse_pattern(pattern)
    assert problem in refusal.value.problem
    assert remedy in refusal.value.remedy
    assert refusal.value.text == pattern
    assert str(refusal.value) == f"{refusal.value.problem} {refusal.value.remedy}"


def test_a_pattern_becomes_at_most_as_many_sequences_as_allowed_longest_first() -> None:
    pattern = parse_pattern("(a|b|c) (a|b) (a|b) (a|b) (a|b) [a]")
    lengths = [len(sequence) for sequence in pattern.sequences]
    assert len(lengths) == MOST_SEQUENCES
    assert lengths == sorted(lengths, reverse=True)


def test_a_pattern_knows_whether_it_says_a_value_in_every_case() -> None:
    assert parse_pattern("level [PPKM] {nilai}").has_value
    assert not parse_pattern("level").has_value


def test_matching_costs_what_the_text_costs_whatever_the_pattern() -> None:
    pattern = parse_pattern(" ".join(["a ..."] * (MOST_WORDS // 2 - 1)) + " a z")

    def cost(words: int) -> float:
        reading = Reading("a " * words)
        tokens, start = reading.tokens, time.process_time()
        for at in range(len(tokens)):
            fits(pattern.sequences[0], tokens, reading.text, at, len(tokens))
        return time.process_time() - start

    assert any(cost(20_000) <= 6 * cost(5_000) + 0.05 for _ in range(3))
