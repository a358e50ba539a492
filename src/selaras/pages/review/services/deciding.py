"""Approving, sending back, and publishing what was approved."""

from typing import Any

from django.db import transaction
from wagtail.models import TaskState

from selaras.accounts.models import User
from selaras.ledger.services import told_here
from selaras.pages.clearance import subject_of, version_of
from selaras.pages.locking import require_no_release
from selaras.pages.models import BasePage
from selaras.pages.models.workflow import APPROVE, RETURN, carries_out
from selaras.pages.review.services.pages import locked
from selaras.review import services as review
from selaras.review.errors import ChangedMeanwhile, NotApproved, NotWaiting
from selaras.review.policies import require_approving
from selaras.review.states import State


def approve(
    *,
    page: BasePage,
    user: User,
    comment: str = "",
    seen: str | None = None,
    publishing: bool = True,
) -> None:
    """Approve what was submitted and publish it, or schedule it where it names a later moment.

    `seen` is the fingerprint of what the approver has read. Without `publishing` the page stays
    approved and locked until `publish_approved` or `end_approval`. Raises `NotWaiting`,
    `MayNotApprove`, `OwnWork` or `ChangedMeanwhile`, or what publishing raises.
    """
    with transaction.atomic():
        found = locked(page)
        newest = version_of(found)
        if seen is not None and seen != newest.fingerprint:
            raise ChangedMeanwhile
        review.approve(version=newest, user=user, comment=comment)
        with told_here():
            _task(found).approve(user=user, comment=comment)
        if publishing:
            _publish(found, user)


def return_to_writer(*, page: BasePage, user: User, comment: str) -> None:
    """Raises `NotWaiting`, `MayNotApprove`, `OwnWork` or `NoComment`."""
    with transaction.atomic(), told_here():
        found = locked(page)
        review.return_round(subject=subject_of(found), user=user, comment=comment)
        _task(found).reject(user=user, comment=comment)


def publish_approved(*, page: BasePage, user: User) -> None:
    """Publish what was approved and kept. Raises `MayNotApprove` or `NotApproved`."""
    with transaction.atomic():
        found = locked(page)
        require_approving(user=user, institution=found.institution)
        if found.shown_state.draft is not State.APPROVED:
            raise NotApproved
        _publish(found, user)


def end_approval(*, page: BasePage, user: User, reason: str = "") -> None:
    """What was approved and is not public becomes a draft again. Raises `MayNotApprove`.

    A joint release that holds the page raises `InRelease`: it is taken back first.
    """
    with transaction.atomic():
        found = locked(page)
        require_approving(user=user, institution=found.institution)
        require_no_release(found)
        review.end_approval(subject=subject_of(found), user=user, reason=reason)


def unschedule(*, page: BasePage, user: User) -> None:
    """The moment is taken back, and with it the approval. Raises `MayNotApprove`, `NotApproved`."""
    with transaction.atomic():
        found = locked(page)
        require_approving(user=user, institution=found.institution)
        scheduled = found.scheduled_revision
        if scheduled is None:
            raise NotApproved
        scheduled.approved_go_live_at = None
        scheduled.save(user=user, update_fields=["approved_go_live_at"])
        review.end_approval(subject=subject_of(found), user=user, reason="jadwal dibatalkan")


@carries_out(APPROVE)
def approve_by_task(task_state: TaskState, user: User, comment: str) -> None:
    approve(page=_page(task_state), user=user, comment=comment)


@carries_out(RETURN)
def return_by_task(task_state: TaskState, user: User, comment: str) -> None:
    return_to_writer(page=_page(task_state), user=user, comment=comment)


def _page(task_state: TaskState) -> BasePage:
    """Raises `ChangedMeanwhile` for a task that another one has replaced."""
    current = TaskState.objects.filter(pk=task_state.pk, status=TaskState.STATUS_IN_PROGRESS)
    if not current.exists():
        raise ChangedMeanwhile
    content: Any = task_state.workflow_state.content_object
    page: BasePage = content.specific
    return page


def _task(page: BasePage) -> TaskState:
    """Wagtail's side of what waits."""
    state: TaskState | None = page.current_workflow_task_state
    if state is None:
        raise NotWaiting
    return state


def _publish(page: BasePage, user: User) -> None:
    page.get_latest_revision().publish(user=user, skip_permission_checks=True)
