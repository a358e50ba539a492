"""Who may do what with pages, with a site's profile and with citizens' reports."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from wagtail.models import Page

from selaras.accounts.models import User
from selaras.institutions.models import Institution
from selaras.institutions.queries import institutions_of
from selaras.pages.errors import MayNotEditProfile, MayNotHandle, MayNotWithdraw
from selaras.pages.models import BasePage, WrongInformationReport
from selaras.pages.models.base import HOME_DEPTH


def may_withdraw(user: User | AnonymousUser, page: Page) -> bool:
    """Whoever may publish the page; nobody withdraws the home page of a site."""
    rights = page.permissions_for_user(user)
    return page.depth > HOME_DEPTH and rights.can_publish() and not rights.page_locked()


def require_withdrawing(*, user: User, page: BasePage) -> None:
    if not may_withdraw(user, page):
        raise MayNotWithdraw(page.title)


def institutions_edited_by(user: User | AnonymousUser) -> QuerySet[Institution]:
    """Whose site this person looks after today; every site for a superuser."""
    mine = Institution.objects.all() if user.is_superuser else institutions_of(user)
    return mine.select_related("region").order_by("region_id", "slug")


def require_editing_profile(*, user: User, institution: Institution) -> None:
    if not institutions_edited_by(user).filter(pk=institution.pk).exists():
        raise MayNotEditProfile(institution.name)


def reports_for(user: User | AnonymousUser) -> QuerySet[WrongInformationReport]:
    """The reports about this person's sites; a superuser also sees those about the portal."""
    reports = WrongInformationReport.objects.select_related("institution__region")
    if user.is_superuser:
        return reports
    return reports.filter(institution__in=institutions_of(user).values("pk"))


def require_handling(*, user: User, report: WrongInformationReport) -> None:
    if not reports_for(user).filter(pk=report.pk).exists():
        raise MayNotHandle(report.number)
