"""The grid that outlines are kept on: whole numbers, 500 to a degree, y growing to the south.

Equirectangular: near the equator a degree of longitude is as long as one of latitude, within
two per cent over the whole country.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

WEST, EAST = 94.5, 141.5
NORTH, SOUTH = 6.5, -11.5
PER_DEGREE = 500

Point = tuple[int, int]
Ring = Sequence[Point]


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the grid."""

    west: int
    north: int
    east: int
    south: int

    @property
    def view_box(self) -> str:
        """For the attribute of an SVG."""
        return f"{self.west} {self.north} {self.width} {self.south - self.north}"

    @property
    def width(self) -> int:
        return self.east - self.west

    @property
    def breadth(self) -> int:
        """The shorter side."""
        return min(self.width, self.south - self.north)

    def grown(self, by: int) -> "Box":
        return Box(self.west - by, self.north - by, self.east + by, self.south + by)


def inside(longitude: float, latitude: float) -> bool:
    """Whether a place lies in the rectangle around Indonesia; NaN lies nowhere."""
    return WEST <= longitude <= EAST and SOUTH <= latitude <= NORTH


def on_grid(longitude: float, latitude: float) -> Point:
    return round((longitude - WEST) * PER_DEGREE), round((NORTH - latitude) * PER_DEGREE)


def box_around(points: Iterable[Point]) -> Box:
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def united(boxes: Iterable[Box]) -> Box:
    return box_around(
        corner for box in boxes for corner in ((box.west, box.north), (box.east, box.south))
    )


def path_of(rings: Iterable[Ring]) -> str:
    """The `d` of an SVG path; every ring closed, each point relative to the one before."""
    return "".join(_ring_path(ring) for ring in rings)


def _ring_path(ring: Ring) -> str:
    (x, y), rest = ring[0], ring[1:]
    steps = []
    for next_x, next_y in rest:
        steps += [next_x - x, next_y - y]
        x, y = next_x, next_y
    numbers = "".join(f"{step}" if step < 0 else f" {step}" for step in steps)
    return f"M{ring[0][0]} {ring[0][1]}l{numbers.lstrip()}z"
