"""A table before anybody knows what its columns mean."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from selaras.announcements.grid.characters import tidied
from selaras.announcements.grid.errors import Mistake, unreadable

MOST_ROWS = 5000  # all regions in nine columns as rows, and some to spare
MOST_COLUMNS = 60
MOST_COVERED = 200_000  # places under merged cells
ALPHABET = 26


@dataclass(frozen=True, slots=True)
class Record:
    """One row as typed. `covered` says, by column, which merged cell lies over an empty place."""

    line: int
    cells: tuple[str, ...]
    covered: Mapping[int, str] = field(default_factory=dict)

    def cell(self, column: int | None) -> str:
        return self.cells[column] if column is not None and column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged cell; lines count from 1, columns from 0, both ends included."""

    top: int
    bottom: int
    left: int
    right: int

    @property
    def words(self) -> str:
        lines = f"baris {self.top}" + (f"–{self.bottom}" if self.bottom > self.top else "")
        columns = letter(self.left) + (f"–{letter(self.right)}" if self.right > self.left else "")
        return f"{lines}, kolom {columns}"


class Covered:
    """The places under merged cells: by line and column, which cell it is."""

    def __init__(self) -> None:
        self.at: defaultdict[int, dict[int, str]] = defaultdict(dict)
        self.left = MOST_COVERED

    def add(self, merge: Merge) -> None:
        """Raise `InvalidGrid` where more is merged than a sheet could show."""
        self.left -= (merge.bottom - merge.top + 1) * (merge.right - merge.left + 1)
        if self.left < 0:
            problem = f"Terlalu banyak sel gabungan ({merge.words})."
            raise unreadable(merge.top, problem, "Pisahkan dulu selnya.", Mistake.TOO_MANY)
        for line in range(merge.top, merge.bottom + 1):
            for column in range(merge.left, merge.right + 1):
                if (line, column) != (merge.top, merge.left):
                    self.at[line][column] = merge.words


def letter(column: int) -> str:
    """The name that a spreadsheet gives to a column, counted from 0: A, B, … Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, ALPHABET)
        name = chr(ord("A") + rest) + name
    return name


def records_of(
    rows: Iterable[tuple[int, list[str]]], covered: Mapping[int, Mapping[int, str]] | None = None
) -> list[Record]:
    """The rows that hold anything, without the empty columns behind them.

    Raises `InvalidGrid` for more rows or columns than anybody announces.
    """
    found: list[Record] = []
    under = covered or {}
    for line, raw in rows:
        cells = [tidied(cell) for cell in raw]
        while cells and not cells[-1]:
            cells.pop()
        if not cells:
            continue
        if len(found) >= MOST_ROWS:
            problem = f"Tabel ini lebih dari {MOST_ROWS} baris."
            raise unreadable(line, problem, "Tempel hanya wilayahnya.", Mistake.TOO_MANY)
        if len(cells) > MOST_COLUMNS:
            problem = f"Baris {line} lebih dari {MOST_COLUMNS} kolom."
            raise unreadable(line, problem, "Sisakan kolom yang dipakai.", Mistake.TOO_MANY)
        found.append(Record(line, tuple(cells), under.get(line, {})))
    if not found:
        raise unreadable(0, "Tidak ada isinya.", "Salin tabelnya, lalu tempel lagi.")
    return found
