"""Where an issuer's instructions may go: a centre everywhere, a province into its regencies."""

from datetime import date

from django.utils import timezone

from selaras.institutions.models import Institution, RegionParentage
from selaras.institutions.queries import NATIONAL, valid_on


def today() -> date:
    """The day by which institutions exist and regions belong together, in the server's zone."""
    return timezone.localdate()


def parents(day: date) -> dict[str, str]:
    """The region above each region on that day; one query."""
    rows = RegionParentage.objects.filter(valid_on(day))
    return dict(rows.values_list("region_id", "parent_id"))


def subtree(code: str, above: dict[str, str]) -> frozenset[str]:
    """A region and all below it."""
    below: dict[str, list[str]] = {}
    for child, parent in above.items():
        below.setdefault(parent, []).append(child)
    found, frontier = {code}, [code]
    while frontier:
        new = [child for child in below.get(frontier.pop(), []) if child not in found]
        found.update(new)
        frontier += new
    return frozenset(found)


def reaches(issuer: Institution, institution: Institution, within: frozenset[str]) -> bool:
    """Whether it may be instructed; `within` is the issuer's subtree.

    The centre coordinates, so a national institution instructs whom it must, other national ones
    too. A region's office answers for its own region alone: it instructs what lies in it.
    """
    if institution.pk == issuer.pk:
        return False
    return issuer.region_id == NATIONAL or institution.region_id in within
