"""Submitting the newest version of a page."""

from typing import Any

from django.db import transaction
from wagtail.models import TaskState, WorkflowState

from selaras.accounts.models import User
from selaras.ledger.services import told_here
from selaras.pages.clearance import subject_of, version_of
from selaras.pages.models import BasePage
from selaras.pages.models.workflow import at_start
from selaras.pages.review.errors import NothingToSubmit
from selaras.pages.review.services.pages import locked
from selaras.review import services as review
from selaras.review.errors import MayNotSubmit
from selaras.review.policies import require_writing
from selaras.review.states import State

SUBMITTABLE = (State.DRAFT, State.IN_REVIEW)


def submit(*, page: BasePage, user: User) -> None:
    """Ask for approval of what is stored now; an earlier version waits no more.

    Raises `MayNotSubmit` or `NothingToSubmit`.
    """
    with transaction.atomic(), told_here():
        found = locked(page)
        require_writing(user=user, institution=found.institution)
        if found.latest_revision is None or found.shown_state.draft not in SUBMITTABLE:
            raise NothingToSubmit
        current = found.current_workflow_state
        if current is not None and current.status == WorkflowState.STATUS_NEEDS_CHANGES:
            current.requested_by = user
            current.resume(user)
            return
        if current is not None:
            current.cancel(user=user)
        found.get_workflow().start(found, user)


@at_start
def note_submission(task_state: TaskState, user: User | None) -> None:
    """Also for Wagtail's own views, which start the workflow by themselves."""
    content: Any = task_state.workflow_state.content_object
    page = content.specific
    if user is None:
        raise MayNotSubmit(page.institution.name)
    review.submit(version=version_of(page, task_state.revision), user=user)


def take_back(page: BasePage, user: User | None) -> None:
    review.take_back(subject=subject_of(page), user=user)
