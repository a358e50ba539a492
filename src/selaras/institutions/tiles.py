"""Where each province stands on the tile map: our own grid, which resembles the archipelago.

Sumatra runs down at the left, Java and Nusa Tenggara along the bottom, Kalimantan and Sulawesi
stand above them, and Maluku and the six provinces of Papua at the right. A gap is sea.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from selaras.look.tile_map import MapTile


@dataclass(frozen=True, slots=True)
class Cell:
    """Column and row, counted from 0; `short` has at most five letters, `label` what people say."""

    column: int
    row: int
    short: str
    label: str


PROVINCES: Mapping[str, Cell] = {
    "11": Cell(0, 0, "Aceh", "Aceh"),
    "12": Cell(0, 1, "Sumut", "Sumut"),
    "13": Cell(0, 2, "Smbar", "Sumbar"),
    "14": Cell(1, 1, "Riau", "Riau"),
    "15": Cell(1, 2, "Jambi", "Jambi"),
    "16": Cell(1, 3, "Smsel", "Sumsel"),
    "17": Cell(0, 3, "Bklu", "Bengkulu"),
    "18": Cell(1, 4, "Lmpg", "Lampung"),
    "19": Cell(2, 3, "Babel", "Babel"),
    "21": Cell(2, 0, "Kepri", "Kepri"),
    "31": Cell(3, 5, "DKI", "DKI"),
    "32": Cell(3, 6, "Jabar", "Jabar"),
    "33": Cell(4, 5, "Jtng", "Jateng"),
    "34": Cell(4, 6, "DIY", "DIY"),
    "35": Cell(5, 6, "Jatim", "Jatim"),
    "36": Cell(2, 5, "Bntn", "Banten"),
    "51": Cell(6, 6, "Bali", "Bali"),
    "52": Cell(7, 6, "NTB", "NTB"),
    "53": Cell(8, 6, "NTT", "NTT"),
    "61": Cell(3, 1, "Klbar", "Kalbar"),
    "62": Cell(3, 2, "Kltng", "Kalteng"),
    "63": Cell(4, 2, "Klsel", "Kalsel"),
    "64": Cell(4, 1, "Kltim", "Kaltim"),
    "65": Cell(4, 0, "Kltra", "Kaltara"),
    "71": Cell(7, 1, "Sulut", "Sulut"),
    "72": Cell(6, 2, "Sltng", "Sulteng"),
    "73": Cell(5, 4, "Slsel", "Sulsel"),
    "74": Cell(6, 3, "Sltra", "Sultra"),
    "75": Cell(6, 1, "Gtlo", "Gorontalo"),
    "76": Cell(5, 3, "Slbar", "Sulbar"),
    "81": Cell(8, 4, "Mlku", "Maluku"),
    "82": Cell(8, 0, "Malut", "Malut"),
    "91": Cell(10, 2, "Papua", "Papua"),
    "92": Cell(9, 2, "PB", "PapBar"),
    "93": Cell(10, 4, "PS", "PapSel"),
    "94": Cell(9, 3, "PT", "PapTeng"),
    "95": Cell(10, 3, "PP", "PapPeg"),
    "96": Cell(8, 2, "PBD", "PBD"),
}


def province_tile(code: str, *, title: str, href: str, **drawn: Any) -> MapTile:
    """The tile of a province; `drawn` is what else a `MapTile` shows. Raises KeyError."""
    cell = PROVINCES[code]
    return MapTile(cell.column, cell.row, cell.short, cell.label, title=title, href=href, **drawn)
