"""Which region a feature means, by a code or by a name."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from selaras.institutions.boundaries.errors import NothingMatched
from selaras.institutions.boundaries.geojson import Feature
from selaras.institutions.boundaries.grid import Ring
from selaras.language.gazetteer import AmbiguousPlace, Gazetteer, Place, PlaceError

NATIONAL_LEVEL = "national"
PROPERTIES_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A feature that means no region, or not one alone."""

    number: int
    value: str
    problem: str


@dataclass(frozen=True, slots=True)
class Matching:
    """The rings of each region, by its place, and what is left. One region may have several
    features: islands are often kept apart."""

    rings: dict[Place, list[Ring]] = field(default_factory=lambda: defaultdict(list))
    unmatched: list[Unmatched] = field(default_factory=list)


def match(features: Iterable[Feature], gazetteer: Gazetteer, property_name: str) -> Matching:
    """Match by the value of one property. Raises `NothingMatched`.

    A name that both a province and a city have means what most other features are.
    """
    every = list(features)
    _require_property(every, property_name)
    places: dict[int, Place] = {}
    problems: dict[int, PlaceError] = {}
    for feature in every:
        try:
            places[feature.number] = gazetteer.resolve(_text(feature, property_name))
        except PlaceError as error:
            problems[feature.number] = error
    level = _usual_level(places.values())
    found = Matching()
    for feature in every:
        place, problem = places.get(feature.number), problems.get(feature.number)
        if isinstance(problem, AmbiguousPlace):
            place = _only([one for one in problem.candidates if _group(one) == level])
        if place is not None and place.level != NATIONAL_LEVEL:
            found.rings[place] += feature.rings
            continue
        words = problem.problem if problem else "Negara seluruhnya bukan wilayah pada peta."
        value = _text(feature, property_name)[:100]
        found.unmatched.append(Unmatched(feature.number, value, words))
    if not found.rings:
        raise NothingMatched(
            "Tidak satu fitur pun cocok dengan wilayah.", found.unmatched[0].problem
        )
    return found


def _require_property(features: list[Feature], name: str) -> None:
    if any(name in feature.properties for feature in features):
        return
    names = sorted({key for feature in features for key in feature.properties})
    shown = ", ".join(names[:PROPERTIES_SHOWN])
    remedy = f"Pilih dengan --property; yang ada: {shown}." if shown else ""
    raise NothingMatched(f'Tidak ada fitur yang mempunyai properti "{name[:60]}".', remedy)


def _text(feature: Feature, name: str) -> str:
    """The property as a person would write it: the number 11.0 is the code 11."""
    value: Any = feature.properties.get(name)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else str(value)


def _group(place: Place) -> str:
    """Regencies and cities stand on the same map."""
    return "below" if place.level in {"regency", "city"} else place.level


def _usual_level(places: Iterable[Place]) -> str:
    counts = Counter(_group(place) for place in places)
    return counts.most_common(1)[0][0] if counts else ""


def _only(places: list[Place]) -> Place | None:
    return places[0] if len(places) == 1 else None
