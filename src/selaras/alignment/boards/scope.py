"""Whose published texts somebody sees on the board: of some topics, or of some regions."""

from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q
from django.utils import timezone

from selaras.accounts.models import User
from selaras.announcements.instructing.reach import parents, subtree, today
from selaras.institutions.models import Institution, Oversight, Region, Topic
from selaras.institutions.queries import NATIONAL, valid_at
from selaras.institutions.standing import standing_of


@dataclass(frozen=True, slots=True)
class Scope:
    """`topics` (keys of rows) are seen in all regions, `regions` (codes) in all topics."""

    everything: bool = False
    topics: frozenset[int] = frozenset()
    regions: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return self.everything or bool(self.topics or self.regions)

    def of(self, *, topic: str, region: str) -> Q:
        """The condition on rows that lead to a topic and to a region by these ways."""
        if self.everything:
            return Q()
        return Q(**{f"{topic}__in": self.topics}) | Q(**{f"{region}__in": self.regions})

    @property
    def of_mentions(self) -> Q:
        return self.of(topic="fact_type__topic", region="text__institution__region")


def scope_of(user: User | AnonymousUser) -> Scope:
    """The platform sees everything, a topic's owner its topic, a province what lies in it.

    Besides, everybody sees the regions over which the institution was given a view. At most four
    queries; an empty scope is falsy.
    """
    standing = standing_of(user)
    if standing.everything or standing.is_platform:
        return Scope(everything=True)
    held = standing.institutions()
    if not held:
        return Scope()
    above = _overseen(held)
    if NATIONAL in above:
        return Scope(everything=True)
    topics = Topic.objects.filter(owner__in=held).values_list("pk", flat=True)
    tree = parents(today()) if above else {}
    regions = {code for region in above for code in subtree(region, tree)}
    return Scope(topics=frozenset(topics), regions=frozenset(regions))


def _overseen(held: frozenset[int]) -> set[str]:
    """The regions that stand for themselves and all below them."""
    offices = Institution.objects.filter(pk__in=held, region__level=Region.Level.PROVINCE)
    given = Oversight.objects.filter(
        valid_at(timezone.now(), "viewer__region__zone"), viewer__in=held
    )
    return {
        *offices.values_list("region_id", flat=True),
        *given.values_list("region_id", flat=True),
    }


def lying_in(code: str) -> frozenset[str]:
    """A region and what lies in it today; of the country's code the centre alone. One query."""
    return frozenset({code}) if code == NATIONAL else subtree(code, parents(today()))
