"""The first visible sheet of an XLSX file, bounded in every direction."""

import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import openpyxl  # type: ignore[import-untyped]

from selaras.announcements.grid.errors import InvalidGrid, Mistake, unreadable
from selaras.announcements.grid.tables import (
    MOST_COLUMNS,
    MOST_ROWS,
    Covered,
    Merge,
    Record,
    records_of,
)

LARGEST_FILE = 5 * 2**20
LARGEST_UNPACKED = 40 * 2**20
MOST_PARTS = 1000
MOST_LINES = 4 * MOST_ROWS  # among them are formatted empty ones
_MERGE = re.compile(
    rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})"'
)
_FIXED = re.compile(r"0\.(0+)")


def read_workbook(data: bytes) -> list[Record]:
    """The rows with their values as Indonesian text. Raises `InvalidGrid`."""
    _require_harmless(data)
    try:
        values = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        formulas = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
        sheet = next(one for one in values.worksheets if one.sheet_state == "visible")
        rows = list(zip(_cells(sheet), _cells(formulas[sheet.title]), strict=True))
        covered = _covered(data, sheet)
    except InvalidGrid:
        raise
    except Exception as error:  # openpyxl fails in as many ways as files are damaged
        raise _damaged() from error
    return records_of(
        (
            (line, [_text(value, formula) for value, formula in zip(*pair, strict=True)])
            for line, pair in enumerate(rows, 1)
        ),
        covered,
    )


def _require_harmless(data: bytes) -> None:
    """Before anything is unpacked: how much would come out."""
    if len(data) > LARGEST_FILE:
        problem = f"Berkas lebih dari {LARGEST_FILE >> 20} MB."
        raise unreadable(0, problem, "Simpan lembarnya saja sebagai CSV UTF-8.", Mistake.TOO_MANY)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise _damaged() from error
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        problem = "Isi berkas XLSX ini terlalu besar."
        raise unreadable(0, problem, "Simpan lembarnya saja sebagai CSV UTF-8.", Mistake.TOO_MANY)


def _damaged() -> Exception:
    remedy = "Buka berkasnya, simpan ulang sebagai XLSX tanpa kata sandi, atau sebagai CSV UTF-8."
    return unreadable(0, "Berkas ini bukan XLSX yang utuh.", remedy)


def _cells(sheet: Any) -> Iterable[tuple[Any, ...]]:
    rows: Iterable[tuple[Any, ...]] = sheet.iter_rows(
        min_row=1, max_row=MOST_LINES, max_col=MOST_COLUMNS + 1
    )
    return rows


def _covered(data: bytes, sheet: Any) -> Mapping[int, Mapping[int, str]]:
    """The places below merged cells. Reading row by row passes them over, so they are looked up."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        source = archive.read(sheet._worksheet_path)
    covered = Covered()
    for found in _MERGE.finditer(source):
        left, top, right, bottom = (part.decode() for part in found.groups())
        last, end = min(int(bottom), MOST_LINES), min(_number(right), MOST_COLUMNS)
        covered.add(Merge(int(top), last, _number(left), end))
    return covered.at


def _number(letters: str) -> int:
    number = 0
    for one in letters:
        number = number * 26 + ord(one) - ord("A") + 1
    return number - 1


def _text(cell: Any, formula: Any) -> str:
    """The value of a cell as a person would write it; a formula that was never run stays one."""
    value = cell.value
    if value is None:
        written = formula.value
        return written if isinstance(written, str) and written.startswith("=") else ""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, int | float | Decimal):
        return _figure(value, str(cell.number_format or ""))
    if isinstance(value, datetime):
        midnight = value.time() == time.min
        return value.date().isoformat() if midnight else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    return f"{value:%H.%M}" if isinstance(value, time) else str(value)


def _figure(value: float | Decimal, shown_as: str) -> str:
    """Exact to the fifteen digits that a spreadsheet keeps, with a decimal comma."""
    exact = Decimal(f"{value:.15g}")
    percent = "%" in shown_as
    if percent:
        exact *= 100
    words = f"{exact.normalize():f}"
    fixed = _FIXED.search(shown_as)
    decimals = len(fixed[1]) if fixed else 0
    if decimals > len(words.partition(".")[2]):  # a code 32.10 that was taken for a number
        words = f"{exact:.{decimals}f}"
    words = words.replace(".", ",")
    return f"{words} %" if percent else words
