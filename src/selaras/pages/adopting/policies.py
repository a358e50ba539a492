"""Who may take a text, and who may bring a page up to date with its source."""

from collections.abc import Sequence

from django.db.models import QuerySet
from wagtail.models import Page

from selaras.accounts.models import User
from selaras.institutions.models import Institution
from selaras.institutions.standing import WRITING, standing_of
from selaras.pages.adopting.errors import MayNotAdopt, MayNotCompare
from selaras.pages.models import BasePage, SectionPage


def takers(user: User) -> QuerySet[Institution]:
    """The institutions for which this person may take a text."""
    held = Institution.objects.filter(pk__in=standing_of(user).institutions(*WRITING))
    return held.exclude(site=None).select_related("region", "site__root_page")


def places(taker: Institution) -> Sequence[Page]:
    """Where on its site a page may begin: its sections, then its home page."""
    if taker.site is None:
        return []
    home = taker.site.root_page
    return [*SectionPage.objects.child_of(home).order_by("path"), home]


def require_adopting(*, user: User, parent: BasePage) -> None:
    writes = standing_of(user).holds(parent.institution, *WRITING)
    if not writes or not parent.permissions_for_user(user).can_add_subpage():
        raise MayNotAdopt(parent.title)


def require_comparing(*, user: User, page: BasePage) -> None:
    if not page.permissions_for_user(user).can_edit():
        raise MayNotCompare(page.title)
