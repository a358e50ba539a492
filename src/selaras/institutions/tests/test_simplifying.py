import math

from hypothesis import given
from hypothesis import strategies as st

from selaras.institutions.boundaries.grid import box_around, path_of
from selaras.institutions.boundaries.simplify import simplified

SQUARE = [(0, 0), (100, 0), (100, 100), (0, 100), (0, 0)]
CIRCLE = [
    (round(1000 * math.cos(turn / 180 * math.pi)), round(1000 * math.sin(turn / 180 * math.pi)))
    for turn in range(361)
]


def test_points_on_a_straight_line_are_left_out() -> None:
    long = [(0, 0), (50, 0), (100, 0), (100, 50), (100, 100), (0, 100), (0, 0)]
    assert simplified([long], 1) == [SQUARE[:4]]


def test_what_is_left_out_lies_nearer_than_the_tolerance() -> None:
    (found,) = simplified([CIRCLE], 20)
    assert len(found) < 40
    for x, y in CIRCLE:
        assert min(_distance((x, y), pair) for pair in _sides(found)) <= 20


def test_a_small_island_is_left_out_but_a_region_never_vanishes() -> None:
    island = [(500, 500), (503, 500), (503, 503), (500, 503), (500, 500)]
    assert simplified([SQUARE, island], 10) == [SQUARE[:4]]
    (left,) = simplified([island], 400)
    assert len(left) >= 3


def test_a_ring_without_an_area_is_not_drawn() -> None:
    assert simplified([[(0, 0), (9, 9), (0, 0), (9, 9)], [(5, 5)] * 4], 1) == []


@given(
    st.lists(st.tuples(st.integers(0, 500), st.integers(0, 500)), min_size=4, max_size=60),
    st.integers(0, 300),
)
def test_any_ring_keeps_its_points_and_at_least_a_triangle(
    ring: list[tuple[int, int]], tolerance: int
) -> None:
    for found in simplified([ring], tolerance):
        assert len(found) >= 3
        assert set(found) <= set(ring)


def test_a_path_closes_every_ring_and_counts_from_the_point_before() -> None:
    assert path_of([SQUARE[:4], [(5, 6), (9, 6), (9, 2)]]) == "M0 0l100 0 0 100-100 0zM5 6l4 0 0-4z"


def test_a_box_is_a_view_box() -> None:
    assert box_around([(3, 4), (10, 2)]).view_box == "3 2 7 2"


def _sides(ring: list[tuple[int, int]]) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    return list(zip(ring, [*ring[1:], ring[0]], strict=True))


def _distance(point: tuple[int, int], side: tuple[tuple[int, int], tuple[int, int]]) -> float:
    (x, y), (end_x, end_y) = side
    along = (end_x - x, end_y - y)
    length = along[0] ** 2 + along[1] ** 2
    part = ((point[0] - x) * along[0] + (point[1] - y) * along[1]) / length
    part = min(1.0, max(0.0, part))
    return math.hypot(point[0] - x - part * along[0], point[1] - y - part * along[1])
