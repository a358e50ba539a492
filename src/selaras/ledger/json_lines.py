"""An entry as JSON: in the copy outside the database, in exports and on the command line."""

from typing import Any

from selaras.ledger.models import AuditEntry


def as_json(entry: AuditEntry) -> dict[str, Any]:
    """The entry with pseudonyms and without origin: what is written here cannot be erased."""
    return {
        "number": entry.number,
        "id": str(entry.key),
        "at": entry.at.isoformat(),
        "actor": entry.actor,
        "institution": entry.institution,
        "action": entry.action,
        "object_kind": entry.object_kind,
        "object_id": entry.object_id,
        "revision": entry.revision,
        "reason": entry.reason,
        "details": entry.details,
    }
