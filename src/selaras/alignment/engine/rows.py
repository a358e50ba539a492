"""The cells of a table's row."""

from collections.abc import Sequence
from dataclasses import dataclass

from selaras.alignment.engine.scene import Scene, Stretch


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is not empty: its span in the folded text, and its text without blanks."""

    start: int
    end: int
    text: str


def cells_of(scene: Scene, row: Stretch) -> Sequence[Cell]:
    """Between tabs where there are any, else between bars."""
    line = scene.text[row.sentence.start : row.sentence.end]
    mark = "\t" if "\t" in line else "|"
    found, position = [], row.sentence.start
    for part in line.split(mark):
        if bare := part.strip():
            start = position + part.index(bare)
            found.append(Cell(start, start + len(bare), bare))
        position += len(part) + 1
    return found
