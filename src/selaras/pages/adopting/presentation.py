"""The comparison in words: what the source changed, what is local, what somebody must choose."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from selaras.language.merging import Change
from selaras.language.wording import Run, word_changes
from selaras.pages.adopting.comparing import Choice, Choices, Comparison, Row
from selaras.pages.adopting.texts import LEAD, TITLE
from selaras.pages.adopting.units import Unit
from selaras.pages.adopting.words import Labels, fact_labels, name_of, plain

PART_NAMES = {TITLE: "Judul", LEAD: "Teras"}
ACTS = {Change.THEIRS: "di sumber", Change.OURS: "di halaman Anda", Change.SAME: "sama di keduanya"}
CHOICE_WORDS = {
    Choice.THEIRS: "Pakai dari sumber",
    Choice.OURS: "Tetap seperti di halaman kita",
    Choice.BOTH: "Pakai keduanya",
}


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    words: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Side:
    """One of the three texts of a conflict; `runs` tell what it changed in the base."""

    name: str
    runs: list[Run]


@dataclass(frozen=True, slots=True)
class Shown:
    """One place: `change` names its colour, `title` says what happened."""

    key: str
    change: str
    title: str
    where: str
    runs: list[Run]
    sides: list[Side]
    options: list[Option]
    is_undecided: bool
    only_form: bool


@dataclass(frozen=True, slots=True)
class Block:
    """Places in the order of the text; unchanged ones beside each other are folded."""

    folded: list[str]
    shown: Shown | None


@dataclass(frozen=True, slots=True)
class Tally:
    """`both` are places where both added something, and both are proposed."""

    theirs: int
    ours: int
    same: int
    both: int
    conflicts: int


def blocks_of(comparison: Comparison, choices: Choices, *, asked: bool) -> list[Block]:
    """`asked`: places without a choice are marked, since applying was tried."""
    units = (unit for row in comparison.rows for side in _sides(row) for unit in side)
    labels = fact_labels(units)
    found: list[Block] = []
    for unchanged, rows in groupby(comparison.rows, lambda row: row.place.change):
        if unchanged is Change.UNCHANGED:
            kept = [plain(unit, labels) for row in rows for unit in row.place.ours]
            found.append(Block(kept, None))
        else:
            found += [Block([], _shown(row, choices, labels, asked=asked)) for row in rows]
    return found


def tally_of(rows: Sequence[Row]) -> Tally:
    counted = Counter(row.place.change for row in rows)
    conflicts = [row for row in rows if row.place.change is Change.CONFLICT]
    open_ = sum(row.default is None for row in conflicts)
    return Tally(
        counted[Change.THEIRS],
        counted[Change.OURS],
        counted[Change.SAME],
        len(conflicts) - open_,
        open_,
    )


def _shown(row: Row, choices: Choices, labels: Labels, *, asked: bool) -> Shown:
    place, chosen = row.place, row.chosen(choices)
    base, theirs, ours = (_words(side, labels) for side in _sides(row))
    conflict = place.change is Change.CONFLICT
    after = theirs if place.change is Change.THEIRS else ours
    sides = [
        Side("Sumber sekarang", word_changes(base, theirs)),
        Side("Halaman kita", word_changes(base, ours)),
    ]
    return Shown(
        key=row.key,
        change=str(place.change),
        title=_title(row),
        where=_where(row),
        runs=[] if conflict else word_changes(base, after),
        sides=[Side("Semula", word_changes(base, base)), *sides] if conflict else [],
        options=[Option(str(one), CHOICE_WORDS[one], one is chosen) for one in row.choices],
        is_undecided=asked and bool(row.choices) and chosen is None,
        only_form=not conflict and base == after,
    )


def _title(row: Row) -> str:
    place = row.place
    if place.change is Change.CONFLICT:
        return "Ditambahkan di keduanya" if not place.base else "Diubah berbeda di keduanya"
    new = place.theirs if place.change is Change.THEIRS else place.ours
    verb = "Diubah" if place.base and new else "Ditambahkan" if new else "Dihapus"
    return f"{verb} {ACTS[place.change]}"


def _where(row: Row) -> str:
    if row.part in PART_NAMES:
        return PART_NAMES[row.part]
    return name_of(next(unit for side in _sides(row) for unit in side))


def _sides(row: Row) -> tuple[tuple[Unit, ...], ...]:
    return row.place.base, row.place.theirs, row.place.ours


def _words(units: tuple[Unit, ...], labels: Labels) -> str:
    return "\n".join(plain(unit, labels) for unit in units)
