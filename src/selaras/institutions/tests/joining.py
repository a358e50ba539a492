"""Shorthands of the tests about people: institutions by slug, screens, and a client of somebody."""

from typing import Any

from django.test import Client

from selaras.accounts.models import User
from selaras.institutions.models import Institution, Membership
from selaras.institutions.people.services import Invited, invite

Role = Membership.Role
HOST = {"host": "redaksi.localhost"}
BANDUNG = "/admin/orang/instansi/kota-bandung/"
BIRU = "Langit-sangat-biru-42"


def office(slug: str = "kota-bandung") -> Institution:
    return Institution.objects.select_related("region").get(slug=slug)


def fresh(user: User) -> User:
    """As the next request sees her."""
    return User.objects.get(pk=user.pk)


def client_of(user: User | None) -> Client:
    client = Client(headers=HOST)
    if user is not None:
        client.force_login(user)
    return client


def held_in(user: User, slug: str = "kota-bandung") -> set[str]:
    rows = Membership.objects.filter(user=user, institution__slug=slug)
    return set(rows.values_list("role", flat=True))


def invited_by(user: User, *roles: Role, slug: str = "kota-bandung", **more: Any) -> Invited:
    given = {"name": "Wulan", "email": "wulan@bandung.go.id"} | more
    return invite(actor=user, institution=office(slug), roles=roles or [Role.WRITER], **given)


def path_of(invited: Invited) -> str:
    return invited.url.partition("localhost:8000")[2] or invited.url.partition("localhost")[2]
