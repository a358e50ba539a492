"""Cells between tabs, semicolons or commas, as spreadsheets copy and save them."""

import csv
import io
from collections import Counter

from selaras.announcements.grid.characters import bounded
from selaras.announcements.grid.errors import unreadable
from selaras.announcements.grid.tables import Record, records_of

SEPARATORS = "\t;,"
SAMPLE = 200  # lines that tell which separator it is

Rows = list[tuple[int, list[str]]]


def read_separated(text: str) -> list[Record]:
    """The rows of a text. Raises `InvalidGrid` for an open quotation mark in a file."""
    plain = bounded(text)
    separator = separator_of(plain)
    if separator is None:
        return records_of((line, [cell]) for line, cell in enumerate(plain.split("\n"), 1))
    return records_of(_rows(plain, separator))


def separator_of(text: str) -> str | None:
    """The separator by which most lines have the same number of cells, two or more."""
    lines = [line for line in text.split("\n")[:SAMPLE] if line.strip()]
    scores: dict[str, int] = {}
    for separator in SEPARATORS:
        widths = Counter(line.count(separator) for line in lines if separator in line)
        scores[separator] = max(widths.values(), default=0)
    best = max(SEPARATORS, key=lambda separator: scores[separator])
    if scores["\t"]:
        best = "\t"
    return best if scores[best] else None


def _rows(text: str, separator: str) -> Rows:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows: Rows = []
    line = 1
    try:
        for cells in reader:
            rows.append((line, cells))
            line = reader.line_num + 1
    except csv.Error as error:
        if separator == "\t":  # a program that copies without quoting may copy a quotation mark
            return [(number, row.split("\t")) for number, row in enumerate(text.split("\n"), 1)]
        problem = "Tanda kutip pada baris ini tidak berpasangan."
        raise unreadable(line, problem, "Tutup dengan tanda kutip ganda, atau hapus.") from error
    return rows
