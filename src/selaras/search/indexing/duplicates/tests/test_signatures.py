"""When two texts are one."""

from dataclasses import replace
from random import Random
from time import process_time

import pytest

from selaras.search.indexing.duplicates.signatures import Signature, signature_of

RANDOM = Random(8)  # noqa: S311
WORDS = [f"kata{chr(97 + one % 26)}{chr(97 + one // 26)}" for one in range(600)]


def words(count: int = 200) -> list[str]:
    return RANDOM.choices(WORDS, k=count)


def signed(said: list[str], *, title: str = "Rilis", origin: str = "page:1") -> Signature:
    return signature_of(
        title, said, origin=origin, place="32.73", place_name="bandung", least=3
    )  # fmt: skip


def test_a_copy_with_a_dateline_and_a_local_voice_is_the_same_text() -> None:
    for _ in range(50):
        release = words()
        copy = ["bandung", "diskominfo", *release[:150], *words(6), *release[150:]]
        one, other = signed(release), signed(copy, origin="page:2")
        assert one.is_like(other)
        assert set(one.bands) & set(other.bands)


def test_a_form_with_another_figure_is_another_text() -> None:
    form = words()
    assert not signed([*form, "12"]).is_like(signed([*form, "13"], origin="page:2"))


def test_another_text_of_the_same_words_is_not_alike() -> None:
    for _ in range(50):
        said = words()
        assert not signed(said).is_like(signed(RANDOM.sample(said, len(said)), origin="page:2"))


@pytest.mark.parametrize(
    ("title", "mentions", "about"),
    [("Rilis", 0, ""), ("Rilis", 2, ""), ("Rilis", 3, "32.73"), ("Siaga Bandung", 0, "32.73")],
)
def test_a_text_is_about_its_place_where_it_says_so(title: str, mentions: int, about: str) -> None:
    said = words()
    for number in range(mentions):
        said.insert(number * 20, "bandung")
    assert signed(said, title=title).place == about


def test_texts_about_different_places_never_meet() -> None:
    one = signed(words(), title="Siaga Bandung")
    other = replace(one, place="32.04")
    assert not one.is_like(other)
    assert not set(one.bands) & set(other.bands)


def test_a_text_that_was_taken_and_half_rewritten_still_belongs_to_its_origin() -> None:
    release = words()
    taken = signed([*release[:160], *words(40)], origin="announcement:1")
    assert signed(release, origin="announcement:1").is_like(taken)


def test_fifteen_hundred_texts_are_signed_in_a_second() -> None:
    texts = [words(250) for _ in range(300)]
    begun = process_time()
    for said in texts:
        assert len(signed(said).bands) == 17
    assert process_time() - begun < 300 / 1500
