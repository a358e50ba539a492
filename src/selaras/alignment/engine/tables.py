"""Tables: a column's heading says of what its cells are values, the row of which region."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from selaras.alignment.engine.candidate import Candidate
from selaras.alignment.engine.candidates import candidates
from selaras.alignment.engine.places import held_by_name
from selaras.alignment.engine.results import Mention
from selaras.alignment.engine.rows import Cell, cells_of
from selaras.alignment.engine.said import ChoiceSaid
from selaras.alignment.engine.scene import Scene, Stretch
from selaras.alignment.engine.times import Spoken, days_of_column, days_of_row
from selaras.alignment.engine.wording import Wording
from selaras.language.reading.words import word_set

_MOST_COLUMNS = 60
_VALUE_COLUMNS = word_set("""
    besaran nilai jumlah tarif angka persentase capaian harga
""")


def cells(scene: Scene) -> Iterator[Mention]:
    """The mentions in the cells of all tables, read by their headings."""
    head: Stretch | None = None
    for stretch in scene.stretches:
        if not stretch.sentence.row:
            head = None
        elif head is None:
            head = stretch
        else:
            yield from _of_row(scene, head, stretch)


def _of_row(scene: Scene, head: Stretch, row: Stretch) -> Iterator[Mention]:
    columns, values = cells_of(scene, head), cells_of(scene, row)
    if len(columns) != len(values) or len(columns) > _MOST_COLUMNS:
        return
    for column, value in zip(columns, values, strict=True):
        for wording in _headed(scene, head, column):
            days = days_of_column(scene, head, column) or days_of_row(scene, row)
            yield from _of_cell(scene, row, value, wording, days)


def _headed(scene: Scene, head: Stretch, column: Cell) -> list[Wording]:
    keys = {
        hit.type_key
        for hit in head.hits
        if hit.alias and column.start <= scene.tokens[hit.first].start < column.end
    }
    excluded = {
        hit.type_key
        for hit in head.hits
        if hit.excluded and column.start <= scene.tokens[hit.first].start < column.end
    }
    keys |= {key for key in _above(scene, head) if _is_of_values(scene, key, head, column)}
    return [scene.lexicon.wordings[key] for key in keys - excluded]


def _above(scene: Scene, head: Stretch) -> set[str]:
    """The types that are named in the line above the table, or in the one below it."""
    last = bisect_right(scene.heads, head.at) - 1
    beside = (
        scene.stretches[at] for at in (head.at - 1, last + 1) if 0 <= at < len(scene.stretches)
    )
    hits = [hit for one in beside for hit in one.hits]
    return {hit.type_key for hit in hits if hit.alias} - {
        hit.type_key for hit in hits if hit.excluded
    }


def _is_of_values(scene: Scene, key: str, head: Stretch, column: Cell) -> bool:
    """Whether a column "Level" or "Besaran" holds values of the type."""
    wording = scene.lexicon.wordings[key]
    word = column.text.lower()
    if wording.kind == "choice":
        named = any(pattern.lower().startswith(f"{word} ") for pattern in wording.patterns)
        return named or days_of_column(scene, head, column) is not None
    return word in _VALUE_COLUMNS


def _of_cell(
    scene: Scene, row: Stretch, cell: Cell, wording: Wording, days: Spoken
) -> Iterator[Mention]:
    found = [one for one in candidates(scene, row, wording) if cell.start <= one.start < cell.end]
    if not found and wording.kind == "choice":
        found = _bare_choice(scene, cell, wording)
    if not found or (len(found) > 1 and len({one.moment for one in found} - {None}) != 1):
        return
    region = _region(scene, row, wording)
    if region is None:
        return
    for one in found:
        own = one.moment if one.moment and one.moment.halves else None
        start, end = scene.reading.folded.span(one.start, one.end)
        yield replace(
            Mention(wording.key, region, start, end, scene.original[start:end], one.said),
            first=own.first if own else days.first,
            last=own.last if own else days.last,
            sureness=0.97,
        )


def _bare_choice(scene: Scene, cell: Cell, wording: Wording) -> list[Candidate]:
    if cell.text not in wording.choices:
        return []
    return [Candidate(cell.start, cell.end, cell.start, ChoiceSaid(cell.text), own=True)]


def _region(scene: Scene, row: Stretch, wording: Wording) -> str | None:
    if wording.narrowest == "national":
        return "00"
    codes = {held_by_name(scene, wording, name) for name in scene.places_in(row)}
    if not codes:
        own = scene.lexicon.places.get(scene.context.region)
        return own.code if own and own.level == wording.narrowest else None
    return codes.pop() if len(codes) == 1 else None
