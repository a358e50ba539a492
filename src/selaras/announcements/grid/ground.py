"""What a grid of one topic is checked against: its types and all regions with their names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from selaras.announcements.grid.checking import Checked, check_with
from selaras.announcements.grid.errors import GridFlaw
from selaras.announcements.grid.places import Places
from selaras.announcements.grid.rows import GridRow
from selaras.facts.models import FactType, Kind
from selaras.facts.queries import fact_types, resolve
from selaras.facts.results import Key, Resolved
from selaras.institutions.models import Region, Topic
from selaras.institutions.queries import gazetteer


@dataclass(frozen=True)
class Ground:
    types: Sequence[FactType]
    regions: Mapping[str, Region]
    places: Places

    @classmethod
    def of(cls, topic: Topic) -> "Ground":
        """The living types of the topic; six queries.

        First what is stated region by region, and not once for all; of that the choices first.
        """
        living = fact_types().filter(topic=topic, retired_at__isnull=True)
        types = sorted(living, key=lambda one: (one.inherited, one.kind != Kind.CHOICE, one.key))
        regions = Region.objects.in_bulk()
        return cls(types, regions, Places(regions, gazetteer()))

    def check(self, rows: Sequence[GridRow], of_table: Sequence[GridFlaw] = ()) -> Checked:
        return check_with(rows, self.types, self.places, of_table)

    def held(self, types: Sequence[FactType], codes: Sequence[str]) -> dict[Key, Resolved]:
        """What holds now in these regions, where the types speak of them."""
        return resolve(
            (one, code) for one in types for code in codes if one.speaks_of(self.regions[code])
        )
