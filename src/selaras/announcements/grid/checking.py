"""What each row of a grid means, or what is wrong with it; all mistakes at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from selaras.announcements.draft import DraftFact
from selaras.announcements.grid.errors import GridFlaw, Mistake
from selaras.announcements.grid.places import PlaceMistake, Places
from selaras.announcements.grid.rows import GridRow
from selaras.announcements.grid.values import ValueMistake, Values
from selaras.facts.models import FactType
from selaras.institutions.models import Region
from selaras.language.gazetteer import Gazetteer

SEPARATED_ELSEWISE = (";", ",", "|", ":")
SHOWN = 80


@dataclass(frozen=True, slots=True)
class CheckedRow:
    """A row with what was understood of it; without flaws it has a type, a region and a value."""

    row: GridRow
    fact_type: FactType | None
    region: Region | None
    value: Any
    flaws: tuple[GridFlaw, ...] = ()

    @property
    def fact(self) -> DraftFact | None:
        if self.flaws or self.fact_type is None or self.region is None:
            return None
        return DraftFact(self.fact_type, self.region, self.value, self.row.line)


@dataclass(frozen=True)
class Checked:
    """The rows in their order, and the mistakes of the table that they came from."""

    rows: list[CheckedRow]
    of_table: tuple[GridFlaw, ...] = ()

    @cached_property
    def flaws(self) -> list[GridFlaw]:
        return [*self.of_table, *(flaw for row in self.rows for flaw in row.flaws)]

    @cached_property
    def facts(self) -> list[DraftFact]:
        return [fact for row in self.rows if (fact := row.fact)]

    @property
    def stands(self) -> bool:
        """Whether nothing has to be repaired; a region without a value is only left out."""
        return not any(flaw.mistake.blocks for flaw in self.flaws)


def check_rows(
    rows: Sequence[GridRow],
    fact_types: Sequence[FactType],
    regions: Mapping[str, Region],
    gazetteer: Gazetteer,
) -> Checked:
    """Check every row by itself and against the rows before it; asks the database nothing.

    The types need their `choices` fetched. `regions` holds all regions by code.
    """
    return check_with(rows, fact_types, Places(regions, gazetteer))


def check_with(
    rows: Sequence[GridRow],
    fact_types: Sequence[FactType],
    places: Places,
    of_table: Sequence[GridFlaw] = (),
) -> Checked:
    """As `check_rows`, with places that were looked up already while the table was read."""
    checker = _Checker(fact_types, places)
    return Checked([checker.check(row) for row in rows], tuple(of_table))


class _Checker:
    def __init__(self, fact_types: Sequence[FactType], places: Places) -> None:
        self.types = {one.key: one for one in fact_types}
        self.places, self.values = places, Values()
        self.line_of: dict[tuple[str, str], int] = {}

    def check(self, row: GridRow) -> CheckedRow:
        fact_type = self.types.get(row.type_key)
        flaws: list[GridFlaw] = [row.flaw] if row.flaw else []
        if fact_type is None:
            flaws.append(self._no_type(row))
        if row.flaw and row.flaw.mistake is Mistake.WIDTH:
            return CheckedRow(row, fact_type, None, None, tuple(flaws))
        region = self._region(row, fact_type, flaws)
        value = None
        if fact_type and not (row.flaw and not row.value_text):
            value = self._value(row, fact_type, flaws)
        return CheckedRow(row, fact_type, region, value, tuple(flaws))

    def _region(
        self, row: GridRow, fact_type: FactType | None, flaws: list[GridFlaw]
    ) -> Region | None:
        try:
            region = self.places.find(row.region_text)
        except PlaceMistake as error:
            if not (row.flaw and not row.region_text):
                flaws.append(self._no_region(row, error))
            return None
        if fact_type is None:
            return region
        key = (fact_type.key, region.pk)
        if key in self.line_of:
            flaws.append(self._twice(row, region, self.line_of[key]))
        self.line_of.setdefault(key, row.line)
        if row.value_text and not fact_type.speaks_of(region):
            problem = f"{fact_type.label} tidak ditetapkan untuk {region.full_name}."
            remedy = f"Cakupannya: {fact_type.scope_words}."
            flaws.append(GridFlaw(row.line, row.region_text, problem, remedy, Mistake.SCOPE))
        return region

    def _no_region(self, row: GridRow, error: PlaceMistake) -> GridFlaw:
        text = row.region_text
        if not row.value_text and any(sign in text for sign in SEPARATED_ELSEWISE):
            problem = f'Kolom tidak terpisah: "{text[:60]}" ada dalam satu sel.'
            remedy = "Pakai tab, titik koma, atau koma."
            return GridFlaw(row.line, text[:SHOWN], problem, remedy, Mistake.UNSEPARATED)
        return GridFlaw(row.line, text[:SHOWN], error.problem, error.remedy, error.mistake)

    def _twice(self, row: GridRow, region: Region, line: int) -> GridFlaw:
        first = f"di baris {line}" if line else "di tabel"
        here = f" dan di baris {row.line}" if row.line else ""
        problem = f"{region.full_name} ada dua kali: {first}{here}."
        remedy = "Sisakan satu nilai untuk tiap wilayah."
        return GridFlaw(row.line, row.region_text[:SHOWN], problem, remedy, Mistake.TWICE)

    def _no_type(self, row: GridRow) -> GridFlaw:
        known = ", ".join(one.label for one in self.types.values()) or "belum ada"
        problem = f'Jenis fakta "{row.type_key[:SHOWN]}" tidak ada pada topik ini.'
        return GridFlaw(
            row.line, row.type_key[:SHOWN], problem, f"Yang ada: {known}.", Mistake.TYPE
        )

    def _value(self, row: GridRow, fact_type: FactType, flaws: list[GridFlaw]) -> Any:
        text = row.value_text
        if not text and any(flaw.mistake is Mistake.UNSEPARATED for flaw in flaws):
            return None
        try:
            return self.values.read(text, fact_type)
        except ValueMistake as error:
            problem, remedy = error.problem, error.remedy
            flaws.append(GridFlaw(row.line, text[:SHOWN], problem, remedy, error.mistake))
            return None
