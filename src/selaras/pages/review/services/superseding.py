"""Saying that another page has taken a page's place."""

from django.db import transaction
from wagtail.models import Page

from selaras.accounts.models import User
from selaras.ledger.services import advance_epoch, record
from selaras.pages.models import BasePage
from selaras.pages.past.services import publication_begins
from selaras.pages.policies import require_withdrawing
from selaras.pages.review.errors import BadReplacement
from selaras.pages.review.services.pages import locked


def supersede(*, page: BasePage, by: Page | None, user: User) -> None:
    """Say at the top of a public page which page stands now; None takes the notice away.

    Raises `MayNotWithdraw` or `BadReplacement`.
    """
    with transaction.atomic():
        found = locked(page)
        require_withdrawing(user=user, page=found)
        if by is not None:
            _require_fit(found, by)
        found.superseded_by = by
        type(found).objects.filter(pk=found.pk).update(superseded_by=by)
        publication_begins(found, revision=found.live_revision_id)
        record(
            actor=user,
            institution=found.institution.slug,
            action="pages.supersede",
            object_kind="page",
            object_id=str(found.pk),
            details={"by": by.pk if by else None},
        )
        advance_epoch(found.institution.change_key)
    page.superseded_by = by


def _require_fit(page: BasePage, by: Page) -> None:
    home = page.path[: 2 * page.steplen]
    if not page.live:
        raise BadReplacement("Halaman ini tidak sedang terbit.")
    if by.pk == page.pk or not by.live or not by.path.startswith(home):
        raise BadReplacement("Halaman penggantinya tidak cocok.")
    following = by.specific
    while isinstance(following, BasePage) and following.superseded_by is not None:
        following = following.superseded_by.specific
        if following.pk == page.pk:
            raise BadReplacement("Kedua halaman akan saling menggantikan.")
