"""The rows of tables by region: which regions are meant, at the moment of the reading."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from selaras.embeds.blocks import Scope, TableSpec
from selaras.institutions.models import Region, RegionParentage
from selaras.institutions.queries import NATIONAL, parentages, valid_at


def regions_of(
    tables: Iterable[TableSpec], region: Region, moment: datetime
) -> dict[TableSpec, list[Region]]:
    """The regions of each table, by code or in the order in which they were named.

    A number of queries that grows neither with the tables nor with their regions.
    """
    asked = list(dict.fromkeys(tables))
    if not asked:
        return {}
    parents = _parents(asked, region, moment)
    below = _below({code for code in parents.values() if code}, moment)
    codes = {table: _codes(table, parents.get(table), below, region) for table in asked}
    regions = Region.objects.in_bulk({code for found in codes.values() for code in found})
    return {
        table: [regions[code] for code in found if code in regions]
        for table, found in codes.items()
    }


def _parents(
    tables: list[TableSpec], region: Region, moment: datetime
) -> dict[TableSpec, str | None]:
    """Of which region each table shows all that lies directly below; None where there is none."""
    own: str | None = None
    if any(table.scope is Scope.BELOW and not table.regions for table in tables):
        own = _province(region, moment)
    parents: dict[TableSpec, str | None] = {}
    for table in tables:
        if table.scope is Scope.PROVINCES:
            parents[table] = NATIONAL
        elif table.scope is Scope.BELOW:
            parents[table] = next(iter(table.regions), own)
    return parents


def _province(region: Region, moment: datetime) -> str | None:
    """The province of a page; the country's own pages have none."""
    if region.level == Region.Level.PROVINCE:
        return region.pk
    above = parentages([region.pk]).above(region.pk, moment)
    return next((code for code in above if code != NATIONAL), None)


def _below(parents: set[str], moment: datetime) -> dict[str, list[str]]:
    """The regions directly below, by code; a parentage begins at midnight where the region is."""
    found: dict[str, list[str]] = defaultdict(list)
    if parents:
        rows = RegionParentage.objects.filter(
            valid_at(moment, "region__zone"), parent__in=parents
        ).order_by("region")
        for parent, code in rows.values_list("parent_id", "region_id"):
            found[parent].append(code)
    return found


def _codes(
    table: TableSpec, parent: str | None, below: dict[str, list[str]], region: Region
) -> list[str]:
    if table.scope is Scope.OWN:
        return [region.pk]
    if table.scope is Scope.NAMED:
        return list(table.regions)
    return below.get(parent, []) if parent else []
