"""The provinces by island group, as the directory shows them."""

from dataclasses import dataclass

from django.db.models import Count
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from selaras.institutions.models import Region, RegionParentage
from selaras.institutions.queries import valid_on

# The first digit of a province's code is its island group in the ministry's numbering.
ISLANDS = {
    "1": _("Sumatera"),
    "2": _("Sumatera"),
    "3": _("Jawa"),
    "5": _("Bali dan Nusa Tenggara"),
    "6": _("Kalimantan"),
    "7": _("Sulawesi"),
    "8": _("Maluku"),
    "9": _("Papua"),
}


@dataclass(frozen=True, slots=True)
class ProvinceEntry:
    region: Region
    count: int


def islands() -> list[tuple[Promise, list[ProvinceEntry]]]:
    """Island groups with their provinces and how many regencies and cities each has; 2 queries."""
    today = valid_on(timezone.localdate())
    counts = dict(
        RegionParentage.objects.filter(today)
        .values_list("parent_id")
        .annotate(count=Count("region"))
    )
    groups: dict[Promise, list[ProvinceEntry]] = {}
    for region in Region.objects.filter(level=Region.Level.PROVINCE):
        entry = ProvinceEntry(region, counts.get(region.pk, 0))
        groups.setdefault(ISLANDS[region.pk[0]], []).append(entry)
    return list(groups.items())
