"""Fewer points for the same outline (Douglas and Peucker 1973), on whole numbers."""

from collections.abc import Iterable

from selaras.institutions.boundaries.grid import Point, Ring


def simplified(rings: Iterable[Ring], tolerance: int) -> list[list[Point]]:
    """The rings without points that lie nearer than `tolerance` to what is left.

    Rings that enclose less than a square of the tolerance are left out, except the largest one:
    no region vanishes. Rings without an area are never drawn.
    """
    drawn = [ring for ring in map(_open, rings) if _area(ring)]
    largest = max(drawn, key=_area, default=None)
    return [
        _triangle_at_least(ring, tolerance)
        for ring in drawn
        if ring is largest or _area(ring) >= tolerance * tolerance
    ]


def _triangle_at_least(ring: list[Point], tolerance: int) -> list[Point]:
    kept = _thinned(ring, tolerance)
    return kept if _area(kept) else _triangle_at_least(ring, tolerance // 2)


def _open(ring: Ring) -> list[Point]:
    """Without repeated points and without the closing one."""
    points = [point for place, point in enumerate(ring) if place == 0 or point != ring[place - 1]]
    if len(points) > 1 and points[0] == points[-1]:
        points.pop()
    return points


def _area(ring: Ring) -> float:
    """By the shoelace formula."""
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(sum(x * other_y - other_x * y for (x, y), (other_x, other_y) in pairs)) / 2


def _thinned(ring: list[Point], tolerance: int) -> list[Point]:
    """A ring has no ends: it is cut at its first point and at the one farthest from it."""
    start = ring[0]
    far = max(range(len(ring)), key=lambda place: _square(start, ring[place]))
    closed = [*ring, start]
    keep = {0, far} | _kept(closed, 0, far, tolerance) | _kept(closed, far, len(ring), tolerance)
    return [ring[place] for place in sorted(keep)]


def _kept(line: list[Point], first: int, last: int, tolerance: int) -> set[int]:
    """The places between two ends that the line cannot do without."""
    found: set[int] = set()
    pending = [(first, last)]
    while pending:
        begin, end = pending.pop()
        distance, place = _farthest(line, begin, end)
        if distance > tolerance * tolerance:
            found.add(place)
            pending += [(begin, place), (place, end)]
    return found


def _farthest(line: list[Point], begin: int, end: int) -> tuple[float, int]:
    """The squared distance and place of the point farthest from the straight line."""
    (x, y), (end_x, end_y) = line[begin], line[end]
    along_x, along_y = end_x - x, end_y - y
    length = along_x * along_x + along_y * along_y
    best, place = 0.0, begin
    for number in range(begin + 1, end):
        off_x, off_y = line[number][0] - x, line[number][1] - y
        part = (off_x * along_x + off_y * along_y) / length if length else 0.0
        part = min(1.0, max(0.0, part))
        distance = (off_x - part * along_x) ** 2 + (off_y - part * along_y) ** 2
        if distance > best:
            best, place = distance, number
    return best, place


def _square(one: Point, other: Point) -> int:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2
