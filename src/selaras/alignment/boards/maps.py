"""The country by how well its provinces agree: tiles, or outlines where there are any."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse

from selaras.alignment.boards.board import Row
from selaras.alignment.boards.counting import Counts
from selaras.alignment.boards.filters import BoardFilters
from selaras.institutions.boundaries.maps import drawn_map
from selaras.institutions.tiles import PROVINCES, province_tile
from selaras.look.shape_map import ShapeMap
from selaras.look.tile_map import LegendEntry, TileMap

FEWEST = 3  # of fewer provinces a map says nothing
ALL, MOST, MANY, FEW = 1, 2, 3, 4
MOSTLY, OFTEN = 95, 80
STAGES = {
    ALL: ("✓", "semuanya selaras"),
    MOST: ("+", f"{MOSTLY}% atau lebih selaras"),
    MANY: ("…", f"{OFTEN}% atau lebih selaras"),
    FEW: ("!", f"kurang dari {OFTEN}% selaras"),
}


def stage_of(share: int) -> int:
    if share == 100:  # noqa: PLR2004 percent
        return ALL
    if share >= MOSTLY:
        return MOST
    return MANY if share >= OFTEN else FEW


def map_of(provinces: Sequence[Row], filters: BoardFilters) -> TileMap | ShapeMap | None:
    """None where too few provinces state anything. At most two queries."""
    places = [row for row in provinces if row.code in PROVINCES and row.counts.total]
    if len(places) < FEWEST:
        return None
    address = reverse("alignment:board")
    found = {stage_of(row.counts.share or 0) for row in places}
    tiles = {
        row.code: province_tile(
            row.code,
            href=f"{address}?{filters.but(province=row.code).address()}#wilayah",
            **_drawn(row.name, row.counts),
        )
        for row in places
    }
    return drawn_map(
        label="Keselarasan menurut provinsi",
        tiles=tiles,
        legend=[
            LegendEntry(mark, label, tone=tone)
            for tone, (mark, label) in STAGES.items()
            if tone in found
        ],
    )


def _drawn(name: str, counts: Counts) -> dict[str, Any]:
    share = counts.share or 0
    stage = stage_of(share)
    to_mend = f"{counts.to_mend} perlu dibenahi" if counts.to_mend else "semuanya selaras"
    return {
        "title": f"{name}: {share}% dari {counts.total} pernyataan selaras, {to_mend}",
        "mark": STAGES[stage][0],
        "value": f"{share}%",
        "meter": share,
        "tone": stage,
    }
