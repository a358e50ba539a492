"""Look-up of fact types."""

from collections.abc import Iterable

from django.db.models import QuerySet

from selaras.facts.errors import UnknownFactType
from selaras.facts.models import FactType


def fact_types() -> QuerySet[FactType]:
    """All types with their topic and its owner."""
    return FactType.objects.select_related("topic__owner").prefetch_related("choices")


def fact_type(key: str) -> FactType:
    """The type with this key. Raises `UnknownFactType`, naming keys that look alike."""
    found = fact_types().filter(key=key).first()
    if found is None:
        stem = key.partition(".")[0]
        near = FactType.objects.filter(key__startswith=stem).values_list("key", flat=True)
        remedy = f"Yang ada: {', '.join(near)}." if near else ""
        raise UnknownFactType(f'Tidak ada jenis fakta "{key}".', remedy)
    return found


def fact_types_by_id(ids: Iterable[str]) -> dict[str, FactType]:
    """Types by id as text; ids that are unknown are simply absent."""
    return {str(found.pk): found for found in fact_types().filter(pk__in=set(ids))}
