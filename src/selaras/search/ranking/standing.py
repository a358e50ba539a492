"""What a text's source, place and age add to its score, or take from it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from selaras.search.entries import Kind

FADING = frozenset({Kind.NEWS.value, Kind.ANNOUNCEMENT.value})  # what stands is as good as new
_DAY = 86_400.0


@dataclass(frozen=True, slots=True)
class Place:
    """Regions by how near they are to the question: the own ones and those above. What lies in
    the same province is near."""

    own: frozenset[str]
    above: frozenset[str]

    def signal(self, region: str) -> str:
        """The name of the signal that a text of this region gets; empty for the others."""
        if region in self.own:
            return "region_own"
        if region in self.above:
            return "region_above"
        province = region.partition(".")[0]
        near = province in self.own or province in self.above
        return "region_near" if near and province != region else ""


def standing(
    stored: Mapping[str, Any],
    *,
    place: Place,
    weights: Mapping[str, float],
    clicks: float,
    now: datetime,
    owned: Collection[str],
) -> dict[str, float]:
    """`owned` are the topics that the question is about; whoever owns one counts as its owner,
    and where it is about none, whoever owns what she writes about."""
    parts: dict[str, float] = {}
    if near := place.signal(stored["region"]):
        parts[near] = weights[near]
    if stored["owner"] and (not owned or set(owned) & set(stored["topics"])):
        parts["owner"] = weights["owner"]
    if stored["superseded"]:
        parts["superseded"] = -weights["superseded"]
    if stored["kind"] in FADING and stored["dated"]:
        age = (now - datetime.fromisoformat(stored["dated"])).total_seconds()
        parts["fresh"] = weights["fresh"] * 0.5 ** (max(0.0, age / _DAY) / weights["news_days"])
    if clicks:
        parts["clicks"] = weights["clicks"] * clicks
    return parts
