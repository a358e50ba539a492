"""Rights on pages come from memberships alone: Wagtail asks this policy instead of its groups."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import AbstractPage, Page
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import register_permission_policy

from selaras.accounts.models import User
from selaras.institutions.models import Institution, Membership
from selaras.institutions.queries import held_at
from selaras.institutions.standing import standing_of
from selaras.pages.tenancy.redirects.policies import RedirectPolicy

Role = Membership.Role
GRANTS: dict[str, frozenset[str]] = {
    "add_page": frozenset({Role.WRITER, Role.AUTHOR, Role.APPROVER, Role.EMERGENCY}),
    "change_page": frozenset({Role.WRITER, Role.AUTHOR, Role.APPROVER, Role.EMERGENCY}),
    # Without review; an approver decides about what was submitted, by the services of review.
    "publish_page": frozenset({Role.EMERGENCY}),
    # Ours beside Wagtail's: unpublishing with a reason.
    "withdraw_page": frozenset({Role.APPROVER, Role.EMERGENCY}),
    "bulk_delete_page": frozenset({Role.APPROVER}),
    "lock_page": frozenset({Role.APPROVER, Role.EMERGENCY}),
    "unlock_page": frozenset({Role.APPROVER, Role.EMERGENCY}),
}


@dataclass(frozen=True)
class Named:
    codename: str


@dataclass(frozen=True, eq=False)
class PageRight:
    """One right on a page and all below it, in the shape of Wagtail's own rows."""

    page: Page
    permission: Named

    @property
    def page_id(self) -> int:
        key: int = self.page.pk
        return key


class MembershipPolicy(PagePermissionPolicy):
    """Reads what a person holds today; `_page_permission_cache` lasts as long as the request."""

    def get_all_permissions_for_user(self, user: User | AnonymousUser) -> list[PageRight]:
        standing = standing_of(user)
        own = Institution.objects.filter(pk__in=standing.roles).exclude(site=None)
        return [
            PageRight(institution.site.root_page, Named(codename))
            for institution in own.select_related("site__root_page")
            for codename, roles in GRANTS.items()
            if institution.site and standing.holds(institution, *roles)
        ]

    def users_with_any_permission(
        self, actions: Iterable[str], include_superusers: bool = True
    ) -> QuerySet[User]:
        return _holding(_roles(actions), Q(), include_superusers)

    def users_with_any_permission_for_instance(
        self, actions: Iterable[str], instance: Page, include_superusers: bool = True
    ) -> QuerySet[User]:
        home = instance.path[: 2 * instance.steplen]
        where = Q(memberships__institution__site__root_page__path=home)
        return _holding(_roles(actions), where, include_superusers)


def _roles(actions: Iterable[str]) -> set[str]:
    return {role for action in actions for role in GRANTS.get(f"{action}_page", ())}


def _holding(roles: set[str], where: Q, include_superusers: bool) -> QuerySet[User]:
    held = held_at(timezone.now(), "memberships__")
    found = Q(memberships__role__in=roles) & held & where
    if include_superusers:
        found |= Q(is_superuser=True)
    return User.objects.filter(is_active=True).filter(found).distinct()


def register() -> None:
    register_permission_policy(AbstractPage, MembershipPolicy(Page))  # type: ignore[no-untyped-call]
    # Exactly: the redirects themselves register rights by group for it, later.
    redirects = RedirectPolicy(Redirect)  # type: ignore[no-untyped-call]
    register_permission_policy(Redirect, redirects, exact_class=True)
