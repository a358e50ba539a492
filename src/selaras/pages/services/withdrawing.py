"""Taking back what was published, with a reason that stands at its address."""

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from selaras.accounts.models import User
from selaras.ledger.services import advance_epoch, record
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
        found.withdrawn_at, found.withdrawal_reason = timezone.now(), words
        found.unpublish(user=user)
        record(
            actor=f"user:{user.pk}:{user.username}",
            institution=found.institution.slug,
            action="pages.withdraw",
            object_kind="page",
            object_id=str(found.pk),
            details={"title": found.title, "reason": words},
        )
        advance_epoch()
    page.refresh_from_db()


def _locked(page: BasePage) -> BasePage:
    """The page as it is stored now; whoever else changes it waits."""
    Page.objects.select_for_update().get(pk=page.pk)
    found: BasePage = type(page).objects.get(pk=page.pk)
    return found
