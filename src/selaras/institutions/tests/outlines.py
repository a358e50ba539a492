"""GeoJSON files of invented outlines."""

import json
from collections.abc import Iterable
from math import cos, sin, tau
from pathlib import Path
from random import Random
from typing import Any

from selaras.institutions.models import Region

HALF = 0.2


def square(longitude: float, latitude: float, half: float = HALF) -> list[list[float]]:
    """A closed ring around a point."""
    west, east = longitude - half, longitude + half
    north, south = latitude + half, latitude - half
    return [[west, north], [east, north], [east, south], [west, south], [west, north]]


def jagged(longitude: float, latitude: float, chance: Random) -> list[list[float]]:
    """A closed coast of 300 points around a point."""
    points = []
    for turn in range(300):
        angle, reach = turn / 300 * tau, chance.uniform(0.2, 0.4)
        points.append([longitude + reach * cos(angle), latitude + reach * sin(angle)])
    return [*points, points[0]]


def feature(properties: dict[str, Any], *rings: list[list[float]]) -> dict[str, Any]:
    """Each ring is a polygon of its own."""
    coordinates = [[ring] for ring in rings]
    geometry = {"type": "MultiPolygon", "coordinates": coordinates}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def around(regions: Iterable[Region], key: str = "kode") -> list[dict[str, Any]]:
    """A square around the centre of each region, under its code or its name."""
    return [
        feature(
            {key: region.pk if key == "kode" else region.name},
            square(region.longitude, region.latitude),
        )
        for region in regions
    ]


def written(path: Path, features: list[Any]) -> Path:
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
    return path
