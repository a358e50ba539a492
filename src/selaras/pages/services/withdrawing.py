"""Taking back what was published, with a reason that stands at its address."""

from django.db import transaction
from django.utils import timezone
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page

from selaras.accounts.models import User
from selaras.ledger.services import advance_epoch, record, told_here
from selaras.pages.errors import NoReason, NotPublished
from selaras.pages.models import BasePage
from selaras.pages.policies import require_withdrawing

MOST_LETTERS = 300


def withdraw(*, page: BasePage, reason: str, user: User) -> None:
    """Unpublish a page and say why at its address; publishing it again clears both.

    Raises `MayNotWithdraw`, `NoReason` or `NotPublished`; then nothing is written.
    """
    words = " ".join(reason.split())
    if not 0 < len(words) <= MOST_LETTERS:
        raise NoReason(len(words), MOST_LETTERS)
    with transaction.atomic():
        found = _locked(page)
        require_withdrawing(user=user, page=found)
        if not found.live:
            raise NotPublished(found.title)
        revision = str(found.live_revision_id or "")
        found.withdrawn_at, found.withdrawal_reason = timezone.now(), words
        with told_here():
            UnpublishPageAction(found, user=user).execute(skip_permission_checks=True)
        record(
            actor=user,
            institution=found.institution.slug,
            action="pages.withdraw",
            object_kind="page",
            object_id=str(found.pk),
            revision=revision,
            reason=words,
            details={"title": found.title},
        )
        advance_epoch(found.institution.change_key)
    page.refresh_from_db()


def _locked(page: BasePage) -> BasePage:
    """The page as it is stored now; whoever else changes it waits."""
    Page.objects.select_for_update().get(pk=page.pk)
    found: BasePage = type(page).objects.get(pk=page.pk)
    return found
