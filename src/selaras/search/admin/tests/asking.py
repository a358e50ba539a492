"""Short words for tests: what was asked, and who looks at it."""

from datetime import timedelta

from django.test import Client
from django.utils import timezone

from selaras.accounts.models import User
from selaras.institutions.models import Institution, Membership
from selaras.search.models import AskedQuery
from support.people import person

Role = Membership.Role
HERE = "/admin/pencarian/"
ASKED, SIGNALS, SYNONYMS = f"{HERE}yang-dicari/", f"{HERE}bobot/", f"{HERE}padanan/"


def asked(
    query: str, times: int = 20, *, province: str = "00", ago: int = 0, **counts: int
) -> None:
    """A row of a day, above the usual threshold unless it says otherwise."""
    day = timezone.localdate() - timedelta(days=ago)
    columns = {"askers": 12, **counts}
    AskedQuery.objects.create(day=day, province=province, query=query, asked=times, **columns)


def client_of(user: User) -> Client:
    client = Client(headers={"host": "redaksi.localhost"})
    client.force_login(User.objects.get(pk=user.pk))
    return client


def somebody(*roles: Membership.Role, at: Institution | str = "komdigi") -> Client:
    return client_of(person(f"{'-'.join(roles)}-{at}", at, *roles))
