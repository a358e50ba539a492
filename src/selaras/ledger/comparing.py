"""Is the copy outside the database the same as the database? Somebody may have changed either."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Max

from selaras.ledger.json_lines import as_json
from selaras.ledger.models import AuditEntry, OwedEffect
from selaras.ledger.services.recording import COPY

CHUNK = 500
Copies = dict[str, set[bytes]]


@dataclass(slots=True)
class Comparison:
    """Keys of entries. `torn` are places of lines that cannot be read, as a crash leaves them."""

    entries: int = 0
    waiting: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    differing: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    torn: list[str] = field(default_factory=list)

    @property
    def sound(self) -> bool:
        return not (self.missing or self.differing or self.foreign)


def compare() -> Comparison:
    """Compare every entry with its line, while others go on writing.

    An entry whose copy is still owed is waiting. What is foreign stands in the files only.
    """
    found = Comparison()
    last = AuditEntry.objects.aggregate(last=Max("number"))["last"] or 0
    waiting = _waiting()
    copies = _copies(found)
    for entry in AuditEntry.objects.filter(number__lte=last).order_by("number").iterator(CHUNK):
        found.entries += 1
        key = str(entry.key)
        lines = copies.pop(key, None)
        if lines is None:
            (found.waiting if key in waiting else found.missing).append(key)
        elif lines != {_digest(as_json(entry))}:
            found.differing.append(key)
    found.foreign = _without_entry(sorted(copies))
    return found


def _waiting() -> set[str]:
    owed = OwedEffect.objects.filter(kind=COPY, state=OwedEffect.State.OWED)
    return {key.removeprefix(f"{COPY}:") for key in owed.values_list("key", flat=True)}


def _copies(found: Comparison) -> Copies:
    """What the files say of each entry; a line that stands there twice says the same."""
    copies: Copies = {}
    for place, text in _lines():
        try:
            line = json.loads(text)
            key = str(line["id"])
        except (ValueError, KeyError, TypeError):
            found.torn.append(place)
            continue
        copies.setdefault(key, set()).add(_digest(line))
    return copies


def _lines() -> Iterator[tuple[str, bytes]]:
    for path in sorted((Path(settings.DATA_DIR) / "audit").glob("*.jsonl")):
        with path.open("rb") as file:
            for number, text in enumerate(file, start=1):
                yield f"{path.name}:{number}", text


def _digest(line: dict[str, Any]) -> bytes:
    return blake2b(json.dumps(line, sort_keys=True).encode(), digest_size=16).digest()


def _without_entry(keys: list[str]) -> list[str]:
    """Those that no entry has, not even one that was written in the meantime."""
    foreign: list[str] = []
    for start in range(0, len(keys), CHUNK):
        chunk = keys[start : start + CHUNK]
        known = AuditEntry.objects.filter(key__in=filter(_is_key, chunk))
        there = {str(key) for key in known.values_list("key", flat=True)}
        foreign += [key for key in chunk if key not in there]
    return foreign


def _is_key(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False
