"""What instructions ask of people."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from selaras.accounts.inbox.registry import MOST, Item, Urgency, Waiting, fills_inbox
from selaras.accounts.inbox.starts import Start, offers_start
from selaras.accounts.models import User
from selaras.announcements.instructing.policies import FOLLOWING, issuers_of
from selaras.announcements.instructing.queries import (
    KIND,
    UNACKNOWLEDGED,
    received_by,
    unfinished,
)
from selaras.announcements.instructing.times import time_left
from selaras.announcements.models import Addressee, Inquiry, Instruction
from selaras.institutions.standing import standing_of
from selaras.review.queries import returned_to, waiting_for

SOON = timedelta(hours=24)
AHEAD = timedelta(days=3)
LETTERS = 120
DRILL = "LATIHAN · "
State = Addressee.State


@fills_inbox("instructions: received")
def received(user: User) -> Waiting:
    """Not acknowledged yet, or soon due and not done."""
    now = timezone.now()
    waits = Q(state__in=UNACKNOWLEDGED) | Q(instruction__due_at__lte=now + AHEAD)
    found = unfinished(received_by(user)).filter(waits).order_by("instruction__due_at", "pk")
    return _waiting(found, (_received(one) for one in found[:MOST]))


def _received(one: Addressee) -> Item:
    now = timezone.now()
    due = one.instruction.due_at
    waits = one.state in UNACKNOWLEDGED
    urgent = due <= now + SOON or (waits and one.reminded_at is not None)
    kind = "Instruksi baru" if waits else "Instruksi segera jatuh tempo"
    if due <= now:
        kind = "Instruksi terlambat"
    elif waits and one.reminded_at:
        kind = "Diingatkan: instruksi"
    return Item(
        kind=_marked(one.instruction, kind),
        title=one.instruction.title,
        url=reverse("instructions:task", args=[one.pk]),
        urgency=Urgency.NOW if urgent else Urgency.WAITED_FOR,
        since=one.reminded_at or one.received_at,
        detail=f"{one.instruction.issuer.short_name}, batas waktu {time_left(due, now)}",
        institution=one.institution.short_name,
    )


@fills_inbox("instructions: questions")
def questions(user: User) -> Waiting:
    """What addressees asked and nobody has answered."""
    mine = standing_of(user).institutions(*FOLLOWING)
    found = Inquiry.objects.filter(
        answered_at=None,
        addressee__instruction__issuer__in=mine,
        addressee__instruction__state=Instruction.State.ISSUED,
    )
    found = found.select_related("addressee__instruction__issuer").order_by("asked_at", "pk")
    return _waiting(found, (_question(one) for one in found[:MOST]))


def _question(one: Inquiry) -> Item:
    instruction = one.addressee.instruction
    return Item(
        kind=_marked(instruction, "Pertanyaan instruksi"),
        title=one.text[:LETTERS],
        url=f"{reverse('instructions:board', args=[instruction.pk])}#pertanyaan",
        urgency=Urgency.WAITED_FOR,
        since=one.asked_at,
        detail=f"{one.addressee.name}: {instruction.title}"[:LETTERS],
        institution=instruction.issuer.short_name,
    )


@fills_inbox("instructions: approvals")
def approvals(user: User) -> Waiting:
    found = waiting_for(user).filter(subject_kind=KIND)
    return _waiting(
        found,
        (
            _round(one, "Instruksi menunggu persetujuan", Urgency.WAITED_FOR, one.submitted_at, "")
            for one in found[:MOST]
        ),
    )


@fills_inbox("instructions: returned")
def returned(user: User) -> Waiting:
    found = returned_to(user).filter(subject_kind=KIND)
    return _waiting(
        found,
        (
            _round(one, "Instruksi perlu diperbaiki", Urgency.OWN_WORK, one.decided_at, one.comment)
            for one in found[:MOST]
        ),
    )


def _round(one: Any, kind: str, urgency: Urgency, since: Any, detail: str) -> Item:
    return Item(
        kind=kind,
        title=one.title,
        url=reverse("instructions:show", args=[one.subject_key]),
        urgency=urgency,
        since=since or one.submitted_at,
        detail=detail[:LETTERS],
        institution=one.institution.short_name,
    )


def _waiting(found: QuerySet[Any], items: Iterable[Item]) -> Waiting:
    shown = list(items)
    return Waiting(shown, len(shown) if len(shown) < MOST else found.count())


def _marked(instruction: Instruction, kind: str) -> str:
    return f"{DRILL}{kind}" if instruction.drill else kind


def _new(user: User) -> str | None:
    """Where somebody begins an instruction whose institution may instruct others."""
    return reverse("instructions:new") if issuers_of(user).exists() else None


offers_start(Start("Susun instruksi", "list-ol", "instructions:new", _new))
