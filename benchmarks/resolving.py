"""Resolving facts, beside the plainest SQL that fetches the same rows."""

from collections.abc import Iterator

from django.db import connection
from django.utils import timezone

from benchmarks.timing import Comparison, compare
from selaras.facts.models import FactType
from selaras.facts.queries import fact_type, fact_types, resolve
from selaras.institutions.models import Region

PLAIN = """
SELECT v.id, v.region_id, c.value FROM facts_factversion v
JOIN facts_choicevalue w ON w.version_id = v.id JOIN facts_choice c ON c.id = w.choice_id
WHERE v.fact_type_id = %s AND v.recorded_to IS NULL AND v.valid_from <= %s
AND (v.valid_to IS NULL OR v.valid_to > %s)
"""


def comparisons() -> Iterator[Comparison]:
    status = fact_type("siaga.status")
    codes = list(Region.objects.filter(level__in=["regency", "city"]).values_list("pk", flat=True))
    everywhere = [(status, code) for code in codes]
    yield compare(
        "resolve one type in 514 regions",
        lambda: resolve(everywhere),
        "one plain SQL join",
        lambda: _plain(status),
    )
    living = list(fact_types().filter(topic__key="siaga-musim-hujan"))
    here = [(found, "32.73") for found in living]
    yield compare(
        f"resolve {len(living)} types in one region",
        lambda: resolve(here),
        "resolve one type in one region",
        lambda: resolve(here[:1]),
    )


def _plain(status: FactType) -> list[tuple[object, ...]]:
    key = status.pk.hex if connection.vendor == "sqlite" else status.pk
    now = timezone.now()
    with connection.cursor() as cursor:
        cursor.execute(PLAIN, [key, now, now])
        rows: list[tuple[object, ...]] = cursor.fetchall()
    return rows
