"""Which announcements stand for a reader's region, and what stands in the place of the others."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from selaras.alignment.models import AnnouncedWords
from selaras.announcements.models import Announcement, Recall, Relation, Replacement
from selaras.announcements.queries import public
from selaras.common.clock import now
from selaras.institutions.queries import NATIONAL, parentages

WHOLE = (Relation.SUPERSEDES, Relation.CORRECTS)


class Standing(StrEnum):
    STANDS = "stands"
    PARTLY = "partly"  # something took the place of a part; what it does not repeat may still hold
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Step:
    """That `later` took the place of another; `region` is empty where it did so everywhere."""

    later: UUID
    region: str
    relation: str
    published_at: datetime
    recalled: bool

    def counts_on(self, day: date | None) -> bool:
        """A text of an earlier day was right to repeat what stood then, unless it was wrong."""
        known = timezone.localdate(self.published_at)
        return day is None or self.relation == Relation.CORRECTS or known <= day


class Successions:
    """What took whose place in the families of some announcements, in some regions; two queries."""

    def __init__(self, keys: Collection[UUID], codes: Collection[str]) -> None:
        self._steps: dict[UUID, list[Step]] = defaultdict(list)
        families = AnnouncedWords.objects.filter(pk__in=keys).values("family")
        beside = AnnouncedWords.objects.filter(family__in=families).values("pk")
        rows = _counting().filter(earlier__in=beside)
        self._keep(rows.filter(region__in=codes).values_list(*_COLUMNS, "region"))
        everywhere = rows.filter(later__relation=Relation.SUPERSEDES)
        self._keep((*row, "") for row in everywhere.values_list(*_COLUMNS).distinct())

    def standing(self, one: Announcement, lineage: Collection[str], day: date | None) -> Standing:
        """For a reader with this region and what lies above it, on a day, or today."""
        if one.recalled_at is not None:
            return Standing.WITHDRAWN
        steps = list(self.steps(one.pk, lineage, day))
        if not steps:
            return Standing.STANDS
        whole = any(step.relation in WHOLE for step in steps)
        return Standing.REPLACED if whole else Standing.PARTLY

    def steps(self, key: UUID, lineage: Collection[str], day: date | None) -> Iterator[Step]:
        for step in self._steps.get(key, ()):
            if (not step.region or step.region in lineage) and step.counts_on(day):
                yield step

    def after(self, key: UUID, lineage: Collection[str], day: date | None) -> set[UUID]:
        """All that took its place, near and far, without what was recalled."""
        seen, open_ = {key}, [key]
        found: set[UUID] = set()
        while open_:
            for step in self.steps(open_.pop(), lineage, day):
                if step.later not in seen:
                    seen.add(step.later)
                    open_.append(step.later)
                    found |= set() if step.recalled else {step.later}
        return found

    def related(self, keys: Collection[UUID]) -> set[UUID]:
        """These with all that came before or after them, anywhere that was asked about."""
        beside: dict[UUID, set[UUID]] = defaultdict(set)
        for earlier, steps in self._steps.items():
            for step in steps:
                beside[earlier].add(step.later)
                beside[step.later].add(earlier)
        found, open_ = set(keys), list(keys)
        while open_:
            fresh = beside[open_.pop()] - found
            found |= fresh
            open_ += fresh
        return found

    def _keep(self, rows: Iterable[tuple[UUID, UUID, str, datetime, datetime | None, str]]) -> None:
        for earlier, later, relation, published_at, recalled_at, region in rows:
            step = Step(later, region, relation, published_at, recalled_at is not None)
            self._steps[earlier].append(step)


_COLUMNS = ("earlier", "later", "later__relation", "later__published_at", "later__recalled_at")


def lineages(codes: Collection[str]) -> dict[str, frozenset[str]]:
    """Each region with all above it today, the country too; a query for each level of the tree."""
    tree = parentages(codes)
    return {code: frozenset({code, NATIONAL, *tree.above(code, now())}) for code in codes}


def _counting() -> QuerySet[Replacement]:
    """A recall that gave the place back undoes the replacement; a drill replaces nothing."""
    given_back = Recall.objects.filter(state=Recall.State.CONFIRMED, restores=True)
    undone = Q(later__recalled_at__isnull=False, later__in=given_back.values("announcement"))
    return Replacement.objects.filter(~undone, later__in=public().values("pk"), later__drill=False)
