"""A file of counts as it was read: what every format gives, before anything is compared."""

from dataclasses import dataclass, replace
from decimal import Decimal

from selaras.common.errors import Flaw


@dataclass(frozen=True, slots=True)
class Column:
    """One option as its file names it: `source` is the heading or identifier there.

    `key` is its number there, empty where the file numbers none.
    """

    source: str
    key: str
    label: str

    def names(self) -> set[str]:
        return {name.casefold() for name in (self.source, self.key, self.label) if name}


@dataclass(frozen=True, slots=True)
class SheetRow:
    """The counts of one place; `line` counts from 1, 0 where the format has no lines.

    `total` is what the file declares, None where it declares none.
    """

    line: int
    code: str
    name: str
    votes: tuple[int, ...]
    total: int | None

    @property
    def counted(self) -> int:
        return sum(self.votes)


@dataclass(frozen=True, slots=True)
class Sheet:
    """All rows that could be read, and everything that could not.

    `status` is what the file says of itself, empty where its format has no word for it.
    """

    columns: tuple[Column, ...]
    rows: tuple[SheetRow, ...]
    flaws: tuple[Flaw, ...] = ()
    status: str = ""
    progress: Decimal | None = None

    def ordered(self, order: list[int]) -> "Sheet":
        """The same with its columns in another order."""
        rows = tuple(
            replace(row, votes=tuple(row.votes[place] for place in order)) for row in self.rows
        )
        return replace(self, columns=tuple(self.columns[place] for place in order), rows=rows)
