"""Who may do what with pages, with a site's profile and with citizens' reports."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet
from wagtail.models import Page
from wagtail.permissions import policy_registry

from selaras.accounts.models import User
from selaras.institutions.models import Institution, Membership
from selaras.institutions.standing import WRITING, standing_of
from selaras.pages.errors import MayNotEditProfile, MayNotHandle, MayNotWithdraw
from selaras.pages.models import BasePage, Publication, WrongInformationReport
from selaras.pages.models.base import HOME_DEPTH

Role = Membership.Role
HANDLING = WRITING | {Role.ADMINISTRATOR, Role.PLATFORM}


def may_withdraw(user: User | AnonymousUser, page: Page) -> bool:
    """Approvers and emergency publishers; nobody withdraws the home page of a site.

    What waits to be published does not keep a page public; only a lock that a person set does.
    """
    locked_by_another = page.locked and page.locked_by_id != user.pk
    if page.depth <= HOME_DEPTH or locked_by_another:
        return False
    rights = policy_registry.get_by_type(Page)
    return bool(rights.user_has_permission_for_instance(user, "withdraw", page))


def require_withdrawing(*, user: User, page: BasePage) -> None:
    if not may_withdraw(user, page):
        raise MayNotWithdraw(page.title)


def institutions_administered_by(user: User | AnonymousUser) -> QuerySet[Institution]:
    """Whose site's profile this person keeps today; every site's for a superuser."""
    mine = Institution.objects.all()
    if not user.is_superuser:
        mine = mine.filter(pk__in=standing_of(user).institutions(Role.ADMINISTRATOR))
    return mine.select_related("region").order_by("region_id", "slug")


def require_editing_profile(*, user: User, institution: Institution) -> None:
    if not institutions_administered_by(user).filter(pk=institution.pk).exists():
        raise MayNotEditProfile(institution.name)


def reports_for(user: User | AnonymousUser) -> QuerySet[WrongInformationReport]:
    """The reports about this person's sites; the platform also sees those about the portal."""
    reports = WrongInformationReport.objects.select_related("institution__region")
    if user.is_superuser:
        return reports
    standing = standing_of(user)
    own = Q(institution__in=standing.institutions(*HANDLING))
    return reports.filter(own | Q(institution=None) if standing.is_platform else own)


def require_handling(*, user: User, report: WrongInformationReport) -> None:
    if not reports_for(user).filter(pk=report.pk).exists():
        raise MayNotHandle(report.number)


def publications_for(user: User | AnonymousUser) -> QuerySet[Publication]:
    """What was public on the sites whose drafts this person may read, also of deleted pages."""
    viewed = Institution.objects.filter(pk__in=standing_of(user).viewed)
    return Publication.objects.filter(institution__in=viewed.values("slug"))


def may_read_past(user: User | AnonymousUser, publication: Publication) -> bool:
    return publications_for(user).filter(pk=publication.pk).exists()
