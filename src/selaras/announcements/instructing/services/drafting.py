"""Preparing an instruction, changing and cancelling it."""

from django.db import transaction
from django.utils import timezone

from selaras.accounts.models import User
from selaras.announcements.instructing.content import Content, require_sound
from selaras.announcements.instructing.errors import Lacking, NotDraft
from selaras.announcements.instructing.policies import require_cancelling, require_preparing
from selaras.announcements.instructing.queries import subject_of
from selaras.announcements.instructing.rules import words_of
from selaras.announcements.instructing.services.noting import locked, locked_draft, note
from selaras.announcements.models import Instruction
from selaras.institutions.models import Institution
from selaras.review import services as review

MOST_REASON = 1000


def prepare(*, issuer: Institution, content: Content, user: User) -> Instruction:
    """Keep a draft. Raises `MayNotInstruct`, `MayNotPrepare` or `BadInstruction`."""
    require_preparing(user=user, issuer=issuer)
    require_sound(content)
    instruction = Instruction(issuer=issuer, made_by=user, changed_by=user)
    with transaction.atomic():
        write(instruction, content)
        note(instruction, actor=user, action="instructions.prepare")
    return instruction


def change(*, instruction: Instruction, content: Content, user: User) -> Instruction:
    """Say it anew; what waited for approval waits no more. Raises as `prepare`, or `NotDraft`."""
    require_preparing(user=user, issuer=instruction.issuer)
    require_sound(content)
    with transaction.atomic():
        found = locked_draft(instruction.pk)
        review.take_back(subject=subject_of(found), user=user)
        found.edition += 1
        found.changed_by, found.changed_at = user, timezone.now()
        write(found, content)
        note(found, actor=user, action="instructions.change")
    return found


def cancel(*, instruction: Instruction, user: User, reason: str) -> None:
    """Nothing of it is asked any more, for good. Raises `MayNotIssue`, `NotDraft`, `Lacking`."""
    words = reason.strip()
    with transaction.atomic():
        found = locked(instruction.pk)
        if found.state == Instruction.State.CANCELLED:
            raise NotDraft(found.get_state_display())
        require_cancelling(user=user, instruction=found)
        if found.is_open and not 0 < len(words) <= MOST_REASON:
            raise Lacking(
                "reason",
                "Alasan pembatalan belum ditulis, atau terlalu panjang.",
                f"Penerima membacanya; paling banyak {MOST_REASON} huruf.",
            )
        review.take_back(subject=subject_of(found), user=user)
        found.state = Instruction.State.CANCELLED
        found.cancelled_at, found.cancel_reason = timezone.now(), words
        found.save(update_fields=["state", "cancelled_at", "cancel_reason"])
        note(found, actor=user, action="instructions.cancel", reason=words)


def write(instruction: Instruction, content: Content) -> None:
    content.fill(instruction)
    instruction.rule_words = words_of(content.rule)
    instruction.save()
