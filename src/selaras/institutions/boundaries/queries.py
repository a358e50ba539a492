"""Reads of outlines."""

from collections.abc import Collection

from django.db.models import QuerySet
from django.utils import timezone

from selaras.institutions.models import Region, RegionBoundary, RegionParentage
from selaras.institutions.queries import valid_on


def boundaries_of(codes: Collection[str]) -> dict[str, RegionBoundary]:
    """The outline of each region that has one, with the region; one query."""
    return {
        boundary.pk: boundary
        for boundary in RegionBoundary.objects.filter(pk__in=codes).select_related("region")
    }


def all_outlined(codes: Collection[str]) -> bool:
    """Whether each of these regions has an outline, and there is one at all; one query."""
    return bool(codes) and RegionBoundary.objects.filter(pk__in=codes).count() == len(codes)


def paths_below(parent: str) -> list[str]:
    """The outlines of all regions directly below today; one query."""
    return list(
        RegionBoundary.objects.filter(pk__in=_codes_below(parent)).values_list("path", flat=True)
    )


def missing_below(parent: str) -> list[Region]:
    """The regions directly below today that have no outline; one query."""
    return list(Region.objects.filter(pk__in=_codes_below(parent), boundary__isnull=True))


def _codes_below(parent: str) -> QuerySet[RegionParentage, str]:
    today = valid_on(timezone.localdate())
    return RegionParentage.objects.filter(today, parent=parent).values_list("region_id", flat=True)
