"""A region among others: what it lies in, what lies beside it and below it."""

from collections import Counter
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.institutions.models import Institution, Region
from selaras.institutions.queries import NATIONAL, children, office_of, parentages


@dataclass(frozen=True, slots=True)
class Group:
    """Regions of one kind; `label` is its plural."""

    label: str
    regions: list[Region]


@dataclass(frozen=True, slots=True)
class Place:
    """A province with what lies in it, or a regency or city with those of its province.

    `around` is all that lies in the province, `groups` the same by kind and without `region`.
    """

    region: Region
    province: Region | None
    office: Institution | None
    around: list[Region]
    groups: list[Group]

    @property
    def counts(self) -> Counter[str]:
        """How many regencies and how many cities there are."""
        return Counter(one.level for one in self.around)

    @property
    def kind(self) -> str:
        return kind_of(self.region)


def kind_of(region: Region) -> str:
    """`Provinsi`, `Kabupaten` or `Kota`, in the language that is spoken now."""
    words = {
        Region.Level.PROVINCE: _("Provinsi"),
        Region.Level.REGENCY: _("Kabupaten"),
        Region.Level.CITY: _("Kota"),
    }
    return words[Region.Level(region.level)]


def place_of(region: Region) -> Place:
    """Where the region stands today; a fixed number of queries."""
    province = None
    if region.level != Region.Level.PROVINCE:
        above = parentages([region.pk]).above(region.pk, timezone.now())
        province = Region.objects.filter(pk__in=above).exclude(pk=NATIONAL).first()
    around = list(children(province or region, timezone.localdate()))
    groups = [
        Group(label, [one for one in around if one.level == level and one.pk != region.pk])
        for level, label in ((Region.Level.REGENCY, _("Kabupaten")), (Region.Level.CITY, _("Kota")))
    ]
    return Place(
        region=region,
        province=province,
        office=office_of([region.pk]).get(region.pk),
        around=around,
        groups=[group for group in groups if group.regions],
    )
