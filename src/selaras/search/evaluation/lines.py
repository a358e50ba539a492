"""Files of one JSON object a line, read for people who want to know which line is wrong."""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Protocol, TypeVar

from selaras.common.errors import Flaw, Flawed, Refused

MOST_FLAWS = 20


class Identified(Protocol):
    @property
    def id(self) -> str: ...


Row = TypeVar("Row", bound=Identified)


class BadLine(Exception):
    """What is wrong with one line, and what to write there: Indonesian sentences."""

    def __init__(self, problem: str, remedy: str = "", value: str = "") -> None:
        self.problem, self.remedy, self.value = problem, remedy, value
        super().__init__(problem)


def read_lines(path: Path, row_of: Callable[[Mapping[str, Any]], Row]) -> tuple[list[Row], int]:
    """The rows of a file, and how many lines only repeat one before; blank lines are skipped.

    `row_of` raises BadLine. Raises Flawed with the first bad lines, or Refused for a file without
    any row.
    """
    rows: dict[str, tuple[int, Row]] = {}
    flaws: list[Flaw] = []
    repeated = 0
    for number, line in _numbered(path):
        try:
            row = row_of(_object(line))
            first, known = rows.setdefault(row.id, (number, row))
            if known != row:
                raise BadLine(f"id yang sama sudah dipakai pada baris {first}.", value=row.id)
            repeated += first != number
        except BadLine as bad:
            flaws.append(Flaw(number, bad.value, bad.problem, bad.remedy))
            if len(flaws) == MOST_FLAWS:
                break
    if flaws:
        raise Flawed(f"{path.name} tidak dapat dipakai.", flaws)
    if not rows:
        raise Refused(f"{path.name} kosong.", "Tulis satu objek JSON per baris.")
    return [row for _, row in rows.values()], repeated


def identifier(row: Mapping[str, Any], key: str = "id") -> str:
    return identified(row.get(key), key)


def identified(value: object, key: str) -> str:
    """An id is a text or an integer."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, str) and value.strip():
        return value
    raise BadLine(f'"{key}" kosong atau bukan teks.', 'Misalnya "id": "a1".')


def optional_text(row: Mapping[str, Any], key: str) -> str:
    """A text; empty where the key is missing or null."""
    value = row.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise BadLine(f'"{key}" bukan teks.', f'Tulis misalnya "{key}": "…".', str(value)[:80])
    return value


def _numbered(path: Path) -> Iterator[tuple[int, str]]:
    """Lines that are not blank; bytes that are no UTF-8 become U+FFFD."""
    with path.open(encoding="utf-8-sig", errors="replace") as opened:
        for number, line in enumerate(opened, start=1):
            if line.strip():
                yield number, line


def _object(line: str) -> Mapping[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        raise BadLine("bukan JSON.", "Tulis satu objek JSON per baris.", line[:80]) from None
    if not isinstance(row, dict):
        raise BadLine("bukan objek JSON.", 'Misalnya {"id": …}.', line[:80])
    return row
