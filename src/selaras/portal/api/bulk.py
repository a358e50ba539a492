"""One fact in many regions: JSON, CSV for spreadsheets, GeoJSON for maps."""

import csv
import io
import json
import re
from collections.abc import Sequence
from typing import Any

from selaras.facts.results import Outcome
from selaras.institutions.boundaries.geometry import geometry_of
from selaras.institutions.boundaries.queries import boundaries_of
from selaras.institutions.models import Region
from selaras.ledger.exporting import harmless
from selaras.portal.api.values import Announced, as_row

COLUMNS = (
    "region", "name", "level", "state", "value", "words", "valid_from", "valid_to", "stated_at",
    "inherited_from", "source", "source_url",
)  # fmt: skip
# A number is no formula, though it may begin as one.
NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")


def as_csv(outcomes: Sequence[Outcome], known: Announced) -> str:
    """RFC 4180, but lines end as everywhere here; values that have parts are JSON."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(COLUMNS)
    for outcome in outcomes:
        row = as_row(outcome, known)
        writer.writerow([_cell(row[name]) for name in COLUMNS])
    return target.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if NUMBER.fullmatch(text) else harmless(text)


def collection(rows: Sequence[tuple[Region, dict[str, Any]]], **members: Any) -> dict[str, Any]:
    """A GeoJSON FeatureCollection (RFC 7946) of regions with their properties; one query.

    Where an operator loaded boundaries a region is its outline, simplified for maps, or else a
    point in its middle. `boundaries` says whose they are.
    """
    outlines = boundaries_of([region.pk for region, _ in rows])
    return {
        "type": "FeatureCollection",
        **members,
        "boundaries": sorted({one.source for one in outlines.values()}),
        "features": [
            {
                "type": "Feature",
                "id": region.pk,
                "geometry": geometry_of(outlines[region.pk].path)
                if region.pk in outlines
                else {"type": "Point", "coordinates": [region.longitude, region.latitude]},
                "properties": properties,
            }
            for region, properties in rows
        ],
    }
