"""The country by how far its institutions have come: tiles, or outlines where there are any."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from selaras.announcements.instructing.board import Board, Counts, counts_of
from selaras.announcements.instructing.filters import Filters
from selaras.institutions.boundaries.maps import drawn_map
from selaras.institutions.tiles import PROVINCES, province_tile
from selaras.look.shape_map import ShapeMap
from selaras.look.tile_map import LegendEntry, TileMap

FEWEST = 3  # of fewer provinces a map says nothing
HALF = 2
DONE, AHEAD, BEHIND, LATE = 1, 2, 3, 4
STAGES = {
    DONE: ("✓", "semua selesai"),
    AHEAD: ("½", "separuh atau lebih selesai"),
    BEHIND: ("…", "kurang dari separuh selesai"),
    LATE: ("!", "ada yang terlambat"),
}


def stage_of(counts: Counts) -> int:
    if counts.overdue:
        return LATE
    if counts.done == counts.total:
        return DONE
    return AHEAD if HALF * counts.done >= counts.total else BEHIND


def map_of(board: Board, names: Mapping[str, str], filters: Filters) -> TileMap | ShapeMap | None:
    """None where too few provinces are addressed. At most two queries.

    The tiles count what is done, or what the chosen state filters.
    """
    places = {code: rows for code, rows in board.provinces().items() if code in PROVINCES}
    if len(places) < FEWEST:
        return None
    counted = {code: counts_of(rows) for code, rows in places.items()}
    found = {stage_of(counts) for counts in counted.values()}
    only = Filters(filters.state)
    tiles = {}
    for code, counts in counted.items():
        count = sum(only.holds(row) for row in places[code]) if only.state else counts.done
        drawn = _drawn(names[code], counts, count, only)
        address = f"{reverse('instructions:board', args=[board.instruction.pk])}?"
        href = f"{address}{Filters(only.state, code).address()}#penerima"
        tiles[code] = province_tile(code, href=href, **drawn)
    return drawn_map(
        label="Kemajuan menurut provinsi",
        tiles=tiles,
        legend=[
            LegendEntry(mark, label, tone=tone)
            for tone, (mark, label) in STAGES.items()
            if tone in found
        ],
    )


def _drawn(name: str, counts: Counts, count: int, only: Filters) -> dict[str, Any]:
    stage = stage_of(counts)
    mark, label = STAGES[stage]
    said = f"{counts.done} dari {counts.total} selesai, {counts.acknowledged} mengakui; {label}"
    if only.state:
        said = f"{only.words().lower()} {count} dari {counts.total}; {said}"
    return {
        "title": f"{name}: {said}",
        "mark": mark,
        "value": f"{count}/{counts.total}",
        "meter": counts.share(count),
        "tone": stage,
    }
