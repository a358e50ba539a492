"""A copy of the audit outside the database: one JSON line per entry, one file per month."""

import json
import os
from pathlib import Path
from typing import Any, BinaryIO

from django.conf import settings

from selaras.ledger.json_lines import as_json
from selaras.ledger.models import AuditEntry
from selaras.ledger.services.recording import COPY
from selaras.ledger.worker import settles

TAIL = 1 << 20  # bytes searched for a line that an earlier attempt wrote


@settles(COPY)
def copy_entry(payload: dict[str, Any]) -> None:
    """Append the entry to its month's file, unless an earlier attempt already did."""
    entry = AuditEntry.objects.get(key=payload["entry"])
    path = audit_file(entry)
    path.parent.mkdir(parents=True, exist_ok=True)
    line = json.dumps(as_json(entry), ensure_ascii=False).encode() + b"\n"
    with path.open("a+b") as file:
        tail = _tail(file)
        if line in tail:
            return
        # A line that a crash cut in half is closed, so that it spoils no other.
        file.write(line if tail.endswith(b"\n") or not tail else b"\n" + line)
        file.flush()
        os.fsync(file.fileno())


def _tail(file: BinaryIO) -> bytes:
    file.seek(max(0, file.seek(0, os.SEEK_END) - TAIL))
    return file.read()


def audit_file(entry: AuditEntry) -> Path:
    return Path(settings.DATA_DIR) / "audit" / f"{entry.at:%Y-%m}.jsonl"
