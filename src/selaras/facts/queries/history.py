"""How a fact came to be what it is."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q, QuerySet

from selaras.facts.models import FactType, FactVersion
from selaras.facts.queries.resolution import ever_known, known, resolved, stored_validity
from selaras.facts.queries.values import values_of
from selaras.facts.results import Question, Resolved
from selaras.institutions.models import Region


def history(
    fact_type: FactType,
    region: Region,
    *,
    known_at: datetime | None = None,
    superseded: bool = False,
) -> list[Resolved]:
    """Every value stated for the region itself, by valid time; `superseded` adds closed rows.

    With `known_at` there is nothing that was recorded later.
    """
    versions = ever_known(known_at) if superseded else known(known_at)
    rows = versions.filter(fact_type=fact_type, region=region)
    return _told(fact_type, region, rows.order_by("valid_from", "recorded_from"))


def history_after(
    fact_type: FactType,
    region: Region,
    *,
    after: int | None,
    most: int,
    known_at: datetime | None = None,
) -> list[Resolved]:
    """A part of the history with closed rows: what follows the version `after`, so many at most.

    Raises `FactVersion.DoesNotExist` where that version is no part of it.
    """
    rows = ever_known(known_at).filter(fact_type=fact_type, region=region)
    if after is not None:
        last = rows.get(pk=after)
        same_day = Q(valid_from=last.valid_from)
        rows = rows.filter(
            Q(valid_from__gt=last.valid_from)
            | same_day & Q(recorded_from__gt=last.recorded_from)
            | same_day & Q(recorded_from=last.recorded_from, pk__gt=last.pk)
        )
    return _told(fact_type, region, rows.order_by("valid_from", "recorded_from", "pk")[:most])


def _told(fact_type: FactType, region: Region, versions: QuerySet[FactVersion]) -> list[Resolved]:
    rows = list(versions.select_related("region", "origin"))
    values = values_of((fact_type.kind, version) for version in rows)
    return [
        resolved(Question(fact_type, region.pk, row.valid_from), row, region, values[row.pk])
        for row in rows
    ]


def since(current: Iterable[Resolved]) -> dict[int, datetime]:
    """By version id: from when on the value has been this one without a break.

    Statements that follow each other with the same value count as one run.
    """
    asked = list(current)
    kinds = {one.fact_type.pk: one.fact_type.kind for one in asked}
    rows = list(
        known(None)
        .select_related("region", "origin")
        .filter(fact_type__in=kinds.keys(), region__in={one.version.region_id for one in asked})
    )
    ending_at = {(row.fact_type_id, row.region_id, row.valid_to): row for row in rows}
    followed = {
        (row.fact_type_id, row.region_id, row.valid_from) for row in rows
    } & ending_at.keys()
    values = values_of((kinds[row.fact_type_id], row) for row in rows if followed)
    found: dict[int, datetime] = {}
    for one in asked:
        first = one.version
        while (
            earlier := ending_at.get((first.fact_type_id, first.region_id, first.valid_from))
        ) is not None and values.get(earlier.pk) == one.value:
            first = earlier
        found[one.version.pk] = stored_validity(first).read_from(first.region, one.reader)[0]
    return found
