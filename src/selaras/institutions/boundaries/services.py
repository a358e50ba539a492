"""Writes of outlines: simplified until a map of them is small enough to send."""

import gzip
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from selaras.common.errors import Refused
from selaras.institutions.boundaries.geojson import Feature
from selaras.institutions.boundaries.grid import Ring, box_around, path_of
from selaras.institutions.boundaries.matching import Matching, match
from selaras.institutions.boundaries.queries import paths_below
from selaras.institutions.boundaries.simplify import simplified
from selaras.institutions.changing import COUNTRY
from selaras.institutions.models import RegionBoundary
from selaras.institutions.queries import NATIONAL, gazetteer
from selaras.ledger.actors import Actor
from selaras.ledger.services import advance_epoch, record

# Of all outlines on one map, compressed. What is loaded at once is made to fit the first; what
# was loaded in several files may come to the second.
AIM = 16_000
MOST = 28_000
# In units of the grid: a third of a pixel where the map fills a screen.
FINEST_OF_COUNTRY = 8
FINEST_OF_PROVINCE = 2


class MapTooLarge(Refused):
    """Outlines loaded one after another came to more than a page may weigh."""


@dataclass(frozen=True, slots=True)
class Outline:
    """One region as it will be drawn."""

    code: str
    rings: list[list[tuple[int, int]]]

    @property
    def path(self) -> str:
        return path_of(self.rings)


@dataclass(frozen=True, slots=True)
class DrawnMap:
    """The regions of one map, which all lie directly below `parent`."""

    parent: str
    outlines: list[Outline]
    tolerance: int

    @property
    def size(self) -> int:
        return _compressed([outline.path for outline in self.outlines])


@dataclass(frozen=True, slots=True)
class Plan:
    """What loading a file would write."""

    maps: list[DrawnMap]
    matching: Matching


def plan_boundaries(features: list[Feature], *, property_name: str) -> Plan:
    """Match the features with regions and draw them. Writes nothing; raises `NothingMatched`."""
    matching = match(features, gazetteer(), property_name)
    groups: dict[str, dict[str, list[Ring]]] = defaultdict(dict)
    for place, rings in matching.rings.items():
        groups[place.parent_code][place.code] = rings
    return Plan([_draw(parent, groups[parent]) for parent in sorted(groups)], matching)


def load_boundaries(*, plan: Plan, source: str, actor: Actor) -> int:
    """Keep the outlines of a plan; those of other regions stay. Raises `MapTooLarge`."""
    now = timezone.now()
    rows = [_row(outline, source, now) for drawn in plan.maps for outline in drawn.outlines]
    with transaction.atomic():
        RegionBoundary.objects.filter(pk__in=[row.pk for row in rows]).delete()
        RegionBoundary.objects.bulk_create(rows)
        for drawn in plan.maps:
            _require_small(drawn.parent)
        _record("load", actor, regions=len(rows), source=source)
    return len(rows)


def remove_boundaries(*, actor: Actor) -> int:
    """Forget all outlines: maps are drawn as tiles again. Returns how many there were."""
    with transaction.atomic():
        count, _ = RegionBoundary.objects.all().delete()
        _record("remove", actor, regions=count)
    return count


def _draw(parent: str, rings_of: Mapping[str, list[Ring]]) -> DrawnMap:
    """As fine as the size allows."""
    tolerance = FINEST_OF_COUNTRY if parent == NATIONAL else FINEST_OF_PROVINCE
    while True:
        outlines = [Outline(code, simplified(rings, tolerance)) for code, rings in rings_of.items()]
        drawn = DrawnMap(parent, [one for one in outlines if one.rings], tolerance)
        if drawn.size <= AIM:
            return drawn
        tolerance += 1 + tolerance // 4


def _row(outline: Outline, source: str, now: datetime) -> RegionBoundary:
    box = box_around(point for ring in outline.rings for point in ring)
    return RegionBoundary(
        region_id=outline.code,
        path=outline.path,
        west=box.west,
        north=box.north,
        east=box.east,
        south=box.south,
        source=source,
        loaded_at=now,
    )


def _require_small(parent: str) -> None:
    size = _compressed(paths_below(parent))
    if size > MOST:
        raise MapTooLarge(
            f"Garis batas pada satu peta menjadi terlalu besar: {size // 1000} kB.",
            "Muat semua wilayahnya dalam satu berkas.",
        )


def _compressed(paths: list[str]) -> int:
    return len(gzip.compress("".join(paths).encode("ascii")))


def _record(verb: str, actor: Actor, **details: str | int) -> None:
    advance_epoch(COUNTRY)
    record(
        actor=actor,
        action=f"boundaries.{verb}",
        object_kind="boundaries",
        object_id="",
        details=details,
    )
