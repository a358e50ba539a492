"""What an announcement has reached: asked before it is taken back, told by the rooms above too."""

from collections.abc import Callable, Set
from dataclasses import dataclass
from uuid import UUID

from selaras.announcements.instructing.reach import parents, today
from selaras.announcements.models import Addressee, Announcement, Instruction
from selaras.announcements.succession import regions_of
from selaras.embeds.models import FactUse
from selaras.institutions.models import Institution


@dataclass(frozen=True, slots=True)
class Reach:
    """So many of these were reached: `count` and `label`, `514` and `situs instansi`."""

    label: str
    count: int


Provider = Callable[[Announcement], list[Reach]]
_providers: dict[str, Provider] = {}


def tells_reach(name: str) -> Callable[[Provider], Provider]:
    """Name a function that counts what a room has made of an announcement; a fixed number of
    queries.
    """

    def register(provider: Provider) -> Provider:
        _providers[name] = provider
        return provider

    return register


def reach_of(announcement: Announcement) -> list[Reach]:
    """Everything that it reached, zeros left out."""
    types = set(announcement.facts.values_list("version__fact_type", flat=True))
    found = [*expected_reach(types, regions_of(announcement)), _instructed(announcement)]
    for name in sorted(_providers):
        found += _providers[name](announcement)
    return [one for one in found if one.count]


def _instructed(announcement: Announcement) -> Reach:
    told = Addressee.objects.filter(
        instruction__announcement=announcement, instruction__state=Instruction.State.ISSUED
    )
    count = told.values("institution").distinct().count()
    return Reach("instansi yang diberi instruksi karenanya", count)


def expected_reach(types: Set[UUID], regions: Set[str]) -> list[Reach]:
    """What an announcement of these fact types for these regions will reach; three queries."""
    above = parents(today())
    speaking = Institution.objects.filter(site__isnull=False).values_list("region", flat=True)
    sites = sum(1 for code in speaking if _is_within(code, regions, above))
    found = [Reach("situs instansi", sites), _saying(types)]
    return [one for one in found if one.count]


def _is_within(code: str | None, regions: Set[str], above: dict[str, str]) -> bool:
    while code is not None and code not in regions:
        code = above.get(code)
    return code is not None


def _saying(types: Set[UUID]) -> Reach:
    live = FactUse.objects.filter(fact_type__in=types, state=FactUse.State.LIVE)
    count = live.values("holder_kind", "holder_id").distinct().count()
    return Reach("halaman yang memuat faktanya", count)
