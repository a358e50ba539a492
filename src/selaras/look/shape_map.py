"""A map of real outlines, each a link.

Drawn by `look/shape_map.html` with the sheets `look/css/tiles.css` and `look/css/shapes.css`.
Titles, marks, colours and the legend mean what they mean on the map of tiles; where that map
stands behind it, it is shown instead where there is little room.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from selaras.look.tile_map import LegendEntry, TileMap


class MapPlace(Protocol):
    """What is shown of a place, as in `MapTile`."""

    @property
    def title(self) -> str: ...
    @property
    def href(self) -> str: ...
    @property
    def mark(self) -> str: ...
    @property
    def series(self) -> int | None: ...
    @property
    def tone(self) -> int | None: ...


@dataclass(frozen=True, slots=True)
class MapShape:
    """The outline of one place. `x` and `y` are where its mark stands.

    `reach` is the radius of a circle around that point that belongs to the link, too, where
    the outline is too small to be touched; 0 where it is not.
    """

    place: MapPlace
    path: str
    x: int
    y: int
    reach: int = 0


@dataclass(frozen=True, slots=True)
class ShapeMap:
    """Outlines in the units of `view_box`; `size` is that of a mark. `source` is whose outlines
    they are, `tiles` the same places on a grid of tiles."""

    label: str
    shapes: Sequence[MapShape]
    view_box: str
    size: int
    source: str
    legend: Sequence[LegendEntry] = ()
    tiles: TileMap | None = None
