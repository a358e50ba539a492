"""A board of the whole country as a map: who leads in each province, and by which share."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from selaras.institutions.boundaries.maps import drawn_map
from selaras.institutions.queries import NATIONAL
from selaras.institutions.tiles import PROVINCES, Cell
from selaras.look.shape_map import ShapeMap
from selaras.look.tile_map import LegendEntry, MapTile, TileMap
from selaras.tallies.board import Board, Line
from selaras.tallies.codes import OVERSEAS

# Apart from the islands, in the corner that is sea.
OVERSEAS_CELL = Cell(0, 6, "LN", "Luar neg.")


def anchor(code: str) -> str:
    """The id of a place's detail on the page."""
    return f"w{code.replace('.', '-')}"


def province_map(board: Board) -> ShapeMap | TileMap | None:
    """The map, or None where the count is not about provinces."""
    if board.tally.region_id != NATIONAL:
        return None
    lines = {line.row.code: line for line in board.lines}
    if not lines.keys() & PROVINCES.keys():
        return None
    tiles = {code: _tile(lines[code]) for code in [*PROVINCES, OVERSEAS] if code in lines}
    return drawn_map(
        label=_("Peta provinsi: pilihan dengan suara terbanyak"),
        tiles=tiles,
        legend=[
            LegendEntry(figure.option.key, figure.option.short, series=figure.series)
            for figure in board.whole.figures
        ],
    )


def summary(line: Line) -> str:
    """`Jawa Barat: terbanyak 02 Prabowo–Gibran, 58,5 %`"""
    leader = line.leader
    if leader is None:
        return _("%(place)s: tidak ada yang terbanyak") % {"place": line.row.name}
    return _("%(place)s: terbanyak %(key)s %(option)s, %(share)s") % {
        "place": line.row.name,
        "key": leader.option.key,
        "option": leader.option.short,
        "share": leader.share_words,
    }


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What a tile shows of the leading option."""

    mark: str
    value: str = ""
    meter: float | None = None
    series: int | None = None


def _drawn(line: Line) -> _Drawn:
    leader = line.leader
    if leader is None:
        return _Drawn("–")
    return _Drawn(leader.option.key, leader.share_words, float(leader.share), leader.series)


def _tile(line: Line) -> MapTile:
    code = line.row.code
    cell = PROVINCES.get(code, OVERSEAS_CELL)
    drawn = _drawn(line)
    return MapTile(
        cell.column,
        cell.row,
        cell.short,
        cell.label,
        title=summary(line),
        href=f"#{anchor(code)}",
        mark=drawn.mark,
        value=drawn.value,
        meter=drawn.meter,
        series=drawn.series,
    )
