"""Who keeps the redirects of a site."""

from collections.abc import Iterable

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site
from wagtail.permission_policies import BasePermissionPolicy

from selaras.accounts.models import User
from selaras.institutions.models import Membership
from selaras.institutions.standing import standing_of

Role = Membership.Role
KEEPERS = frozenset({Role.APPROVER, Role.EMERGENCY, Role.ADMINISTRATOR})


def sites_kept_by(user: User | AnonymousUser) -> QuerySet[Site]:
    """The sites whose redirects this person keeps; a superuser keeps all."""
    standing = standing_of(user)
    sites = Site.objects.filter(institution__isnull=False).order_by("hostname")
    if standing.everything:
        return sites
    return sites.filter(institution__in=standing.institutions(*KEEPERS))


class RedirectPolicy(BasePermissionPolicy):
    """In the place of Wagtail's rights by group, which hold for the redirects of every site."""

    def user_has_permission(self, user: User | AnonymousUser, action: str) -> bool:
        return standing_of(user).holds_anywhere(*KEEPERS)

    def user_has_any_permission(self, user: User | AnonymousUser, actions: Iterable[str]) -> bool:
        return self.user_has_permission(user, "change")

    def user_has_permission_for_instance(
        self, user: User | AnonymousUser, action: str, instance: Redirect
    ) -> bool:
        site: Site | None = instance.site
        return site is not None and sites_kept_by(user).filter(pk=site.pk).exists()

    def user_has_any_permission_for_instance(
        self, user: User | AnonymousUser, actions: Iterable[str], instance: Redirect
    ) -> bool:
        return self.user_has_permission_for_instance(user, "change", instance)

    def instances_user_has_any_permission_for(
        self, user: User | AnonymousUser, actions: Iterable[str]
    ) -> QuerySet[Redirect]:
        kept: QuerySet[Redirect] = Redirect.objects.filter(site__in=sites_kept_by(user))
        return kept

    def instances_user_has_permission_for(
        self, user: User | AnonymousUser, action: str
    ) -> QuerySet[Redirect]:
        return self.instances_user_has_any_permission_for(user, {action})
