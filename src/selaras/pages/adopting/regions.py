"""Whose words concern whom: regions above and below each other."""

from collections.abc import Collection

from selaras.common.clock import now
from selaras.institutions.models import Region
from selaras.institutions.queries import NATIONAL, parentages


def lineage(region: Region) -> list[str]:
    """The codes of a region and of all above it, nearest first; the country is the last."""
    above = parentages([region.pk]).above(region.pk, now())
    return list(dict.fromkeys([region.pk, *above, NATIONAL]))


class Lineages:
    """For many regions at once; one query for each level of the tree."""

    def __init__(self, codes: Collection[str]) -> None:
        self._tree, self._now = parentages(codes), now()

    def concerns(self, place: str, reader: str) -> bool:
        """Whether what holds in `place` matters to an office of `reader`: above, in or below it."""
        if NATIONAL in (place, reader) or place == reader:
            return True
        above, below = self._above(reader), self._above(place)
        return place in above or reader in below

    def _above(self, code: str) -> list[str]:
        return self._tree.above(code, self._now)
