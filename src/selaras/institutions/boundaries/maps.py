"""Places drawn as real outlines, where an operator brought them."""

from collections.abc import Mapping, Sequence

from selaras.institutions.boundaries.grid import Box, on_grid, path_of, united
from selaras.institutions.boundaries.queries import boundaries_of
from selaras.institutions.models import Region, RegionBoundary
from selaras.look.shape_map import MapPlace, MapShape, ShapeMap
from selaras.look.tile_map import LegendEntry, MapTile, TileMap

# All in parts of the map's width. What is narrower than the first gets a circle of the second to
# touch. A place that is no region is a box of the third, in the corner that is sea.
SMALL = 0.016
REACH = 0.0105
APART = 0.06
MARGIN = 0.003
MARK = 0.0115


def drawn_map(
    *, label: str, tiles: Mapping[str, MapTile], legend: Sequence[LegendEntry] = ()
) -> ShapeMap | TileMap:
    """The outlines of these regions, by code, if all of them are known, or else the tiles.

    Templates tell the two kinds of map apart by `map.shapes`. At most two queries.
    """
    tile_map = TileMap(label, list(tiles.values()), legend)
    return shape_map(label=label, places=tiles, legend=legend, tiles=tile_map) or tile_map


def shape_map(
    *,
    label: str,
    places: Mapping[str, MapPlace],
    legend: Sequence[LegendEntry] = (),
    tiles: TileMap | None = None,
) -> ShapeMap | None:
    """The outlines of these regions, by code; None where one is missing. At most two queries.

    A code that is no region, such as what was counted overseas, is drawn as a box.
    """
    known = boundaries_of(places.keys())
    missing = places.keys() - known.keys()
    if not known or (missing and Region.objects.filter(pk__in=missing).exists()):
        return None
    whole = united(_box(boundary) for boundary in known.values())
    whole = whole.grown(round(MARGIN * whole.width))
    shapes = [
        _shape(place, known[code], whole) if code in known else _apart(place, whole)
        for code, place in places.items()
    ]
    # What is small is drawn last, above what surrounds it.
    shapes.sort(key=lambda shape: shape.reach)
    sources = dict.fromkeys(boundary.source for boundary in known.values())
    size = round(MARK * whole.width)
    return ShapeMap(label, shapes, whole.view_box, size, ", ".join(sources), legend, tiles)


def _shape(place: MapPlace, boundary: RegionBoundary, whole: Box) -> MapShape:
    x, y = on_grid(boundary.region.longitude, boundary.region.latitude)
    small = _box(boundary).breadth < SMALL * whole.width
    return MapShape(place, boundary.path, x, y, round(REACH * whole.width) if small else 0)


def _apart(place: MapPlace, whole: Box) -> MapShape:
    side = round(APART * whole.width)
    west, north, east, south = whole.west, whole.south - side, whole.west + side, whole.south
    path = path_of([[(west, north), (east, north), (east, south), (west, south)]])
    return MapShape(place, path, west + side // 2, south - side // 2)


def _box(boundary: RegionBoundary) -> Box:
    return Box(boundary.west, boundary.north, boundary.east, boundary.south)
