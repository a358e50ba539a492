"""The outlines of a message's regions, where an operator loaded them."""

from selaras.institutions.boundaries.geometry import geometry_of
from selaras.institutions.boundaries.queries import boundaries_of
from selaras.institutions.queries import NATIONAL
from selaras.portal.alerts.messages import Message

# The outlines of the whole country are megabytes in every message; codes name the rest.
MOST_REGIONS = 50


def outlines_of(message: Message) -> dict[str, list[str]]:
    """By code, polygons as CAP writes them: closed, `latitude,longitude`; one query at most.

    CAP knows no holes: a lake or an enclosed region is a part of what surrounds it.
    """
    regions = {region.pk for passage in message.passages for region in passage.regions}
    codes = regions - {NATIONAL}
    if len(codes) > MOST_REGIONS:
        return {}
    return {code: _polygons(found.path) for code, found in boundaries_of(codes).items()}


def _polygons(path: str) -> list[str]:
    geometry = geometry_of(path)
    whole = geometry["coordinates"]
    several = whole if geometry["type"] == "MultiPolygon" else [whole]
    return [" ".join(f"{y},{x}" for x, y in outer) for outer, *_ in several]
