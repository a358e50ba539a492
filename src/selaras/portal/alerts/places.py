"""Where an announcement says what: the regions that it sets and names, with tone and period."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from selaras.announcements.models import Announcement, Audience, Recall, Replacement
from selaras.facts.formats import value_words
from selaras.facts.kinds import Option
from selaras.facts.models import FactVersion
from selaras.facts.queries.values import values_of
from selaras.institutions.models import Region
from selaras.portal.alerts.rules import tone_of_the_named

Line = tuple[str, str]  # the label of a fact type, and a value in words


@dataclass(slots=True)
class Place:
    """One region in one announcement; `end` is None where no end was stated."""

    region: Region
    start: datetime
    end: datetime | None
    tone: int | None = None
    lines: list[Line] = field(default_factory=list)

    def add(self, version: FactVersion, value: Any) -> None:
        words = value_words(version.fact_type, value, version.region)
        self.lines.append((version.fact_type.label, words))
        if isinstance(value, Option) and value.tone is not None:
            self.tone = max(self.tone or 0, value.tone)
        self.start = min(self.start, version.valid_from)
        if self.end is not None:
            self.end = None if version.valid_to is None else max(self.end, version.valid_to)


Places = dict[UUID, list[Place]]


def own_places(announcement: Announcement) -> list[Place]:
    """What it said when it became public; a fixed number of queries."""
    rows = announcement.facts.select_related("version__fact_type", "version__region")
    versions = [row.version for row in rows.order_by("version__region", "version__fact_type__key")]
    named = announcement.audience.select_related("region").order_by("region")
    found = _gathered([announcement], [(announcement.pk, one) for one in versions], named)
    return found[announcement.pk]


def standing_places(said: Sequence[Announcement], at: datetime) -> Places:
    """What was still to be read then of each of these; a fixed number of queries."""
    versions = (
        FactVersion.objects.filter(
            Q(recorded_to=None) | Q(recorded_to__gt=at),
            Q(valid_to=None) | Q(valid_to__gt=at),
            statement__in=[one.pk for one in said],
            recorded_from__lte=at,
        )
        .select_related("fact_type", "region")
        .order_by("region", "fact_type__key", "valid_from")
    )
    lasting = [one.pk for one in said if one.valid_to is None or one.valid_to > at]
    named = (
        Audience.objects.filter(~Exists(_replaced(at)), announcement__in=lasting)
        .select_related("region")
        .order_by("region")
    )
    stated = [(one.statement, one) for one in versions if one.statement is not None]
    return _gathered(said, stated, named)


def _replaced(at: datetime) -> QuerySet[Replacement]:
    given_back = Recall.objects.filter(state=Recall.State.CONFIRMED, restores=True)
    undone = Q(
        later__recalled_at__isnull=False,
        later__recalled_at__lte=at,
        later__in=given_back.values("announcement"),
    )
    return Replacement.objects.filter(
        ~undone,
        earlier=OuterRef("announcement"),
        region=OuterRef("region"),
        later__published_at__lte=at,
        later__called_off_at=None,
        later__drill=OuterRef("announcement__drill"),
    )


def _gathered(
    said: Sequence[Announcement],
    versions: Iterable[tuple[UUID, FactVersion]],
    named: Iterable[Audience],
) -> Places:
    stated = list(versions)
    values = values_of((version.fact_type.kind, version) for _, version in stated)
    found: dict[UUID, dict[str, Place]] = defaultdict(dict)
    for key, version in stated:
        there = found[key]
        if version.region_id not in there:
            there[version.region_id] = Place(version.region, version.valid_from, version.valid_to)
        there[version.region_id].add(version, values[version.pk])
    whole = {one.pk: one for one in said}
    tones = {key: tone_of_the_named(_tones(found[key].values())) for key in whole}
    for row in named:
        one = whole[row.announcement_id]
        place = Place(row.region, one.valid_from, one.valid_to, tones[one.pk])
        found[one.pk].setdefault(row.region_id, place)
    return {key: sorted(found[key].values(), key=lambda place: place.region.pk) for key in whole}


def _tones(places: Iterable[Place]) -> list[int]:
    return [place.tone for place in places if place.tone is not None]
