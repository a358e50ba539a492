"""Publishing at once without review, and the review after it."""

from django.db import transaction

from selaras.accounts.models import User
from selaras.pages.clearance import subject_of, version_of
from selaras.pages.models import BasePage
from selaras.pages.review.services.pages import locked
from selaras.pages.services import withdraw
from selaras.review import services as review
from selaras.review.errors import ChangedMeanwhile, NotWaiting
from selaras.review.models import EmergencyPublication
from selaras.review.queries import waiting_emergency


def publish_at_once(*, page: BasePage, user: User, reason: str, seen: str | None = None) -> None:
    """Publish the newest version without review, marked; another person reviews it after.

    Raises `MayNotPublishAtOnce`, `NoReason`, `ChangedMeanwhile`, or what publishing raises.
    """
    with transaction.atomic():
        found = locked(page)
        newest = version_of(found)
        if seen is not None and seen != newest.fingerprint:
            raise ChangedMeanwhile
        review.mark_emergency(version=newest, user=user, reason=reason)
        found.get_latest_revision().publish(user=user, skip_permission_checks=True)


def confirm_emergency(*, page: BasePage, user: User, remark: str = "") -> None:
    """It may stand. Raises `NotWaiting`, `MayNotApprove` or `OwnWork`."""
    review.confirm_emergency(emergency=_waiting(page), user=user, remark=remark)


def take_down_emergency(*, page: BasePage, user: User, reason: str) -> None:
    """It may not stand: it is withdrawn, and the reason stands at its address.

    Where something else was published since, only the review is closed. Raises as
    `confirm_emergency`, and `pages.errors.NoReason`.
    """
    with transaction.atomic():
        found = locked(page)
        emergency = _waiting(found)
        review.return_emergency(emergency=emergency, user=user, remark=reason)
        scheduled = found.scheduled_revision
        if found.live and str(found.live_revision_id) == emergency.version:
            withdraw(page=found, reason=reason, user=user)
        elif scheduled is not None and str(scheduled.pk) == emergency.version:
            scheduled.approved_go_live_at = None
            scheduled.save(user=user, update_fields=["approved_go_live_at"])


def _waiting(page: BasePage) -> EmergencyPublication:
    found = waiting_emergency(subject_of(page))
    if found is None:
        raise NotWaiting
    return found
