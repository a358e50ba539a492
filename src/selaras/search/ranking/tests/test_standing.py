"""What source, place and age add to a score."""

from datetime import timedelta
from typing import Any

import pytest

from selaras.search.entries import Kind
from selaras.search.indexing.documents import stored_of
from selaras.search.ranking.standing import Place, standing
from selaras.search.ranking.tests.placing import (
    BANDUNG,
    COUNTRY,
    JABAR,
    NOW,
    SURABAYA,
    areas,
    entry,
)
from selaras.search.signals import DEFAULTS

HERE = Place(frozenset({BANDUNG}), frozenset({JABAR, COUNTRY}))


def parts(
    place: Place = HERE, owned: tuple[str, ...] = (), clicks: float = 0, **fields: Any
) -> dict[str, float]:
    made, placed = entry(1, "Judul", **fields)
    stored = stored_of(made, placed, areas(made.region))
    return standing(
        stored, place=place, weights=DEFAULTS, clicks=clicks, now=NOW, owned=frozenset(owned)
    )


@pytest.mark.parametrize(
    ("region", "signal"),
    [
        (BANDUNG, "region_own"),
        (JABAR, "region_above"),
        (COUNTRY, "region_above"),
        ("32.04", "region_near"),
        (SURABAYA, ""),
        ("35", ""),
        ("3", ""),
    ],
)
def test_the_readers_region_then_what_is_above_it_then_its_neighbours(
    region: str, signal: str
) -> None:
    assert HERE.signal(region) == signal
    assert parts(region=region) == ({signal: DEFAULTS[signal]} if signal else {})
    assert DEFAULTS["region_own"] > DEFAULTS["region_above"] > DEFAULTS["region_near"] > 0


def test_without_a_region_the_centre_is_first_and_nobody_is_a_neighbour() -> None:
    nowhere = Place(frozenset(), frozenset({COUNTRY}))
    assert nowhere.signal(COUNTRY) == "region_above"
    assert nowhere.signal(BANDUNG) == ""


def test_of_a_whole_province_what_lies_in_it_is_near() -> None:
    province = Place(frozenset({JABAR}), frozenset({COUNTRY}))
    assert province.signal(JABAR) == "region_own"
    assert province.signal(BANDUNG) == "region_near"


@pytest.mark.parametrize(
    ("owner", "topics", "asked", "counts"),
    [
        (True, ("siaga",), ("siaga",), True),
        (True, ("siaga", "ppkm"), ("ppkm",), True),
        (True, ("siaga",), ("ppkm",), False),
        (True, ("siaga",), (), True),
        (False, ("siaga",), ("siaga",), False),
    ],
)
def test_the_owner_of_the_topic_that_is_asked_for(
    owner: bool, topics: tuple[str, ...], asked: tuple[str, ...], counts: bool
) -> None:
    found = parts(owner=owner, topics=topics, owned=asked)
    assert found.get("owner", 0) == (DEFAULTS["owner"] if counts else 0)


def test_what_was_superseded_is_lowered() -> None:
    assert parts(superseded=True)["superseded"] == -DEFAULTS["superseded"]


def test_news_is_worth_half_after_its_days() -> None:
    def fresh(days: float, kind: Kind = Kind.NEWS) -> float:
        return parts(kind=kind, dated=NOW - timedelta(days=days)).get("fresh", 0)

    half = DEFAULTS["news_days"]
    assert fresh(0) == pytest.approx(DEFAULTS["fresh"])
    assert fresh(half) == pytest.approx(fresh(0) / 2)
    assert fresh(2 * half) == pytest.approx(fresh(0) / 4)
    assert fresh(-5) == fresh(0)  # dated for tomorrow: not better than today
    assert fresh(0, Kind.INFORMATION) == fresh(half, Kind.DOCUMENT) == 0
    assert "fresh" not in parts(kind=Kind.NEWS, dated=None)


def test_what_is_opened_often_is_raised_a_little() -> None:
    assert parts(clicks=0.5)["clicks"] == DEFAULTS["clicks"] / 2
    assert "clicks" not in parts(clicks=0.0)
