"""What follows where Wagtail itself ends a review: cancelled, or overtaken by a publication."""

from typing import Any

from django.db.models.signals import post_delete
from django.dispatch import receiver
from wagtail.models import Page, WorkflowState
from wagtail.signals import (
    page_unpublished,
    workflow_approved,
    workflow_cancelled,
    workflow_rejected,
    workflow_submitted,
)

from selaras.accounts.models import User
from selaras.pages.clearance import subject_of
from selaras.pages.models import BasePage
from selaras.pages.review.services.submitting import take_back
from selaras.review import services as review


@receiver(workflow_cancelled, sender=WorkflowState)
def close_round(instance: WorkflowState, user: User | None = None, **_: Any) -> None:
    page = instance.content_object
    if isinstance(page, Page) and isinstance(page.specific, BasePage):
        take_back(page.specific, user)


@receiver(page_unpublished)
def use_up_approvals(instance: Page, **_: Any) -> None:
    """What was taken from the public returns by a new review."""
    review.void_approvals(subject=subject_of(instance), why="tidak terbit lagi")


@receiver(post_delete)
def forget_deleted(sender: type, instance: Any, **_: Any) -> None:
    if issubclass(sender, BasePage):
        review.forget_subject(subject=subject_of(instance))


def _write_to_nobody(**_: Any) -> None:
    """Wagtail writes its letters inside the transaction; ours are owed to the worker."""


# Who connects first under a name keeps it: this room is ready before Wagtail's admin.
for _signal, _what in (
    (workflow_submitted, "submitted"),
    (workflow_approved, "approved"),
    (workflow_rejected, "rejected"),
):
    _signal.connect(
        _write_to_nobody,
        sender=WorkflowState,
        dispatch_uid=f"workflow_state_{_what}_email_notification",
    )
