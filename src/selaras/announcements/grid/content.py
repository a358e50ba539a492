"""Rows as a manuscript keeps them: `[type_key, region_text, value_text]`."""

from collections.abc import Iterable
from typing import Any

from selaras.announcements.grid.characters import LONGEST_CELL, tidied
from selaras.announcements.grid.checking import Checked
from selaras.announcements.grid.errors import GridFlaw, Mistake, unreadable
from selaras.announcements.grid.rows import GridRow
from selaras.announcements.grid.tables import MOST_ROWS

Stored = list[list[str]]
PARTS = 3


def to_rows(checked: Checked) -> Stored:
    """What to store: the code where the region was understood, else the text as typed.

    A row without region and value says nothing; a region without a value is left out, unless
    something covered its value.
    """
    return [
        [
            one.row.type_key,
            one.region.pk if one.region else one.row.region_text,
            one.row.value_text,
        ]
        for one in checked.rows
        if one.row.value_text or any(flaw.mistake.blocks for flaw in one.flaws)
    ]


def from_rows(rows: Any) -> list[GridRow]:
    """Rows as stored or as a browser sent them. Raises `InvalidGrid` for another shape."""
    if not isinstance(rows, list) or len(rows) > MOST_ROWS:
        raise _other_shape()
    return [_row(one) for one in rows]


def _row(one: Any) -> GridRow:
    if not isinstance(one, list) or len(one) != PARTS:
        raise _other_shape()
    if not all(isinstance(part, str) and len(part) <= LONGEST_CELL for part in one):
        raise _other_shape()
    key, region, value = (tidied(part) for part in one)
    return GridRow(0, key, region, value, None if value else _still_covered())


def _still_covered() -> GridFlaw:
    """Rows without a value are stored only where something covered it."""
    problem = "Nilainya tertutup sel gabungan saat ditempel."
    return GridFlaw(0, "", problem, "Isi nilainya, atau tempel lagi.", Mistake.MERGED)


def merged(old: Iterable[list[str]], new: Iterable[list[str]]) -> Stored:
    """The new rows, and of the old ones those that say nothing about the same."""
    fresh = list(new)
    said = {(key, region) for key, region, _ in fresh}
    return [*(row for row in old if (row[0], row[1]) not in said), *fresh]


def _other_shape() -> Exception:
    return unreadable(
        0, "Isi tabel yang dikirim tidak utuh.", "Muat ulang halamannya.", Mistake.UNREADABLE
    )
