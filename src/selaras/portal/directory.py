"""The provinces by island group, as the directory shows them."""

from dataclasses import dataclass

from django.db.models import Count
from django.utils import timezone

from selaras.institutions.models import Region, RegionParentage
from selaras.institutions.queries import valid_on

# The first digit of a province's code is its island group in the ministry's numbering.
ISLANDS = {
    "1": "Sumatera",
    "2": "Sumatera",
    "3": "Jawa",
    "5": "Bali dan Nusa Tenggara",
    "6": "Kalimantan",
    "7": "Sulawesi",
    "8": "Maluku",
    "9": "Papua",
}


@dataclass(frozen=True, slots=True)
class ProvinceEntry:
    region: Region
    count: int


def islands() -> list[tuple[str, list[ProvinceEntry]]]:
    """Island groups with their provinces and how many regencies and cities each has; 2 queries."""
    today = valid_on(timezone.localdate())
    counts = dict(
        RegionParentage.objects.filter(today)
        .values_list("parent_id")
        .annotate(count=Count("region"))
    )
    groups: dict[str, list[ProvinceEntry]] = {}
    for region in Region.objects.filter(level=Region.Level.PROVINCE):
        entry = ProvinceEntry(region, counts.get(region.pk, 0))
        groups.setdefault(ISLANDS[region.pk[0]], []).append(entry)
    return list(groups.items())
