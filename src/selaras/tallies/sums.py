"""Every row adds up to its total, and every level to the one above."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from selaras.institutions.queries import NATIONAL
from selaras.language.numbers import format_number
from selaras.tallies.codes import parent_of
from selaras.tallies.errors import RowFlaw
from selaras.tallies.reading.comma_separated import TOTAL
from selaras.tallies.sheet import Column, SheetRow

ORDINALS = {2: "kedua", 3: "ketiga", 4: "keempat", 5: "kelima"}


def row_flaws(rows: Sequence[SheetRow]) -> Iterator[RowFlaw]:
    """Rows whose options do not add up to the total that they declare."""
    for row in rows:
        if row.total is None or row.total == row.counted:
            continue
        options = f"{ORDINALS.get(len(row.votes), f'{len(row.votes)}')} pilihan"
        if len(row.votes) == 1:
            options = "satu-satunya pilihan"
        problem = (
            f"jumlah {options} {format_number(row.counted)}, "
            f"tetapi {TOTAL} {format_number(row.total)}; "
            f"selisih {format_number(abs(row.counted - row.total))}."
        )
        yield RowFlaw(row.line, str(row.total), problem, "", row.name)


def level_flaws(rows: Sequence[SheetRow], columns: Sequence[Column]) -> Iterator[RowFlaw]:
    """Rows that are not the sum of the rows directly below them, each column by itself."""
    below: dict[str, list[SheetRow]] = defaultdict(list)
    for row in rows:
        below[parent_of(row.code)].append(row)
    for row in rows:
        if children := below.get(row.code):
            yield from _compared(row, children, columns)


def missing_parents(rows: Sequence[SheetRow], scope: str) -> Iterator[RowFlaw]:
    """Rows of regencies whose province has none, so that nothing says what they add up to."""
    codes = {row.code for row in rows} | {scope, ""}
    told = set()
    for row in rows:
        parent = parent_of(row.code)
        if parent in codes or parent in told or row.code == scope:
            continue
        told.add(parent)
        problem = f"baris provinsinya (kode {parent}) tidak ada."
        yield RowFlaw(row.line, row.code, problem, "Tambahkan jumlah provinsi itu.", row.name)


def _compared(
    row: SheetRow, children: list[SheetRow], columns: Sequence[Column]
) -> Iterator[RowFlaw]:
    parts = f"{len(children)} baris di bawahnya"
    if row.code == NATIONAL:
        parts = f"{len(children)} provinsi dan luar negeri"
    sums = [sum(votes) for votes in zip(*(child.votes for child in children), strict=True)]
    pairs = [
        (column.source, total, given)
        for column, total, given in zip(columns, sums, row.votes, strict=True)
    ]
    totals = [child.total for child in children]
    if row.total is not None and None not in totals:
        pairs.append((TOTAL, sum(total for total in totals if total is not None), row.total))
    for name, total, given in pairs:
        if total != given:
            problem = (
                f"{name}: jumlah {parts} {format_number(total)}, tetapi baris ini "
                f"{format_number(given)}; selisih {format_number(abs(total - given))}."
            )
            yield RowFlaw(row.line, str(given), problem, "", row.name)
