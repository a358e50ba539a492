"""Facts shown as a whole block: what such a block stores, and what it names.

The rooms above draw the blocks; what they name is known here, because it counts as a use of the
facts and is loaded with those in the text.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from selaras.embeds.spec import EmbedSpec, InvalidEmbed, specs_in
from selaras.facts.formats import Format

TABLE_BLOCK, HISTORY_BLOCK = "fact_table", "fact_history"
MOST_TYPES, MOST_REGIONS = 4, 100
CODE = re.compile(r"\s*([0-9]{2}(?:\.[0-9]{2})?)\b")


class Scope(StrEnum):
    """Which regions are the rows of a table."""

    OWN = "own"  # the page's own
    NAMED = "named"  # those that the editor named
    BELOW = "below"  # all regencies and cities of one province
    PROVINCES = "provinces"  # all provinces


@dataclass(frozen=True, slots=True)
class TableSpec:
    """A table by region. `regions` are the named ones, or the province; empty is the page's own."""

    fact_types: tuple[UUID, ...]
    scope: Scope
    regions: tuple[str, ...] = ()

    @classmethod
    def from_value(cls, value: dict[str, Any]) -> "TableSpec":
        """From the stored value of a block. Raises `InvalidEmbed`."""
        try:
            scope = Scope(value["scope"])
            types = dict.fromkeys(UUID(str(_bare(one))) for one in value["types"])
        except (KeyError, TypeError, ValueError) as error:
            raise InvalidEmbed("Tabel fakta ini tidak dapat dikenali.") from error
        codes = codes_in(value.get("regions") or "")
        if scope is Scope.BELOW:
            codes = codes[:1]
        elif scope is not Scope.NAMED:
            codes = ()
        return cls(tuple(types)[:MOST_TYPES], scope, codes[:MOST_REGIONS])

    def cell(self, fact_type: UUID, region: str) -> EmbedSpec:
        """What stands in one cell, as an embed in a text would name it."""
        return EmbedSpec(fact_type, Format.TABLE, region)


@dataclass(frozen=True, slots=True)
class HistorySpec:
    """How one fact went in one region; an empty one is the page's own."""

    fact_type: UUID
    region: str = ""

    @classmethod
    def from_value(cls, value: dict[str, Any]) -> "HistorySpec":
        """From the stored value of a block. Raises `InvalidEmbed`."""
        try:
            fact_type = UUID(str(value["fact_type"]))
        except (KeyError, ValueError) as error:
            raise InvalidEmbed("Riwayat fakta ini tidak dapat dikenali.") from error
        return cls(fact_type, next(iter(codes_in(value.get("region") or "")), ""))

    @property
    def fact_types(self) -> tuple[UUID, ...]:
        return (self.fact_type,)

    @property
    def now(self) -> EmbedSpec:
        """The value of today, as an embed in a text would name it."""
        return EmbedSpec(self.fact_type, region=self.region)


BlockSpec = TableSpec | HistorySpec
_READERS: dict[str, Callable[[dict[str, Any]], BlockSpec]] = {
    TABLE_BLOCK: TableSpec.from_value,
    HISTORY_BLOCK: HistorySpec.from_value,
}


def codes_in(text: str) -> tuple[str, ...]:
    """The codes of regions, each at the start of a line: `32.73 Kota Bandung`."""
    found = (CODE.match(line) for line in text.splitlines())
    return tuple(dict.fromkeys(match.group(1) for match in found if match))


def blocks_in(data: Any) -> Iterator[BlockSpec]:
    """Every readable block of facts, however deep it lies in lists and mappings."""
    if isinstance(data, dict):
        read = _READERS.get(str(data.get("type")))
        if read is not None and isinstance(data.get("value"), dict):
            try:
                yield read(data["value"])
            except InvalidEmbed:
                return
        else:
            for value in data.values():
                yield from blocks_in(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from blocks_in(value)


def types_in(data: Any) -> set[str]:
    """The ids of all fact types that a text says, in its sentences or as blocks."""
    found = {str(spec.fact_type) for spec in specs_in(data)}
    for block in blocks_in(data):
        found |= {str(fact_type) for fact_type in block.fact_types}
    return found


def _bare(item: Any) -> Any:
    """An item of a list is stored with an id of its own, or bare."""
    return item["value"] if isinstance(item, dict) else item
