"""Counts as CSV: `kode,nama,<option>…,suara_sah`, one row for each place."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from selaras.common.errors import Flaw
from selaras.language.errors import NumberError
from selaras.language.numbers import format_number, parse_count
from selaras.tallies.errors import RowFlaw, unreadable
from selaras.tallies.sheet import Column, Sheet, SheetRow

CODE, NAME, TOTAL = "kode", "nama", "suara_sah"
FEWEST_COLUMNS = 4
MOST_OPTIONS = 200
MOST_ROWS = 20_000
LONGEST_HEADING = 100
LARGEST_COUNT = 10**15
_NUMBERED = re.compile(r"(?:[a-z]+_)??([0-9]{1,3})_(.+)")
_SEPARATORS = ",;\t"


@dataclass(frozen=True, slots=True)
class Record:
    line: int
    cells: list[str]


def read_csv(text: str) -> Sheet:
    """The sheet, with a flaw for each cell and row that cannot be read.

    Cells are separated by commas, or as spreadsheets in Indonesian write them, by semicolons.
    Raises `InvalidSheet` where the headings do not fit.
    """
    records = _records(text)
    columns = _columns(next(records, Record(1, [])))
    rows: list[SheetRow] = []
    flaws: list[Flaw] = []
    for record in records:
        row, wrong = _row(record, columns)
        flaws += wrong
        if row is not None:
            rows.append(row)
    if not rows and not flaws:
        raise unreadable(
            1, "Tidak ada baris di bawah judul kolom.", "Tulis satu baris tiap wilayah."
        )
    return Sheet(columns, tuple(rows), tuple(flaws))


def _records(text: str) -> Iterator[Record]:
    heading = text.lstrip("\n").partition("\n")[0]
    separator = max(_SEPARATORS, key=heading.count)
    reader = csv.reader(io.StringIO(text), delimiter=separator, strict=True)
    line = 1
    try:
        for number, cells in enumerate(reader):
            if number > MOST_ROWS:
                raise unreadable(line, "Barisnya terlalu banyak.", f"Batasnya {MOST_ROWS} baris.")
            if any(cell.strip() for cell in cells):
                yield Record(line, [" ".join(cell.split()) for cell in cells])
            line = reader.line_num + 1
    except csv.Error:
        raise unreadable(
            line, "Tanda kutip pada baris ini tidak ditutup.", "Tutup dengan tanda kutip ganda."
        ) from None


def _columns(record: Record) -> tuple[Column, ...]:
    """The options, from the headings between name and total."""
    headings = [re.sub(r"\s", "_", cell) for cell in record.cells]
    lowered = [heading.lower() for heading in headings]
    fits = len(lowered) >= FEWEST_COLUMNS and (*lowered[:2], lowered[-1]) == (CODE, NAME, TOTAL)
    remedy = f"Tulis: {CODE},{NAME},<pilihan>…,{TOTAL}."
    if not fits:
        missing = [name for name in (CODE, NAME, TOTAL) if name not in lowered]
        words = (
            f"Tidak ada kolom {', '.join(missing)}." if missing else "Urutan kolom tidak sesuai."
        )
        raise unreadable(record.line, words, remedy)
    options = headings[2:-1]
    if len(options) > MOST_OPTIONS:
        raise unreadable(
            record.line, "Kolomnya terlalu banyak.", f"Batasnya {MOST_OPTIONS} pilihan."
        )
    if len(set(lowered)) < len(lowered) or not all(options):
        raise unreadable(record.line, "Ada judul kolom yang kosong atau kembar.", remedy)
    if long := next((one for one in options if len(one) > LONGEST_HEADING), ""):
        problem = f'Judul kolom "{long[:30]}…" terlalu panjang.'
        raise unreadable(record.line, problem, f"Batasnya {LONGEST_HEADING} huruf.")
    return tuple(_column(heading) for heading in options)


def _column(heading: str) -> Column:
    """`paslon_02_prabowo_gibran` is option 02, "Prabowo Gibran"."""
    match = _NUMBERED.fullmatch(heading.lower())
    key, label = match.groups() if match else ("", heading)
    return Column(heading, key, label.replace("_", " ").title())


def _row(record: Record, columns: tuple[Column, ...]) -> tuple[SheetRow | None, list[Flaw]]:
    code, name = [*record.cells, "", ""][:2]

    def flaw(value: str, problem: str, remedy: str) -> Flaw:
        return RowFlaw(record.line, value[:80], problem, remedy, name[:60])

    expected = len(columns) + 3
    if len(record.cells) != expected:
        problem = f"Ada {len(record.cells)} kolom, seharusnya {expected}."
        return None, [flaw(code, problem, "Apit isi yang memuat pemisah kolom dengan tanda kutip.")]
    if not code:
        return None, [flaw("", "kode wilayahnya tidak ada.", "Tulis kode Kemendagri.")]
    headings = [*(column.source for column in columns), TOTAL]
    counts: list[int] = []
    flaws: list[Flaw] = []
    for heading, cell in zip(headings, record.cells[2:], strict=True):
        try:
            counts.append(_count(cell))
        except NumberError as error:
            flaws.append(flaw(cell, f"Kolom {heading}: {error.problem}", error.remedy))
    if flaws:
        return None, flaws
    return SheetRow(record.line, code, name, tuple(counts[:-1]), counts[-1]), []


def _count(cell: str) -> int:
    count = parse_count(cell)
    if count > LARGEST_COUNT:
        raise NumberError(cell, f"{format_number(count)} terlalu besar.", "Periksa angkanya.")
    return count
