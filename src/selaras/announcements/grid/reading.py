"""From a paste, a clipboard or a file to rows as typed. Nothing is interpreted, nothing lost."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile
from pathlib import PurePath

from selaras.announcements.grid.characters import decoded
from selaras.announcements.grid.clipboard import read_html
from selaras.announcements.grid.columns import Columns, columns_of
from selaras.announcements.grid.errors import GridFlaw, Mistake, unreadable
from selaras.announcements.grid.places import Places
from selaras.announcements.grid.rows import GridRow
from selaras.announcements.grid.separated import read_separated
from selaras.announcements.grid.tables import Record, letter
from selaras.announcements.grid.workbook import LARGEST_FILE, read_workbook
from selaras.facts.models import FactType

MOST_TOLD = 8


@dataclass(frozen=True)
class Reading:
    """Rows with the mistakes of the table itself; `words` say how its columns were understood."""

    rows: list[GridRow]
    flaws: list[GridFlaw]
    words: str


def read_paste(text: str, html: str, types: Sequence[FactType], places: Places) -> Reading:
    """What a clipboard holds: the table in its HTML, which knows merged cells, or else its text.

    Raises `InvalidGrid` where no table can be made of it.
    """
    records = read_html(html) if html else None
    return read_records(records or read_separated(text), types, places)


def read_file(name: str, data: bytes, types: Sequence[FactType], places: Places) -> Reading:
    """The table in a CSV, TSV or XLSX file. Raises `InvalidGrid`."""
    ending = PurePath(name).suffix.lower()
    if ending in {".xls", ".ods"} or data.startswith(b"\xd0\xcf\x11\xe0"):
        remedy = "Simpan ulang sebagai XLSX atau CSV UTF-8."
        raise unreadable(0, f"Jenis berkas {ending or 'ini'} tidak dibaca.", remedy)
    if data.startswith(b"PK"):
        return read_records(read_workbook(data), types, places)
    if len(data) > LARGEST_FILE:
        problem = f"Berkas lebih dari {LARGEST_FILE >> 20} MB."
        raise unreadable(0, problem, "Simpan lembarnya saja.", Mistake.TOO_MANY)
    return read_records(read_separated(decoded(data)), types, places)


def read_records(records: Sequence[Record], types: Sequence[FactType], places: Places) -> Reading:
    """The rows below the headings: one column for each type, or region and value in each row."""
    columns = columns_of(records, types, places)
    # Lines whose region is covered from above are still the headings, over several rows.
    below = dropwhile(lambda one: _covered(one, columns), records[columns.first :])
    tall = columns.kind is not None or not columns.types
    rows = [
        row
        for record in below
        for row in (_narrow(record, columns, types) if tall else _wide(record, columns))
    ]
    return Reading(rows, columns.flaws, _words(columns, types))


def _covered(record: Record, columns: Columns) -> bool:
    return all(column in record.covered for column in columns.of_region)


def _wide(record: Record, columns: Columns) -> Iterator[GridRow]:
    """A row for each cell that holds a value, or one that says that no cell does."""
    region, wrong = _region(record, columns), _wrong(record, columns)
    told = False
    last = max(columns.types)
    for column, fact_type in columns.types.items():
        text = _value(record, column, columns) if column == last else record.cell(column)
        flaw = wrong or _hidden(record, column)
        if text or (flaw and flaw is not wrong):
            yield GridRow(record.line, fact_type.key, region, text, flaw)
            told = True
    if not told:
        first = next(iter(columns.types.values()))
        yield GridRow(record.line, first.key, region, "", wrong)


def _narrow(record: Record, columns: Columns, types: Sequence[FactType]) -> Iterator[GridRow]:
    key = types[0].key if types else ""
    if columns.kind is not None:
        key = _type_named(record.cell(columns.kind), types)
    flaw = _wrong(record, columns)
    if columns.value is not None:
        flaw = flaw or _hidden(record, columns.value)
    value = _value(record, columns.value, columns)
    yield GridRow(record.line, key, _region(record, columns), value, flaw)


def _type_named(text: str, types: Sequence[FactType]) -> str:
    wanted = text.casefold()
    known = (one.key for one in types if wanted in (one.key, one.label.casefold()))
    return next(known, text)


def _region(record: Record, columns: Columns) -> str:
    return " ".join(filter(None, map(record.cell, columns.of_region)))


def _value(record: Record, column: int | None, columns: Columns) -> str:
    """With what stands right of the last heading, for it may be half of the value."""
    return " | ".join(filter(None, (record.cell(column), *record.cells[columns.width :])))


def _wrong(record: Record, columns: Columns) -> GridFlaw | None:
    for column in columns.of_region:
        if column in record.covered and not _region(record, columns):
            return _hidden(record, column)
    if len(record.cells) > columns.width:
        problem = f"Ada {len(record.cells)} kolom, seharusnya {columns.width}."
        remedy = "Apit isi yang memuat pemisah kolom dengan tanda kutip ganda."
        value = " | ".join(record.cells)[:80]
        return GridFlaw(record.line, value, problem, remedy, Mistake.WIDTH)
    return None


def _hidden(record: Record, column: int) -> GridFlaw | None:
    if column not in record.covered:
        return None
    problem = f"Isinya tertutup sel gabungan ({record.covered[column]})."
    remedy = "Pisahkan sel gabungan itu di spreadsheet, isi tiap barisnya, lalu tempel lagi."
    return GridFlaw(record.line, "", problem, remedy, Mistake.MERGED)


def _words(columns: Columns, types: Sequence[FactType]) -> str:
    """`Terbaca: kolom A kode, B nama, C Level PPKM. Tidak dipakai: Penduduk.`"""
    meant = {columns.code: "kode", columns.name: "nama", columns.kind: "jenis fakta"}
    alone = types[0].label if len(types) == 1 and columns.kind is None else "nilai"
    meant[columns.value] = alone
    meant |= {column: one.label for column, one in columns.types.items()}
    known = sorted((column, words) for column, words in meant.items() if column is not None)
    told = ", ".join(f"{letter(column)} {words}" for column, words in known)
    unused = columns.unused[:MOST_TOLD]
    rest = f" Tidak dipakai: {', '.join(unused)}." if unused else ""
    return f"Terbaca: kolom {told}.{rest}"
