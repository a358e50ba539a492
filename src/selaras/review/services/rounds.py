"""Submitting a version, and deciding about it."""

from django.db import transaction
from django.utils import timezone

from selaras.accounts.models import User
from selaras.common.events import emit
from selaras.ledger.actors import system
from selaras.review.errors import ChangedMeanwhile, NoComment, NotWaiting
from selaras.review.events import Decided, Submitted
from selaras.review.models import Round
from selaras.review.policies import require_approving, require_deciding, require_writing
from selaras.review.queries import CLEARED, waiting_round
from selaras.review.services.noting import note
from selaras.review.versions import Subject, Version

State = Round.State


def submit(*, version: Version, user: User) -> Round:
    """Ask for the approval of exactly this version. What of it waited before waits no more.

    Raises `MayNotSubmit`.
    """
    require_writing(user=user, institution=version.institution)
    with transaction.atomic():
        _close(version.subject, by=user)
        made = Round.objects.create(
            **version.fields,
            title=version.title,
            institution=version.institution,
            author=version.author,
            submitted_by=user,
        )
        note(made, actor=user, action="review.submit")
        emit(Submitted(made.pk))
    return made


def approve(*, version: Version, user: User, comment: str = "") -> Round:
    """Approve what waits, if `version`, the subject's newest, is exactly what was submitted.

    Raises `NotWaiting`, `MayNotApprove`, `OwnWork` or `ChangedMeanwhile`.
    """
    with transaction.atomic():
        found = _waiting(version.subject)
        require_deciding(user=user, found=found)
        if not found.is_about(version):
            raise ChangedMeanwhile
        _decide(found, State.APPROVED, user, comment)
        note(found, actor=user, action="review.approve", reason=found.comment)
        emit(Decided(found.pk))
    return found


def return_round(*, subject: Subject, user: User, comment: str) -> Round:
    """Send what waits back to its writer. Raises `NotWaiting`, `MayNotApprove`, `OwnWork`,
    `NoComment`.
    """
    with transaction.atomic():
        found = _waiting(subject)
        require_deciding(user=user, found=found)
        if not comment.strip():
            raise NoComment
        _decide(found, State.RETURNED, user, comment)
        note(found, actor=user, action="review.return", reason=found.comment)
        emit(Decided(found.pk))
    return found


def take_back(*, subject: Subject, user: User | None) -> None:
    """Nobody shall decide any more about what waits; nothing happens where nothing does."""
    with transaction.atomic():
        _close(subject, by=user)


def end_approval(*, subject: Subject, user: User, reason: str) -> None:
    """An approval that has not been used up holds no longer. Raises `MayNotApprove`."""
    with transaction.atomic():
        standing = Round.objects.select_for_update().filter(
            subject_kind=subject.kind, subject_key=subject.key, state__in=CLEARED
        )
        for found in standing.order_by("pk"):
            require_approving(user=user, institution=found.institution)
            found.state = State.ENDED
            found.save(update_fields=["state"])
            note(found, actor=user, action="review.end", reason=reason)


def void_approvals(*, subject: Subject, why: str) -> None:
    """What was approved is public no more, so that the approval is used up."""
    with transaction.atomic():
        standing = Round.objects.select_for_update().filter(
            subject_kind=subject.kind, subject_key=subject.key, state__in=CLEARED
        )
        for found in standing.select_related("institution").order_by("pk"):
            found.state = State.ENDED
            found.save(update_fields=["state"])
            note(found, actor=system("tinjauan"), action="review.end", reason=why)


def exempt(*, version: Version, why: str) -> Round:
    """The application itself clears a version: an import, the demonstration."""
    with transaction.atomic():
        made = Round.objects.create(
            **version.fields,
            title=version.title,
            institution=version.institution,
            author=version.author,
            state=State.EXEMPT,
            decided_at=timezone.now(),
            comment=why,
        )
        note(made, actor=system(why), action="review.exempt")
    return made


def _waiting(subject: Subject) -> Round:
    found = Round.objects.select_for_update().filter(
        subject_kind=subject.kind, subject_key=subject.key, state=State.WAITING
    )
    waits = found.first()
    if waits is None:
        raise NotWaiting
    return waits


def _decide(found: Round, state: str, user: User, comment: str) -> None:
    found.state, found.decided_by, found.decided_at = state, user, timezone.now()
    found.comment = comment.strip()
    found.save()


def _close(subject: Subject, *, by: User | None) -> None:
    found = waiting_round(subject)
    if found is not None:
        found.state, found.decided_by, found.decided_at = State.TAKEN_BACK, by, timezone.now()
        found.save()
        note(found, actor=by or system("tinjauan"), action="review.take_back")
