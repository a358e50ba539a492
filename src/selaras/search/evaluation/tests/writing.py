"""Small files to measure on."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

CORPUS = (
    {"id": "b", "title": "Syarat KTP", "body": "Bawa kartu keluarga ke kantor camat."},
    {"id": "a", "title": "", "body": "Jadwal vaksinasi di puskesmas.", "date": "2021-09-21"},
    {"id": "d", "title": "", "body": "Sungai meluap di Ciledug.", "date": None, "region": None},
    {"id": "c", "title": "", "body": "Sungai meluap di Ciledug.", "institution": None},
)
QUERIES = (
    {"id": "1", "query": "syarat (KTP", "relevant": ["b"], "region": ""},
    {"id": "2", "query": "Jadwal OR \"vaksinasi", "relevant": ["a"]},
    {"id": "3", "query": "sungai ciledug", "relevant": ["d"]},
    {"id": "4", "query": "zzz *", "relevant": ["b"]},
)  # fmt: skip


def write(path: Path, rows: Sequence[Mapping[str, Any] | str]) -> Path:
    """One line each; what is a text stands there as it is."""
    said = [row if isinstance(row, str) else json.dumps(row) for row in rows]
    path.write_text("".join(f"{line}\n" for line in said), encoding="utf-8")
    return path
