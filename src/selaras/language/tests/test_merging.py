from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from selaras.language.merging import Change, Place, merge, share_of_words
from selaras.language.wording import Part, word_changes

# Few words, so that items are often alike, repeated, or the same on both sides.
ITEMS = st.lists(st.sampled_from("abcd"), min_size=1, max_size=3).map(" ".join)
TEXTS = st.lists(ITEMS, max_size=8)


def merged(base: Sequence[str], theirs: Sequence[str], ours: Sequence[str]) -> list[Place[str]]:
    return merge(base, theirs, ours, key=lambda item: item, alike=share_of_words)


def result(places: list[Place[str]]) -> list[str]:
    """What can be decided without anybody: a conflict is an error here."""
    taken = {
        Change.UNCHANGED: "ours", Change.OURS: "ours", Change.SAME: "ours", Change.THEIRS: "theirs",
    }  # fmt: skip
    return [item for place in places for item in getattr(place, taken[place.change])]


def joined(places: list[Place[str]], side: str) -> list[str]:
    return [item for place in places for item in getattr(place, side)]


@given(TEXTS, TEXTS)
def test_where_only_one_side_changed_the_result_is_that_side(
    base: list[str], new: list[str]
) -> None:
    assert result(merged(base, new, base)) == new
    assert result(merged(base, base, new)) == new


@given(TEXTS, TEXTS)
def test_where_both_made_the_same_of_it_nobody_is_asked(base: list[str], new: list[str]) -> None:
    assert result(merged(base, new, new)) == new


@given(TEXTS, TEXTS, TEXTS)
def test_every_item_of_every_side_stands_in_a_place_in_its_order(
    base: list[str], theirs: list[str], ours: list[str]
) -> None:
    places = merged(base, theirs, ours)
    assert joined(places, "base") == base
    assert joined(places, "theirs") == theirs
    assert joined(places, "ours") == ours


@given(TEXTS, TEXTS, TEXTS)
def test_swapping_the_sides_swaps_the_answer(
    base: list[str], theirs: list[str], ours: list[str]
) -> None:
    other = {Change.THEIRS: Change.OURS, Change.OURS: Change.THEIRS}
    swapped = [
        Place(other.get(place.change, place.change), place.base, place.ours, place.theirs)
        for place in merged(base, ours, theirs)
    ]
    assert swapped == merged(base, theirs, ours)


def test_a_change_and_an_addition_beside_it_do_not_collide() -> None:
    places = merged(["satu dua tiga"], ["satu dua empat"], ["satu dua tiga", "lokal"])
    assert result(places) == ["satu dua empat", "lokal"]


def test_only_the_same_item_changed_differently_is_a_conflict() -> None:
    base = ["judul", "jam buka pukul delapan", "penutup"]
    theirs = ["judul", "jam buka pukul sembilan", "penutup"]
    ours = ["judul", "jam buka pukul delapan pagi", "penutup", "lokal"]
    changes = [place.change for place in merged(base, theirs, ours)]
    assert changes == ["unchanged", "conflict", "unchanged", "ours"]


def test_what_one_side_removed_and_the_other_changed_is_a_conflict() -> None:
    (place,) = merged(["satu dua tiga"], [], ["satu dua empat"])
    assert (place.change, place.theirs, place.ours) == ("conflict", (), ("satu dua empat",))


def test_what_both_added_at_one_point_stays_apart_from_what_both_added_alike() -> None:
    first, second = merged([], ["sama", "pusat"], ["sama", "lokal"])
    assert (first.change, first.ours) == ("same", ("sama",))
    assert (second.change, second.theirs, second.ours) == ("conflict", ("pusat",), ("lokal",))


@given(st.text("ab \n", max_size=40), st.text("ab \n", max_size=40))
def test_the_runs_of_a_change_hold_both_texts(before: str, after: str) -> None:
    runs = word_changes(before, after)
    assert "".join(run.text for run in runs if run.part != Part.ADDED) == before
    assert "".join(run.text for run in runs if run.part != Part.REMOVED) == after


def test_what_was_added_at_the_end_is_told_alone() -> None:
    runs = word_changes("Siaga musim hujan", "Siaga musim hujan di Bandung")
    kept, added = (run for run in runs if run.text.strip())
    assert (kept.text, added.text.strip()) == ("Siaga musim hujan", "di Bandung")


def test_a_changed_word_alone_is_told() -> None:
    runs = word_changes("Siaga sampai Senin pagi", "Siaga sampai Selasa pagi")
    assert [(run.part, run.text.strip()) for run in runs] == [
        ("kept", "Siaga sampai"), ("removed", "Senin"), ("added", "Selasa"), ("kept", "pagi"),
    ]  # fmt: skip
