"""The audit: one entry for each act, without a name in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from selaras.ledger.actors import COMMAND, Actor, pseudonym_of, reference_in
from selaras.ledger.audit_leaves import append_leaf
from selaras.ledger.models import AuditEntry, Origin, Person
from selaras.ledger.origin import this_machine, whence
from selaras.ledger.services.owing import owe, require_transaction

COPY = "audit.copy"
_told: ContextVar[bool] = ContextVar("told", default=False)


def record(
    *,
    actor: Actor,
    action: str,
    object_kind: str,
    object_id: str,
    institution: str = "",
    revision: str = "",
    reason: str = "",
    details: dict[str, Any] | None = None,
    at: datetime | None = None,
) -> AuditEntry:
    """Write one audit entry with its leaf in the log, and owe its copy in the audit file.

    `actor` is a user, or a word from `ledger.actors`; never a name. `details` and `reason` stay
    for good: they name no person either. From where it was done is taken from `ledger.origin`.
    """
    require_transaction("record")
    entry = AuditEntry.objects.create(
        at=at or timezone.now(),
        actor=pseudonym_of(actor),
        institution=institution,
        action=action,
        object_kind=object_kind,
        object_id=object_id,
        revision=revision,
        reason=reason,
        details=details or {},
    )
    if not isinstance(actor, str):
        known = Person(reference=actor.reference, name=str(actor))
        Person.objects.bulk_create([known], ignore_conflicts=True)
    append_leaf(entry)
    _keep_origin(entry)
    owe(kind=COPY, key=f"{COPY}:{entry.key}", payload={"entry": str(entry.key)})
    return entry


def _keep_origin(entry: AuditEntry) -> None:
    """What the application or a citizen did has none that anybody may know."""
    origin = this_machine() if entry.actor == COMMAND else whence()
    known = entry.actor == COMMAND or reference_in(entry.actor)
    if origin and known and settings.AUDIT_ORIGIN_DAYS:
        Origin.objects.create(
            entry=entry, at=timezone.now(), address=origin.address, agent=origin.agent
        )


def rename_person(*, reference: UUID, name: str) -> None:
    """A person whom the audit knows is called otherwise now. An erased name does not return."""
    Person.objects.filter(reference=reference, erased_at=None).exclude(name=name).update(name=name)


@contextmanager
def told_here() -> Iterator[None]:
    """Inside, what a library logs becomes no audit entry: the service records the act itself."""
    token = _told.set(True)
    try:
        yield
    finally:
        _told.reset(token)


def is_told_here() -> bool:
    return _told.get()
