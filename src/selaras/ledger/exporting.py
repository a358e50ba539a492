"""The audit as a file: CSV for spreadsheets, JSON lines for programs; line by line."""

import csv
import io
import json
from collections.abc import Iterable, Iterator

from django.db.models import QuerySet

from selaras.ledger.json_lines import as_json
from selaras.ledger.models import AuditEntry
from selaras.ledger.queries import named_entries

FORMATS = {"csv": "text/csv; charset=utf-8", "jsonl": "application/jsonl; charset=utf-8"}
# A spreadsheet takes a cell that begins so for a formula and may run it.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def lines(found: QuerySet[AuditEntry], form: str, *, names: bool) -> Iterator[str]:
    """The entries, oldest first, in a format of `FORMATS`; names only where they are asked for."""
    for number, (entry, name) in enumerate(named_entries(found.order_by("at", "number"))):
        row = as_json(entry) | ({"name": name} if names else {})
        if form == "csv":
            if number == 0:
                yield _csv(row.keys())
            yield _csv(harmless(_text(value)) for value in row.values())
        else:
            yield json.dumps(row, ensure_ascii=False) + "\n"


def harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def _text(value: object) -> str:
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False) if value else ""
    return str(value)


def _csv(cells: Iterable[str]) -> str:
    target = io.StringIO()
    csv.writer(target).writerow(cells)
    return target.getvalue()
