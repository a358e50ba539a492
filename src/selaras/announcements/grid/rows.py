"""One value for one region, as somebody typed it."""

from dataclasses import dataclass

from selaras.announcements.grid.errors import GridFlaw


@dataclass(frozen=True, slots=True)
class GridRow:
    """`line` is that of the paste or file, 0 where the row was typed into the grid.

    `region_text` is code, name or both, `value_text` the value; `flaw` is what reading found
    wrong with this row's place in the table: cells that were merged, or one too many.
    """

    line: int
    type_key: str
    region_text: str
    value_text: str
    flaw: GridFlaw | None = None
