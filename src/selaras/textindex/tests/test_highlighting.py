"""What an excerpt shows."""

import random
import re
import time

import pytest

from selaras.textindex.highlighting import Mark, excerpt

FILLING = "dan seterusnya tentang hal lain "


def marks_of(text: str, *words: str) -> list[tuple[int, int]]:
    return [match.span() for word in words for match in re.finditer(re.escape(word), text)]


def marked(answer: tuple[str, list[tuple[int, int]]]) -> list[str]:
    return [answer[0][start:end] for start, end in answer[1]]


def test_a_short_text_is_shown_whole() -> None:
    assert excerpt("kota bandung", [(5, 12), (0, 4)]) == ("kota bandung", [(0, 4), (5, 12)])
    assert excerpt("", []) == ("", [])


def test_without_marks_it_is_the_beginning_to_the_end_of_a_word() -> None:
    text = "Warga kota Bandung dapat mengurus paspor"
    assert excerpt(text, [], letters=23) == ("Warga kota Bandung …", [])


def test_most_different_words_win_over_the_same_one_often() -> None:
    text = "paspor " * 20 + FILLING * 20 + "syarat paspor bandung " + FILLING * 20
    answer = excerpt(text, marks_of(text, "paspor", "syarat", "bandung"), letters=80)
    assert marked(answer) == ["syarat", "paspor", "bandung"]
    assert (answer[0][:2], answer[0][-2:]) == ("… ", " …")


def test_the_same_words_more_often_win_and_otherwise_the_first_place() -> None:
    text = "paspor " + FILLING * 20 + "paspor paspor " + FILLING * 20 + "paspor paspor"
    assert excerpt(text, marks_of(text, "paspor"), letters=60)[0].count("paspor paspor") == 1
    twice = "syarat satu " + FILLING * 20 + "syarat dua"
    assert excerpt(twice, marks_of(twice, "syarat"), letters=40)[0].startswith("syarat satu")


def test_heavier_words_and_words_of_one_term_decide() -> None:
    text = "jadwal layanan " + FILLING * 20 + "bandung " + FILLING * 20 + "bansos bantuan sosial"
    spans = marks_of(text, "jadwal", "layanan", "bandung")
    heavy = [Mark(*span, weight=3.0 if span == spans[2] else 1.0) for span in spans]
    assert marked(excerpt(text, heavy, letters=60)) == ["bandung"]
    alike = [Mark(*span, term="bansos") for span in marks_of(text, "bansos", "bantuan sosial")]
    assert marked(excerpt(text, [*spans[:2], *alike], letters=60)) == ["jadwal", "layanan"]


def test_it_begins_with_a_sentence_that_begins_shortly_before() -> None:
    text = FILLING * 20 + "selesai. Syarat membuat paspor baru adalah KTP. " + FILLING * 20
    answer = excerpt(text, marks_of(text, "paspor"), letters=100)
    assert answer[0].startswith("… Syarat membuat paspor baru adalah KTP. ")
    assert marked(answer) == ["paspor"]


def test_at_the_end_of_a_text_the_room_is_used_for_what_stands_before() -> None:
    text = FILLING * 20 + "di kota bandung"
    answer = excerpt(text, marks_of(text, "bandung"), letters=100)
    assert 90 < len(answer[0]) <= 102
    assert answer[0].endswith("di kota bandung")


@pytest.mark.parametrize("marks", [[], [(0, 5_000)], [(4_000, 9_999)], [(9_990, 99_999), (-5, 0)]])
def test_a_text_without_blanks_is_cut_within_its_word(marks: list[tuple[int, int]]) -> None:
    shown, inside = excerpt("x" * 10_000, marks, letters=50)
    assert len(shown.strip(" …")) <= 50
    assert all(0 <= start < end <= len(shown) for start, end in inside)
    assert bool(inside) == bool(marks)


def test_whatever_the_text_marks_stay_on_their_letters() -> None:
    chance = random.Random(8)  # noqa: S311
    for _ in range(400):
        text = "".join(chance.choices("ab😀ع .\n", k=chance.randint(0, 300)))
        spans = [(chance.randint(-5, 300), chance.randint(-5, 300)) for _ in range(9)]
        letters = chance.randint(1, 120)
        shown, inside = excerpt(text, spans, letters=letters)
        core = shown.removeprefix("… ").removesuffix(" …")
        assert len(core) <= letters
        assert core in text
        ends = [0, *(place for span in inside for place in span)]
        assert ends == sorted(ends)
        assert ends[-1] <= len(shown)
        assert bool(inside) == any(max(a, 0) < min(b, len(text)) for a, b in spans)


def test_a_book_takes_time_by_its_length() -> None:
    text = "syarat paspor " * 20_000
    marks = marks_of(text, "syarat", "paspor")
    begun = time.perf_counter()
    assert marked(excerpt(text, marks))[:2] == ["syarat", "paspor"]
    assert time.perf_counter() - begun < 5
