"""Outlines come back as GeoJSON as RFC 7946 wants it."""

from itertools import pairwise

from selaras.institutions.boundaries.geometry import geometry_of, rings_of
from selaras.institutions.boundaries.grid import NORTH, PER_DEGREE, WEST, Ring, path_of


def square(west: int, north: int, side: int) -> Ring:
    """From the north-western corner with the clock, as it is seen on a map."""
    east, south = west + side, north + side
    return [(west, north), (east, north), (east, south), (west, south)]


def area(ring: list[list[float]]) -> float:
    """Positive against the clock, where y grows to the north."""
    steps = pairwise(ring)
    return sum(x * other_y - other_x * y for (x, y), (other_x, other_y) in steps) / 2


def test_a_path_is_read_back_as_it_was_written() -> None:
    rings = [square(10, 20, 100), [(0, 0), (-5, 7), (12, -3)]]
    assert rings_of(path_of(rings)) == rings


def test_one_area_is_a_closed_polygon_in_degrees_against_the_clock() -> None:
    for ring in (square(500, 1000, 250), square(500, 1000, 250)[::-1]):
        found = geometry_of(path_of([ring]))
        assert found["type"] == "Polygon"
        (outer,) = found["coordinates"]
        assert outer[0] == outer[-1]
        assert len(outer) == 5
        assert area(outer) == 0.25
        west, north = 500 / PER_DEGREE + WEST, NORTH - 1000 / PER_DEGREE
        assert [west, north] in outer


def test_a_lake_is_a_hole_and_an_island_in_it_is_land_again() -> None:
    land, lake, isle, beside = (
        square(0, 0, 1000), square(100, 100, 800), square(200, 200, 100), square(2000, 0, 50),
    )  # fmt: skip
    found = geometry_of(path_of([land, lake, isle, beside]))
    assert found["type"] == "MultiPolygon"
    assert [len(polygon) for polygon in found["coordinates"]] == [2, 1, 1]
    outer, hole = found["coordinates"][0]
    assert area(outer) > 0 > area(hole)
