"""People at the editors' screens."""

from html import unescape

from django.contrib.auth.models import Permission
from django.http import HttpResponse
from django.test import Client

from selaras.accounts.models import User
from selaras.institutions.models import Institution, Membership

SCREEN = "/admin/umumkan/"
LIST = "/admin/umumkan/daftar/"


def signed_in(
    slug: str,
    role: str = Membership.Role.AUTHOR,
    *,
    superuser: bool = False,
    csrf: bool = False,
) -> Client:
    """A client of somebody with this role, who may enter the editors' host.

    A superuser holds no role.
    """
    number = User.objects.count() + 1
    user = User.objects.create(username=f"{role}-{slug}-{number}", is_superuser=superuser)
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    if not superuser:
        Membership.objects.create(
            user=user,
            institution=Institution.objects.get(slug=slug),
            role=role,
            valid_from="2020-01-01",
        )
    client = Client(headers={"host": "redaksi.localhost"}, enforce_csrf_checks=csrf)
    client.force_login(user)
    return client


def words(page: HttpResponse) -> str:
    return unescape(page.content.decode())
