"""A map of equal tiles on a grid: every place as large as any other, and each a link.

Drawn by `look/tile_map.html` with the sheet `look/css/tiles.css`. Lengths are units of the
drawing, which grows with its container.
"""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 60
HEIGHT = 72
GAP = 3
INSET = 5


@dataclass(frozen=True, slots=True)
class MapTile:
    """One place at a column and row, counted from 0, linking to `href`.

    `title` says everything in words: it is the link's name and its tooltip. `short` (at most
    five letters) stands on small screens, `label` on larger ones. Below it `mark`, two or three
    characters, and on larger screens `value`. `meter`, 0 to 100, is drawn as a bar. `series`
    (1 to 8) picks a colour for what the mark names, `tone` (1 to 4) a severity.
    """

    column: int
    row: int
    short: str
    label: str
    title: str
    href: str
    mark: str = ""
    value: str = ""
    meter: float | None = None
    series: int | None = None
    tone: int | None = None

    @property
    def x(self) -> int:
        return self.column * WIDTH

    @property
    def y(self) -> int:
        return self.row * HEIGHT

    @property
    def meter_width(self) -> str:
        full = WIDTH - GAP - 2 * INSET
        return f"{full * min(100.0, max(0.0, self.meter or 0.0)) / 100:.1f}"


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """What a mark and its colour stand for."""

    mark: str
    label: str
    series: int | None = None
    tone: int | None = None


@dataclass(frozen=True, slots=True)
class TileMap:
    """Tiles in the order in which a keyboard reaches them. `label` names the whole map."""

    label: str
    tiles: Sequence[MapTile]
    legend: Sequence[LegendEntry] = ()

    @property
    def view_box(self) -> str:
        columns = 1 + max((tile.column for tile in self.tiles), default=0)
        rows = 1 + max((tile.row for tile in self.tiles), default=0)
        return f"0 0 {columns * WIDTH - GAP} {rows * HEIGHT - GAP}"
