"""People at the editors' screens."""

import re
from html import unescape

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from selaras.accounts.models import User
from selaras.announcements.manuscripts.content import Content
from selaras.announcements.manuscripts.queries import newest_version
from selaras.announcements.models import Announcement, Manuscript
from selaras.institutions.models import Membership
from support.people import person

START = "/admin/umumkan/baru/"
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
    return client_of(user, csrf=csrf)


def client_of(user: User, *, csrf: bool = False) -> Client:
    client = Client(headers={"host": "redaksi.localhost"}, enforce_csrf_checks=csrf)
    client.force_login(user)
    return client


def address(name: str, found: Manuscript | Announcement, *more: int) -> str:
    """Of one of the screens about it."""
    named = f"announcements_admin:{name}"
    return reverse(named, args=[found.pk, *more], urlconf="selaras.config.urls.editor")


def words(page: HttpResponse) -> str:
    return unescape(page.content.decode())


def started(client: Client) -> Manuscript:
    answer = client.post(START, {"act": "start", "topic": "siaga-musim-hujan"})
    assert answer.status_code == 302
    return Manuscript.objects.get()


def stored(manuscript: Manuscript) -> Content:
    manuscript.refresh_from_db()
    return Content.from_json(newest_version(manuscript).content)


def value_of(page: HttpResponse, name: str) -> str:
    found = re.search(rf'name="{name}"[^>]*value="([^"]*)"', page.content.decode())
    assert found, name
    return unescape(found[1])
