"""Asking for approval, and issuing: the rows of all addressees in the same transaction."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from selaras.accounts.models import User
from selaras.announcements.instructing.addressing import Addressing, Resolver
from selaras.announcements.instructing.content import (
    Content,
    fingerprint_of_instruction,
    require_sound,
    rule_of,
)
from selaras.announcements.instructing.errors import BadInstruction, ChangedMeanwhile, NoAddressee
from selaras.announcements.instructing.events import InstructionIssued
from selaras.announcements.instructing.policies import (
    require_instructing,
    require_issuing,
    require_preparing,
)
from selaras.announcements.instructing.queries import subject_of
from selaras.announcements.instructing.services.drafting import write
from selaras.announcements.instructing.services.noting import locked_draft, note
from selaras.announcements.models import Addressee, Instruction
from selaras.common.errors import Flaw
from selaras.common.events import emit
from selaras.institutions.models import Institution
from selaras.ledger.actors import Actor
from selaras.review import services as review
from selaras.review.versions import Version, fingerprint_of


@dataclass(frozen=True, slots=True)
class Issued:
    """`seen` stands for what would be issued: the content, and exactly these addressees."""

    addressing: Addressing
    seen: str


def preview(instruction: Instruction) -> Issued:
    """Whom it would reach now."""
    found = Resolver(instruction.issuer).resolve(rule_of(instruction))
    keys = sorted(target.institution.pk for target in found.targets)
    return Issued(found, fingerprint_of([fingerprint_of_instruction(instruction), keys]))


def version_of(instruction: Instruction) -> Version:
    return Version(
        subject_of(instruction),
        str(instruction.edition),
        fingerprint_of_instruction(instruction),
        instruction.shown_title,
        instruction.issuer,
        instruction.changed_by,
    )


def submit(*, instruction: Instruction, user: User) -> None:
    """Ask for its approval. Raises `MayNotPrepare`, `NotDraft`, `NoAddressee`, `BadInstruction`."""
    require_preparing(user=user, issuer=instruction.issuer)
    with transaction.atomic():
        found = locked_draft(instruction.pk)
        _require_ahead(found)
        if not preview(found).addressing.targets:
            raise NoAddressee
        review.submit(version=version_of(found), user=user)


def take_back(*, instruction: Instruction, user: User) -> None:
    """Nobody shall decide about it any more. Raises `MayNotPrepare` or `NotDraft`."""
    require_preparing(user=user, issuer=instruction.issuer)
    with transaction.atomic():
        found = locked_draft(instruction.pk)
        review.take_back(subject=subject_of(found), user=user)


def send_back(*, instruction: Instruction, user: User, comment: str) -> None:
    """Return it to its writer. Raises `MayNotIssue`, `OwnInstruction`, and as review does."""
    with transaction.atomic():
        found = locked_draft(instruction.pk)
        require_issuing(user=user, instruction=found)
        review.return_round(subject=subject_of(found), user=user, comment=comment)


def issue(*, instruction: Instruction, user: User, seen: str) -> Instruction:
    """Approve what waits and issue it, all or nothing.

    `seen` is that of the preview that the approver read. Raises `MayNotIssue`, `OwnInstruction`,
    `ChangedMeanwhile`, `NoAddressee`, `BadInstruction`, or what `review.services.approve` raises.
    """
    with transaction.atomic():
        found = locked_draft(instruction.pk)
        require_issuing(user=user, instruction=found)
        shown = preview(found)
        if shown.seen != seen:
            raise ChangedMeanwhile
        review.approve(version=version_of(found), user=user)
        _issue(found, shown.addressing, by=user, actor=user)
    return found


def issue_directly(*, issuer: Institution, content: Content, actor: Actor) -> Instruction:
    """Prepare and issue in one call, by the application itself: a command, a demonstration.

    All of it is one transaction. Raises `MayNotInstruct`, `BadInstruction` or `NoAddressee`.
    """
    require_instructing(issuer)
    require_sound(content)
    instruction = Instruction(issuer=issuer)
    with transaction.atomic():
        write(instruction, content)
        _issue(instruction, preview(instruction).addressing, by=None, actor=actor)
    return instruction


def _issue(
    instruction: Instruction, addressing: Addressing, *, by: User | None, actor: Actor
) -> None:
    _require_ahead(instruction)
    if not addressing.targets:
        raise NoAddressee
    now = timezone.now()
    instruction.state = Instruction.State.ISSUED
    instruction.issued_at, instruction.issued_by, instruction.changed_at = now, by, now
    instruction.save(update_fields=["state", "issued_at", "issued_by", "changed_at"])
    Addressee.objects.bulk_create(
        Addressee(
            instruction=instruction,
            institution=target.institution,
            name=target.institution.name,
            region=target.institution.region_id,
            region_name=target.institution.region.full_name,
            province=target.province,
            received_at=now,
        )
        for target in addressing.targets
    )
    note(
        instruction,
        actor=actor,
        action="instructions.issue",
        addressees=len(addressing.targets),
        excluded=len(addressing.excluded),
        drill=instruction.drill,
    )
    keys = tuple(target.institution.pk for target in addressing.targets)
    emit(InstructionIssued(instruction.pk, keys))


def _require_ahead(instruction: Instruction) -> None:
    if instruction.due_at <= timezone.now():
        flaw = Flaw(0, "", "Batas waktunya sudah lewat.", "Ubah batas waktunya, lalu ajukan lagi.")
        raise BadInstruction("Instruksi ini belum dapat diterbitkan.", [flaw])
