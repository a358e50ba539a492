"""Locks, and the audit of what is done with instructions."""

from typing import Any
from uuid import UUID

from selaras.announcements.instructing.errors import NotDraft, NotIssued
from selaras.announcements.models import Addressee, Instruction
from selaras.ledger.actors import Actor
from selaras.ledger.services import record


def locked_draft(pk: UUID) -> Instruction:
    """Raises `NotDraft`."""
    found = locked(pk)
    if found.state != Instruction.State.DRAFT:
        raise NotDraft(found.get_state_display())
    return found


def locked(pk: UUID) -> Instruction:
    rows = Instruction.objects.select_for_update(of=("self",))
    return rows.select_related("issuer__region").get(pk=pk)


def locked_addressee(pk: int) -> Addressee:
    """Raises `NotIssued` where nothing is asked any more."""
    rows = Addressee.objects.select_for_update(of=("self",))
    found = rows.select_related("instruction__issuer", "institution").get(pk=pk)
    if not found.instruction.is_open:
        raise NotIssued(found.instruction.get_state_display())
    return found


def note(
    instruction: Instruction, *, actor: Actor, action: str, reason: str = "", **details: Any
) -> None:
    """An act of the issuer."""
    record(
        actor=actor,
        institution=instruction.issuer.slug,
        action=action,
        object_kind="instruction",
        object_id=str(instruction.pk),
        revision=str(instruction.edition),
        reason=reason,
        details=details,
    )


def note_of(
    addressee: Addressee, *, actor: Actor, action: str, reason: str = "", **details: Any
) -> None:
    """An act of an addressee, or of others about it."""
    record(
        actor=actor,
        institution=addressee.institution.slug,
        action=action,
        object_kind="instruction.addressee",
        object_id=str(addressee.pk),
        reason=reason,
        details={"instruction": str(addressee.instruction_id), **details},
    )
