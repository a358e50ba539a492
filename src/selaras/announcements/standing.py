"""What stands about an announcement: whether it was recalled, corrected or replaced, and where.

Everything here follows the readers' clock, so that nothing has to run when a later announcement
becomes public.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery, Window
from django.db.models.functions import RowNumber

from selaras.announcements.models import (
    AnnouncedFact,
    Announcement,
    Audience,
    KeyMessage,
    Recall,
    Relation,
    Replacement,
)
from selaras.announcements.queries import announcements, public
from selaras.common.clock import now
from selaras.facts.models import FactVersion
from selaras.facts.queries.resolution import known
from selaras.institutions.models import Region, RegionParentage
from selaras.institutions.queries import NATIONAL, valid_at

POINTS = 2
MOST_OF_A_TOPIC = 5


@dataclass(frozen=True, slots=True)
class Link:
    """Another announcement, and the regions where one stands in the place of the other."""

    announcement: Announcement
    regions: tuple[Region, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """`later` took the place of the announcement, `earlier` were those whose place it took."""

    later: tuple[Link, ...]
    earlier: tuple[Link, ...]

    @property
    def corrections(self) -> list[Link]:
        return [one for one in self.later if one.announcement.relation == Relation.CORRECTS]

    @property
    def successors(self) -> list[Link]:
        return [one for one in self.later if one.announcement.relation != Relation.CORRECTS]


def standing_of(announcement: Announcement) -> Standing:
    """How it stands to those before and after it; a fixed number of queries."""
    after = list(announcement.replaced_by.filter(_counts()).values_list("later", "region"))
    before = list(announcement.replaces.values_list("earlier", "region"))
    found = public().in_bulk({key for key, _ in [*after, *before]})
    regions = Region.objects.in_bulk({code for _, code in [*after, *before]})
    return Standing(_links(after, found, regions), _links(before, found, regions))


def later_of(keys: Collection[UUID]) -> dict[UUID, list[Announcement]]:
    """Those that took the place of each of these somewhere, the newest first; two queries."""
    rows = Replacement.objects.filter(_counts(), earlier__in=keys)
    pairs = rows.values_list("earlier", "later").distinct()
    found = public().in_bulk({later for _, later in pairs})
    by_earlier: dict[UUID, list[Announcement]] = defaultdict(list)
    for earlier, later in pairs:
        if later in found:
            by_earlier[earlier].append(found[later])
    for several in by_earlier.values():
        several.sort(key=lambda one: one.published_at, reverse=True)
    return by_earlier


def concerning(code: str) -> QuerySet[Announcement]:
    """What stands now and concerns this region: public, neither recalled nor over, and not
    replaced here by a later one. Newest first; one query.
    """
    here = _lineage(code)
    set_here = Q(version__region__in=[code, NATIONAL]) | Q(
        version__region__in=here, version__fact_type__inherited=True
    )
    about = {"announcement": OuterRef("pk")}
    concerns = Exists(AnnouncedFact.objects.filter(set_here, **about)) | Exists(
        Audience.objects.filter(region__in=here, **about)
    )
    replaced = Replacement.objects.filter(_counts(), earlier=OuterRef("pk"), region__in=here)
    lasts = Q(valid_to=None) | Q(valid_to__gt=now())
    return announcements().filter(
        concerns,
        lasts,
        ~Exists(replaced)
        | Exists(_said_still().filter(region__in=here))
        | Exists(_addressed_still(OuterRef("pk")).filter(region__in=here)),
        recalled_at=None,
    )


def newest_of_topics(code: str) -> list[Announcement]:
    """The newest few of every topic that stand for this region, each `marked`, with `points`."""
    order = Window(
        RowNumber(), partition_by=F("topic"), order_by=[F("published_at").desc(), F("pk").desc()]
    )
    newest = concerning(code).annotate(place=order).filter(Q(place__lte=MOST_OF_A_TOPIC))
    return list(with_points(marked(newest)))


def with_points(found: QuerySet[Announcement]) -> QuerySet[Announcement]:
    first = KeyMessage.objects.filter(position__lt=POINTS)
    return found.prefetch_related(Prefetch("keymessages", first, to_attr="points"))


def emergencies(code: str) -> list[tuple[Announcement, str]]:
    """Those published at once that stand for this region, each with its first words; one query."""
    first = KeyMessage.objects.filter(announcement=OuterRef("pk"), position=0)
    found = concerning(code).filter(emergency=True)
    told = found.annotate(lead=Subquery(first.values("text")[:1]))
    return [(one, vars(one)["lead"] or one.summary) for one in told]


def any_emergency() -> bool:
    """Whether one that was published at once may stand anywhere; one query."""
    lasts = Q(valid_to=None) | Q(valid_to__gt=now())
    return public().filter(lasts, emergency=True, recalled_at=None).exists()


def marked(found: QuerySet[Announcement]) -> QuerySet[Announcement]:
    """With `corrected`, `replaced` (somewhere) and `superseded` (nothing of it stands)."""
    later = Replacement.objects.filter(_counts(), earlier=OuterRef("pk"))
    left = _addressed_still(OuterRef("pk"))
    return found.annotate(
        corrected=Exists(later.filter(later__relation=Relation.CORRECTS)),
        replaced=Exists(later.exclude(later__relation=Relation.CORRECTS)),
        superseded=Exists(later) & ~Exists(_said_still()) & ~Exists(left),
    )


def _counts() -> Q:
    """A replacement counts once the later one is public, unless its recall gave the place back.

    A drill takes the place of drills only.
    """
    given_back = Recall.objects.filter(state=Recall.State.CONFIRMED, restores=True)
    undone = Q(
        later__recalled_at__isnull=False,
        later__in=given_back.values("announcement"),
    )
    earnest = Q(later__drill=False) | Q(earlier__drill=True)
    return Q(later__in=public().values("pk")) & earnest & ~undone


def _addressed_still(announcement: Any) -> QuerySet[Audience]:
    """Its audience where no other has taken its place: a value of one city that was set anew
    leaves what it told the whole country as it is.
    """
    replaced = Replacement.objects.filter(
        _counts(), earlier=OuterRef("announcement"), region=OuterRef("region")
    )
    return Audience.objects.filter(~Exists(replaced), announcement=announcement)


def _said_still() -> QuerySet[FactVersion]:
    """The values of an announcement that hold now, or will."""
    lasting = Q(valid_to=None) | Q(valid_to__gt=now())
    return known(None).filter(lasting, statement=OuterRef("pk"))


def _lineage(code: str) -> QuerySet[Region, Any]:
    """The codes of a region and of what lies above it today, as a part of another query."""
    parents = RegionParentage.objects.filter(valid_at(now(), "region__zone"))
    above = parents.filter(region=code).values("parent")
    top = parents.filter(region__in=above).values("parent")
    return Region.objects.filter(Q(pk=code) | Q(pk__in=above) | Q(pk__in=top)).values("pk")


def _links(
    rows: Iterable[tuple[UUID, str]], found: dict[UUID, Announcement], regions: dict[str, Region]
) -> tuple[Link, ...]:
    """By announcement, the newest first; those that are not public are left out."""
    where: dict[UUID, list[Region]] = defaultdict(list)
    for key, code in rows:
        where[key].append(regions[code])
    links = [
        Link(found[key], tuple(sorted(there, key=lambda one: one.pk)))
        for key, there in where.items()
        if key in found
    ]
    return tuple(sorted(links, key=lambda one: one.announcement.published_at, reverse=True))
