"""Maps of provinces and of regencies: each place a link, coloured by an official state."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import TypedDict

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.facts.kinds import Option
from selaras.facts.models import FactType, Kind
from selaras.facts.queries import fact_types
from selaras.facts.queries.resolution import resolve_all
from selaras.facts.results import Question
from selaras.institutions.boundaries.maps import drawn_map, shape_map
from selaras.institutions.boundaries.queries import all_outlined
from selaras.institutions.models import Region
from selaras.institutions.tiles import PROVINCES, province_tile
from selaras.look.shape_map import ShapeMap
from selaras.look.tile_map import LegendEntry, TileMap


@dataclass(frozen=True, slots=True)
class Situation:
    """A choice with severities, and which one holds in each region, by code."""

    fact_type: FactType
    states: dict[str, Option]

    def legend(self) -> list[LegendEntry]:
        """Those that hold somewhere, the mildest first."""
        found = {state.value: state for state in self.states.values()}
        ordered = sorted(found.values(), key=lambda state: state.rank)
        return [LegendEntry(str(one.rank), one.label, tone=one.tone) for one in ordered]


@dataclass(frozen=True, slots=True)
class SituationMap:
    """`situation` is None where no state is known; then the map is only a directory."""

    drawing: TileMap | ShapeMap
    situation: Situation | None


class Drawn(TypedDict):
    """What a map shows of a place."""

    title: str
    href: str
    mark: str
    tone: int | None


@dataclass(frozen=True, slots=True)
class Regency:
    """A `MapPlace` without a tile."""

    title: str
    href: str
    mark: str
    tone: int | None
    series: int | None = None


def province_map(provinces: Collection[Region]) -> SituationMap:
    """The country: outlines where an operator brought them, or else tiles; constant queries."""
    drawn = [region for region in provinces if region.pk in PROVINCES]
    holds = situation([region.pk for region in drawn])
    tiles = {region.pk: province_tile(region.pk, **_drawn(region, holds)) for region in drawn}
    legend = holds.legend() if holds else []
    return SituationMap(drawn_map(label=_("Peta provinsi"), tiles=tiles, legend=legend), holds)


def regency_map(province: Region, regions: Collection[Region]) -> SituationMap | None:
    """What lies in a province, or None where an outline is missing; constant queries."""
    codes = [region.pk for region in regions]
    if not all_outlined(codes):
        return None
    holds = situation(codes)
    drawing = shape_map(
        label=_("Peta %(place)s") % {"place": province.full_name},
        places={region.pk: Regency(**_drawn(region, holds)) for region in regions},
        legend=holds.legend() if holds else [],
    )
    return SituationMap(drawing, holds) if drawing else None


def situation(codes: Collection[str]) -> Situation | None:
    """The state that is known for the most of these regions; None where none is."""
    kinds = fact_types().filter(kind=Kind.CHOICE, retired_at__isnull=True)
    graded = [one for one in kinds if any(choice.tone for choice in one.choices.all())]
    now = timezone.now()
    questions = [Question(fact_type, code, now) for fact_type in graded for code in codes]
    states: dict[FactType, dict[str, Option]] = {fact_type: {} for fact_type in graded}
    for asked, resolved in resolve_all(questions).items():
        states[asked.fact_type][asked.code] = resolved.value
    fact_type = max(graded, key=lambda one: len(states[one]), default=None)
    if fact_type is None or not states[fact_type]:
        return None
    return Situation(fact_type, states[fact_type])


def _drawn(region: Region, known: Situation | None) -> Drawn:
    state = known.states.get(region.pk) if known else None
    return {
        "title": f"{region.name}: {state.label}" if state else region.name,
        "href": reverse("portal:region", args=[region.pk]),
        "mark": str(state.rank) if state else "",
        "tone": state.tone if state else None,
    }
