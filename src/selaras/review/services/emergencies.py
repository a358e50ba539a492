"""Publishing without review, and the review after it."""

from django.db import transaction
from django.utils import timezone

from selaras.accounts.models import User
from selaras.common.events import emit
from selaras.review.errors import NoReason, NotWaiting
from selaras.review.events import PublishedAtOnce
from selaras.review.models import EmergencyPublication
from selaras.review.policies import require_publishing_at_once, require_reviewing_after
from selaras.review.services.noting import note
from selaras.review.versions import Version

MOST_LETTERS = 300
Outcome = EmergencyPublication.Outcome


def mark_emergency(*, version: Version, user: User, reason: str) -> EmergencyPublication:
    """Clear a version at once; the caller publishes it in the same transaction.

    Raises `MayNotPublishAtOnce` or `NoReason`.
    """
    require_publishing_at_once(user=user, institution=version.institution)
    words = " ".join(reason.split())
    if not 0 < len(words) <= MOST_LETTERS:
        raise NoReason(len(words), MOST_LETTERS)
    with transaction.atomic():
        made = EmergencyPublication.objects.create(
            **version.fields,
            title=version.title,
            institution=version.institution,
            published_by=user,
            author=version.author,
            reason=words,
        )
        note(made, actor=user, action="review.emergency", reason=words)
        emit(PublishedAtOnce(made.pk))
    return made


def confirm_emergency(*, emergency: EmergencyPublication, user: User, remark: str = "") -> None:
    """It was right. Raises `NotWaiting`, `MayNotApprove` or `OwnWork`."""
    _review(emergency, user, Outcome.CONFIRMED, remark, "review.emergency.confirm")


def return_emergency(*, emergency: EmergencyPublication, user: User, remark: str) -> None:
    """It shall not stand; the caller takes it from the public. Raises as `confirm_emergency`."""
    _review(emergency, user, Outcome.SENT_BACK, remark, "review.emergency.return")


def _review(
    emergency: EmergencyPublication, user: User, outcome: str, remark: str, action: str
) -> None:
    with transaction.atomic():
        found = EmergencyPublication.objects.select_for_update().get(pk=emergency.pk)
        require_reviewing_after(user=user, found=found)
        if found.outcome != Outcome.WAITING:
            raise NotWaiting
        found.outcome, found.note = outcome, remark.strip()
        found.reviewed_by, found.reviewed_at = user, timezone.now()
        found.save()
        note(found, actor=user, action=action, reason=found.note)
