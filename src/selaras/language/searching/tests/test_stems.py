"""Stems, by a table of words that citizens and offices use."""

from pathlib import Path

import pytest

from selaras.language.searching.stems import roots, stem

LEAST_RIGHT = 0.97
_lines = (Path(__file__).parent / "stems.txt").read_text(encoding="utf-8").splitlines()
_FAILURES = _lines.index("# known failures")


def table(lines: list[str]) -> list[list[str]]:
    return [line.split() for line in lines if not line.startswith("#")]


RIGHT, WRONG = table(_lines[:_FAILURES]), table(_lines[_FAILURES:])


def test_the_words_of_the_table_have_their_stems() -> None:
    assert [(word, root, stem(word)) for word, root in RIGHT if stem(word) != root] == []


def test_what_is_known_to_fail_still_does_and_is_little() -> None:
    assert [word for word, root in WRONG if stem(word) == root] == []
    assert len(RIGHT) / (len(RIGHT) + len(WRONG)) >= LEAST_RIGHT
    assert len({word for word, _ in RIGHT}) == len(RIGHT) >= 120


@pytest.mark.parametrize(
    "word", ["bandung", "pontianak", "kediri", "menado", "beacukai", "covid", "android", "ke", "12"]
)
def test_names_and_words_from_elsewhere_are_left_alone(word: str) -> None:
    assert stem(word) == word


def test_of_an_unknown_word_only_particles_are_taken_off() -> None:
    assert stem("googlenya") == stem("googlelah") == "google"
    assert stem("menggoogle") == "menggoogle"


def test_a_stem_is_its_own_stem() -> None:
    assert [one for one in roots() if len(one) > 2 and stem(one) != one] == []


@pytest.mark.parametrize("word", ["me" * 5_000, "pe" * 30, "an" * 5_000, "kanannya" * 500, "\x00"])
def test_nonsense_has_a_stem_at_once(word: str) -> None:
    assert stem(word)


def test_the_list_of_roots_is_tidy() -> None:
    listed = Path(__file__).parent.parent.joinpath("roots.txt").read_text(encoding="utf-8")
    words = [word for line in listed.splitlines() if line[:1] != "#" for word in line.split()]
    assert len(words) == len(set(words))
    assert all(word.isalpha() and word.islower() for word in words)
