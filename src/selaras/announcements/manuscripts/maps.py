"""What changes, on a map of the provinces."""

from collections import Counter
from collections.abc import Mapping, Sequence

from selaras.announcements.presentation import Group
from selaras.institutions.boundaries.maps import drawn_map
from selaras.institutions.models import Region
from selaras.institutions.tiles import PROVINCES, province_tile
from selaras.look.shape_map import ShapeMap
from selaras.look.tile_map import LegendEntry, MapTile, TileMap

# Up, down and the rest are told apart by mark and by colour.
MARKS = {
    "up": ("▲", 5, "naik"),
    "down": ("▼", 4, "turun"),
    "new": ("+", 6, "baru"),
    "changed": ("≠", 2, "berubah"),
    "same": ("=", 8, "tetap"),
}
ABSENT = "–"


def map_of(groups: Sequence[Group]) -> TileMap | ShapeMap | None:
    """All provinces, each leading to its rows; None where only the country as a whole is set."""
    by_code: dict[str, list[Group]] = {}
    for group in groups:
        if group.code in PROVINCES:
            by_code.setdefault(group.code, []).append(group)
    if not by_code:
        return None
    names = dict(Region.objects.filter(pk__in=PROVINCES).values_list("pk", "name"))
    tiles = {code: _tile(code, names, by_code.get(code, [])) for code in PROVINCES if code in names}
    found = {kind for group in groups for kind in _counts([group])}
    legend = [
        LegendEntry(mark, label, series=series)
        for kind, (mark, series, label) in MARKS.items()
        if kind in found
    ]
    if len(by_code) < len(tiles):
        legend.append(LegendEntry(ABSENT, "tidak disebut"))
    return drawn_map(label="Yang berubah menurut provinsi", tiles=tiles, legend=legend)


def _tile(code: str, names: Mapping[str, str], groups: Sequence[Group]) -> MapTile:
    if not groups:
        title = f"{names[code]}: tidak disebut"
        return province_tile(code, title=title, href="#tabel", mark=ABSENT)
    counts = _counts(groups)
    total, moved = counts.total(), counts.total() - counts["same"]
    # What happens most there, and that nothing happens only where nothing does.
    kind = max(counts, key=lambda one: (one != "same", counts[one]))
    mark, series, _ = MARKS[kind]
    words = ", ".join(f"{count} {MARKS[one][2]}" for one, count in counts.items())
    return province_tile(
        code,
        title=f"{names[code]}: {words}",
        href=f"#{groups[0].anchor}",
        mark=mark,
        value=f"{moved}/{total}",
        meter=100 * moved / total,
        series=series,
    )


def _counts(groups: Sequence[Group]) -> Counter[str]:
    return Counter(row.change.movement for group in groups for row in group.rows)
