"""Reads of what people ask, for screens and for `insight`: never below the threshold."""

from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import QuerySet, Sum

from selaras.search.asked.normal import COUNTRY
from selaras.search.models import AskedQuery


def shown() -> QuerySet[AskedQuery]:
    """All rows that anybody may see."""
    return AskedQuery.objects.filter(askers__gte=settings.SEARCH_ASKERS)


def most_asked(
    since: date, until: date, *, province: str = COUNTRY, without_results: bool = False
) -> QuerySet[AskedQuery, Any]:
    """What was asked from `since` to `until` (both inclusive), the most frequent first.

    A dictionary for each `query`: how often it was asked (`times`), answered by a fact
    (`by_facts`), without results (`without`), how often something was opened (`opened`) and how
    often the first (`opened_first`). All are lower bounds. With `without_results` only those that
    had none at some time, by how often that was.
    """
    rows = shown().filter(province=province, day__gte=since, day__lte=until).order_by()
    summed = rows.values("query").annotate(
        times=Sum("asked"),
        by_facts=Sum("answered"),
        without=Sum("found_none"),
        opened_first=Sum("picked_first"),
        opened=Sum("picked_first") + Sum("picked_third") + Sum("picked_tenth")
        + Sum("picked_later"),
    )  # fmt: skip
    if without_results:
        return summed.filter(without__gt=0).order_by("-without", "query")
    return summed.order_by("-times", "query")


def provinces_asked(since: date, until: date) -> set[str]:
    """The codes of the provinces of which something may be seen."""
    rows = shown().filter(day__gte=since, day__lte=until).exclude(province=COUNTRY)
    return set(rows.order_by().values_list("province", flat=True).distinct())
