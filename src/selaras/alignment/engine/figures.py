"""Figures of one text that do not fit each other: parts and their total, a number and its share.

Only where the text itself says that they belong together: "terdiri atas", a column "Jumlah",
"X suara atau Y persen dari Z". What only lists some of the parts ("antara lain") fits anything.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from selaras.alignment.engine.results import Action, Finding, Remedy, Verdict
from selaras.alignment.engine.rows import Cell, cells_of
from selaras.alignment.engine.scene import Scene, Stretch
from selaras.language.numbers import format_number
from selaras.language.reading.amounts import Amount, Bound
from selaras.language.reading.words import word_set

if TYPE_CHECKING:
    from selaras.language.reading.words import Token

_CONSISTS = re.compile(
    r"\b(?:terdiri (?:atas|dari|dr)|(?:dengan )?rincian(?:nya)?|yang meliputi|dirinci"
    r"|terbagi (?:atas|menjadi|dalam)|masing-masing)\b"
)
_SOME = re.compile(
    r"\b(?:antara lain|di antaranya|diantaranya|termasuk|misalnya|lainnya|sisanya|selebihnya"
    r"|dll|dan lain)\b"
)
_TOTAL = re.compile(r"\b(?:jumlah|total|seluruhnya|keseluruhan|suara sah)\b")
_CELL_NUMBER = re.compile(r"(?:0|[1-9][0-9]{0,2}(?:[.][0-9]{3})+|[1-9][0-9]*)")
_LABELS = word_set("""
    level tingkat kelas tahap gelombang nomor pasal paslon dosis zona ke
""")
_SHARE_REACH = 3
_CONFIDENCE = 0.96
_HUNDRED = Decimal(100)
_LEAST_PARTS = 2


def misfits(scene: Scene) -> Iterator[Finding]:
    """All of them in the text; positions are code points of the text as it was given."""
    yield from _rows(scene)
    for stretch in scene.stretches:
        if stretch.sentence.row:
            continue
        lower = scene.reading.lower[stretch.sentence.start : stretch.sentence.end]
        if _CONSISTS.search(lower) and not _SOME.search(lower):
            yield from _parts(scene, stretch)
        if "dari" in lower and ("persen" in lower or "%" in lower):
            yield from _shares(scene, stretch)


def _parts(scene: Scene, stretch: Stretch) -> Iterator[Finding]:
    """ "31 daerah, terdiri atas 13 …, 8 …, 8 …, dan 3 …"."""
    lower = scene.reading.lower
    cue = _CONSISTS.search(lower, stretch.sentence.start, stretch.sentence.end)
    if cue is None:
        return
    counts = [one for one in scene.amounts_in(stretch) if _is_count(scene, one)]
    before = [one for one in counts if one.end <= cue.start()]
    parts = [one for one in counts if one.start >= cue.end()]
    if not before or len(parts) < _LEAST_PARTS:
        return
    total = before[-1]
    units = {one.unit for one in parts}
    if len(units) > 1 and total.unit in units:
        return
    added = sum((one.low for one in parts), Decimal(0))
    if added != total.low and _is_near(added, total.low):
        yield _finding(scene, total, added, f"rinciannya berjumlah {format_number(added)}")


def _is_count(scene: Scene, one: Amount) -> bool:
    """A whole number of things: no share, no money, no duration, no "Level 4"."""
    if one.bound is not Bound.EXACT or one.roman or one.step != 1 or one.unit in ("%", "IDR"):
        return False
    at = scene.token_at(one.start)
    before: Token | None = scene.tokens[at - 1] if at else None
    return before is None or before.word not in _LABELS


def _is_near(added: Decimal, total: Decimal) -> bool:
    """Within a quarter: farther apart they were never meant to fit."""
    return total > 0 and abs(added - total) * 4 <= total


def _shares(scene: Scene, stretch: Stretch) -> Iterator[Finding]:
    """ "96.214.691 suara atau 58,90 persen dari 164.227.475 suara"."""
    found = scene.amounts_in(stretch)
    for number, share in itertools.pairwise(found):
        if not _is_count(scene, number) or share.unit != "%" or share.bound is not Bound.EXACT:
            continue
        whole = _whole(scene, stretch, found, number, share)
        if whole is None or not _belong(scene, number, share):
            continue
        true = number.low / whole.low * _HUNDRED
        if abs(true - share.low) > share.step:
            rounded = true.quantize(share.step)
            parts = f"{format_number(number.low)} dari {format_number(whole.low)}"
            told = f"{parts} adalah {format_number(rounded)} %"
            yield _finding(scene, share, rounded, told, unit=" persen")


def _belong(scene: Scene, number: Amount, share: Amount) -> bool:
    between = scene.reading.lower[number.end : share.outset]
    words = between.split()
    return len(words) <= _SHARE_REACH and ("(" in between or bool({"atau", "setara"} & set(words)))


def _whole(
    scene: Scene, stretch: Stretch, found: Sequence[Amount], number: Amount, share: Amount
) -> Amount | None:
    for one in found:
        if one is number or one is share or not _is_count(scene, one) or one.low <= number.low:
            continue
        begin = max(stretch.sentence.start, one.start - 30)
        if re.search(r"\bdari\b", scene.reading.lower[begin : one.start]) and one.unit in (
            "",
            number.unit,
        ):
            return one
    return None


def _rows(scene: Scene) -> Iterator[Finding]:
    """Tables with a column of totals."""
    head: list[str] | None = None
    for stretch in scene.stretches:
        if not stretch.sentence.row:
            head = None
            continue
        cells = cells_of(scene, stretch)
        if head is None:
            head = [cell.text.lower() for cell in cells]
        elif len(cells) == len(head):
            yield from _row(scene, head, cells)


def _row(scene: Scene, head: Sequence[str], cells: Sequence[Cell]) -> Iterator[Finding]:
    totals = [at for at, name in enumerate(head) if _TOTAL.search(name)]
    if len(totals) != 1 or any("%" in name or "persen" in name for name in head):
        return
    numbers = {
        at: Decimal(cell.text.replace(".", ""))
        for at, cell in enumerate(cells)
        if _CELL_NUMBER.fullmatch(cell.text)
        and not re.search(r"\b(?:no|nomor|kode|tahun)\b", head[at])
    }
    total = numbers.pop(totals[0], None)
    if total is None or len(numbers) < _LEAST_PARTS:
        return
    added = sum(numbers.values(), Decimal(0))
    if added != total and _is_near(added, total):
        cell = cells[totals[0]]
        yield _at(
            scene, cell.start, cell.end, added,
            f"kolom-kolom lain di baris ini berjumlah {format_number(added)}",
        )  # fmt: skip


def _finding(scene: Scene, one: Amount, right: Decimal, told: str, unit: str = "") -> Finding:
    return _at(scene, one.start, one.end, right, told, unit)


def _at(scene: Scene, start: int, end: int, right: Decimal, told: str, unit: str = "") -> Finding:
    first, last = scene.reading.folded.span(start, end)
    passage = scene.original[first:last]
    return Finding(
        Verdict.INCONSISTENT, first, last, passage,
        f"“{passage}” tidak cocok dengan angka lain dalam teks: {told}.",
        _CONFIDENCE,
        remedies=(Remedy(Action.CORRECT, f"{format_number(right)}{unit}"),),
    )  # fmt: skip
