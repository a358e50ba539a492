"""The audit of what is said about a version."""

from typing import Any

from selaras.ledger.actors import Actor
from selaras.ledger.services import record
from selaras.review.models.base import AboutVersion


def note(row: AboutVersion, *, actor: Actor, action: str, reason: str = "", **details: Any) -> None:
    record(
        actor=actor,
        action=action,
        object_kind=row.subject_kind,
        object_id=row.subject_key,
        institution=row.institution.slug,
        revision=row.version,
        reason=reason,
        details={"key": row.pk, **details},
    )
