"""Who may write where."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import GroupPagePermission

from selaras.accounts.models import User
from selaras.institutions.models import Institution
from selaras.media.services import grant_library

PAGE_RIGHTS = ["add_page", "change_page", "publish_page"]


def grant_editing(*, user: User, institution: Institution) -> None:
    """Let a person write and publish on the institution's site, and on no other."""
    if institution.site is None:
        raise ValueError(f"{institution.slug} has no site yet")
    with transaction.atomic():
        group, _ = Group.objects.get_or_create(name=f"Redaksi {institution.slug}")
        group.permissions.add(
            Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
        )
        for permission in Permission.objects.filter(
            content_type__app_label="wagtailcore", codename__in=PAGE_RIGHTS
        ):
            GroupPagePermission.objects.get_or_create(
                group=group, page=institution.site.root_page, permission=permission
            )
        grant_library(group=group, institution=institution)
        user.groups.add(group)
