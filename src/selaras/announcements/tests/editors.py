"""People at the editors' screens."""

from html import unescape

from django.http import HttpResponse
from django.test import Client

from selaras.accounts.models import User
from selaras.institutions.models import Membership
from support.people import person

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
    roles = [] if superuser else [Membership.Role(role)]
    user = person(f"{role}-{slug}-{number}", slug, *roles)
    if superuser:
        user.is_superuser = True
        user.save()
    client = Client(headers={"host": "redaksi.localhost"}, enforce_csrf_checks=csrf)
    client.force_login(user)
    return client


def words(page: HttpResponse) -> str:
    return unescape(page.content.decode())
