"""Outlines as they are kept, turned back into GeoJSON geometries (RFC 7946)."""

import re
from typing import Any

from selaras.institutions.boundaries.grid import NORTH, PER_DEGREE, WEST, Point, Ring

DECIMALS = 3
NUMBER = re.compile(r"-?[0-9]+")
Polygon = list[Ring]


def geometry_of(path: str) -> dict[str, Any]:
    """A Polygon or MultiPolygon in degrees; outer rings run against the clock, holes with it."""
    found = [
        [_closed(ring, outer=place == 0) for place, ring in enumerate(polygon)]
        for polygon in polygons_of(path)
    ]
    if len(found) == 1:
        return {"type": "Polygon", "coordinates": found[0]}
    return {"type": "MultiPolygon", "coordinates": found}


def polygons_of(path: str) -> list[Polygon]:
    """Each outer ring with its holes, which follow it in the path."""
    polygons: list[Polygon] = []
    for ring in rings_of(path):
        if polygons and _is_hole(ring, polygons[-1]):
            polygons[-1].append(ring)
        else:
            polygons.append([ring])
    return polygons


def rings_of(path: str) -> list[Ring]:
    """What `grid.path_of` was given."""
    return [_ring([int(one) for one in NUMBER.findall(part)]) for part in path.split("M")[1:]]


def _ring(numbers: list[int]) -> Ring:
    """The first point, then steps."""
    x, y = numbers[:2]
    points = [(x, y)]
    for step_x, step_y in zip(numbers[2::2], numbers[3::2], strict=True):
        x, y = x + step_x, y + step_y
        points.append((x, y))
    return points


def _is_hole(ring: Ring, polygon: Polygon) -> bool:
    """In the outer ring, and in no hole of it: an island in a lake is land again."""
    outer, *holes = polygon
    point = ring[0]
    return _inside(point, outer) and not any(_inside(point, hole) for hole in holes)


def _inside(point: Point, ring: Ring) -> bool:
    """Whether a ray from the point to the east crosses the ring an odd number of times."""
    x, y = point
    found = False
    before_x, before_y = ring[-1]
    for next_x, next_y in ring:
        if (next_y > y) != (before_y > y):
            crossing = (before_x - next_x) * (y - next_y) / (before_y - next_y) + next_x
            found ^= x < crossing
        before_x, before_y = next_x, next_y
    return found


def _closed(ring: Ring, *, outer: bool) -> list[list[float]]:
    degrees = [
        [round(x / PER_DEGREE + WEST, DECIMALS), round(NORTH - y / PER_DEGREE, DECIMALS)]
        for x, y in ring
    ]
    # On the grid y grows to the south: what runs with the clock there has a positive area.
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    clockwise = sum(x * other_y - other_x * y for (x, y), (other_x, other_y) in pairs) > 0
    if clockwise == outer:
        degrees.reverse()
    return [*degrees, degrees[0]]
