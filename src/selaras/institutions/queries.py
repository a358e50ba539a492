"""Reads: the region tree at a moment, names, institutions and memberships."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date, datetime
from functools import lru_cache

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet
from django.utils import timezone

from selaras.accounts.models import User
from selaras.institutions.models import (
    ZONE_HOURS,
    Institution,
    InstitutionName,
    Membership,
    Region,
    RegionAlias,
    RegionParentage,
    Topic,
    zone_time,
)
from selaras.language.gazetteer import Gazetteer, Place

NATIONAL = "00"


def valid_on(day: date, prefix: str = "") -> Q:
    """The condition that a period `[valid_from, valid_to)` with nullable ends holds the day."""
    starts = Q(**{f"{prefix}valid_from__isnull": True}) | Q(**{f"{prefix}valid_from__lte": day})
    ends = Q(**{f"{prefix}valid_to__isnull": True}) | Q(**{f"{prefix}valid_to__gt": day})
    return starts & ends


def days_at(moment: datetime) -> dict[str, date]:
    """Which day that moment belongs to, by the zone of a region."""
    return {zone: zone_time(moment, zone).date() for zone in ZONE_HOURS}


def valid_at(moment: datetime, zone: str, prefix: str = "") -> Q:
    """The same for a period whose days begin at midnight where something is.

    `zone` is the way from the row to its region's zone. For most of a day every zone has the
    same date, and no zone is asked for.
    """
    days = days_at(moment)
    if len(set(days.values())) == 1:
        return valid_on(next(iter(days.values())), prefix)
    by_zone = [Q(**{zone: name}) & valid_on(day, prefix) for name, day in days.items()]
    return by_zone[0] | by_zone[1] | by_zone[2]


def held_at(moment: datetime, prefix: str = "") -> Q:
    """The condition that a membership counts at that moment, by its institution's own day."""
    return valid_at(moment, f"{prefix}institution__region__zone", prefix)


class Parentages:
    """The tree above some regions, over time."""

    def __init__(self, rows: Iterable[RegionParentage]) -> None:
        self._rows: dict[str, list[RegionParentage]] = defaultdict(list)
        for row in rows:
            self._rows[row.region_id].append(row)

    def above(self, code: str, at: datetime) -> list[str]:
        """The codes above a region at that moment, nearest first.

        A parentage begins and ends at midnight in the region's own zone.
        """
        chain: list[str] = []
        current = code
        while (parent := self._parent(current, at)) is not None and parent not in chain:
            chain.append(parent)
            current = parent
        return chain

    def _parent(self, code: str, at: datetime) -> str | None:
        for row in self._rows[code]:
            if row.holds(row.region.local(at).date()):
                return row.parent_id
        return None


def parentages(codes: Collection[str]) -> Parentages:
    """What lies and lay above these regions: one query for each level of the tree."""
    rows: list[RegionParentage] = []
    seen = {NATIONAL}
    frontier = set(codes) - seen
    while frontier:
        found = list(RegionParentage.objects.filter(region__in=frontier).select_related("region"))
        rows += found
        seen |= frontier
        frontier = {row.parent_id for row in found} - seen
    return Parentages(rows)


def children(region: Region, day: date) -> QuerySet[Region]:
    """The regions directly below on that day, by code."""
    below = RegionParentage.objects.filter(valid_on(day), parent=region)
    return Region.objects.filter(pk__in=below.values("region_id")).order_by("code")


def within(region: Region, day: date) -> QuerySet[Region]:
    """The region and all that lay in it on that day, two levels down, by code; one query."""
    parents = RegionParentage.objects.filter(valid_on(day))
    below = parents.filter(parent=region).values("region")
    deeper = parents.filter(parent__in=below).values("region")
    inside = Q(pk=region.pk) | Q(pk__in=below) | Q(pk__in=deeper)
    return Region.objects.filter(inside).order_by("code")


def gazetteer() -> Gazetteer:
    """Every region by any of its names; three queries. Made anew where a region has changed."""
    return _gazetteer_of(tuple(places()))


@lru_cache(maxsize=1)
def _gazetteer_of(known: tuple[Place, ...]) -> Gazetteer:
    return Gazetteer(known)


def places() -> list[Place]:
    """Every region with its parent of today and its other spellings; three queries."""
    today = valid_on(timezone.localdate())
    parents = dict(RegionParentage.objects.filter(today).values_list("region_id", "parent_id"))
    aliases: dict[str, list[str]] = defaultdict(list)
    for code, alias in RegionAlias.objects.order_by("pk").values_list("region_id", "alias"):
        aliases[code].append(alias)
    return [
        Place(code, name, level, parents.get(code, ""), tuple(aliases.get(code, ())))
        for code, name, level in Region.objects.values_list("code", "name", "level")
    ]


def resolve_region(text: str) -> Region:
    """The region that a person means by a code or a name.

    Raises `UnknownPlace` or `AmbiguousPlace`, which name the candidates.
    """
    return Region.objects.get(pk=gazetteer().resolve(text).code)


def institution_by_slug(slug: str) -> Institution | None:
    return Institution.objects.select_related("region").filter(slug=slug).first()


def institution_of_page_path(path: str, steplen: int) -> Institution | None:
    """The institution whose site holds the page with this tree path.

    The tree is flat: every site's root page stands directly below the tree's root.
    """
    return (
        Institution.objects.select_related("region")
        .filter(site__root_page__path=path[: 2 * steplen])
        .first()
    )


def name_on(institution: Institution, day: date) -> str:
    """What the institution was called on that day; today's name where nothing else is known."""
    row = InstitutionName.objects.filter(valid_on(day), institution=institution).first()
    return row.name if row else institution.name


def office_of(codes: Iterable[str]) -> dict[str, Institution]:
    """The communication office of each province, regency or city."""
    offices = Institution.objects.filter(region__in=codes).exclude(region=NATIONAL)
    return {office.region_id: office for office in offices.select_related("region")}


def institutions_of(
    user: User | AnonymousUser, *, role: str | None = None, at: datetime | None = None
) -> QuerySet[Institution]:
    """The institutions for which this person holds a role at that moment."""
    if not isinstance(user, User):
        return Institution.objects.none()
    held = Membership.objects.filter(held_at(at or timezone.now()), user=user)
    if role is not None:
        held = held.filter(role=role)
    return Institution.objects.filter(pk__in=held.values("institution_id"))


def topics_of(institutions: Iterable[Institution] | QuerySet[Institution]) -> QuerySet[Topic]:
    """The topics about which these institutions speak."""
    return Topic.objects.filter(owner__in=institutions).select_related("owner")
