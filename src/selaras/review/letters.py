"""Short letters: to approvers of what waits, to writers of what was decided. Owed to the worker."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core.mail import send_mail
from django.utils import timezone

from selaras.accounts.models import User
from selaras.common.events import receives
from selaras.institutions.models import Institution, Membership
from selaras.institutions.queries import held_at
from selaras.ledger.services import owe
from selaras.ledger.worker import settles
from selaras.review.events import Decided, PublishedAtOnce, Submitted
from selaras.review.models import EmergencyPublication, Round
from selaras.review.models.base import AboutVersion
from selaras.review.subjects import address_of, kinds

LETTER = "review.letter"
SUBMITTED, DECIDED, AT_ONCE = "submitted", "decided", "at_once"


@receives(Submitted)
def owe_to_approvers(event: Submitted) -> None:
    _owe(SUBMITTED, event.round_id)


@receives(Decided)
def owe_to_writer(event: Decided) -> None:
    _owe(DECIDED, event.round_id)


@receives(PublishedAtOnce)
def owe_to_reviewers(event: PublishedAtOnce) -> None:
    _owe(AT_ONCE, event.emergency_id)


def _owe(what: str, key: int) -> None:
    owe(kind=LETTER, key=f"{LETTER}:{what}:{key}", payload={"what": what, "key": key})


@settles(LETTER, waits=True)
def send(payload: dict[str, Any]) -> None:
    """To each person alone; nobody learns who else got it. What is past is not written about."""
    write = {SUBMITTED: _submitted, DECIDED: _decided, AT_ONCE: _at_once}[payload["what"]]
    people, subject, words, row = write(payload["key"])
    if row.subject_kind not in kinds():
        return
    address = f"{settings.WAGTAILADMIN_BASE_URL}{address_of(row.subject_kind, row.subject_key)}"
    for person in people:
        send_mail(subject, f"{words}\n\n{address}\n", None, [person.email])


def _submitted(key: int) -> tuple[Iterable[User], str, str, AboutVersion]:
    row = Round.objects.select_related("institution").get(pk=key)
    people = _approvers(row.institution).exclude(pk__in=_ids(row.author_id, row.submitted_by_id))
    return (
        people if row.state == Round.State.WAITING else [],
        f"Menunggu persetujuan Anda: {_one_line(row.title)}",
        f'"{row.title}" diajukan untuk ditinjau.',
        row,
    )


def _decided(key: int) -> tuple[Iterable[User], str, str, AboutVersion]:
    row = Round.objects.select_related("institution").get(pk=key)
    people = _reachable().filter(pk=row.submitted_by_id)
    approved = row.state == Round.State.APPROVED
    verdict = "Disetujui" if approved else "Perlu diperbaiki"
    words = f'"{row.title}" disetujui.' if approved else f'"{row.title}" dikembalikan kepada Anda.'
    words = f"{words}\n\n{row.comment}" if row.comment else words
    return people, f"{verdict}: {_one_line(row.title)}", words, row


def _at_once(key: int) -> tuple[Iterable[User], str, str, AboutVersion]:
    row = EmergencyPublication.objects.select_related("institution").get(pk=key)
    people = _approvers(row.institution).exclude(pk__in=_ids(row.author_id, row.published_by_id))
    still = row.outcome == EmergencyPublication.Outcome.WAITING
    words = f'"{row.title}" diterbitkan tanpa tinjauan. Alasannya: {row.reason}'
    return people if still else [], f"Terbit darurat: {_one_line(row.title)}", words, row


def _approvers(institution: Institution) -> Any:
    held = held_at(timezone.now(), "memberships__")
    return _reachable().filter(
        held,
        memberships__role=Membership.Role.APPROVER,
        memberships__institution=institution,
    )


def _reachable() -> Any:
    return User.objects.filter(is_active=True).exclude(email="").distinct()


def _ids(*keys: int | None) -> list[int]:
    return [key for key in keys if key is not None]


def _one_line(title: str) -> str:
    return " ".join(title.split())
