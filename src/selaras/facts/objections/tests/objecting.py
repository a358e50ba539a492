"""Short words for tests: a fact, people of both sides, and an objection."""

from typing import Any

from django.test import Client

from selaras.accounts.models import User
from selaras.facts.models import FactType, FactVersion, Objection
from selaras.facts.objections.services import file_objection
from selaras.facts.tests.speaking import BANDUNG, day, make_type, owner_of, say
from selaras.institutions.models import Institution, Membership, Region
from support.people import person

Role = Membership.Role
REASON = "Pos pengungsian kami hanya memuat 80 orang."


def region(code: str) -> Region:
    return Region.objects.get(pk=code)


def institution(slug: str) -> Institution:
    return Institution.objects.select_related("region").get(slug=slug)


def shelter(key: str = "uji.tampung", code: str = BANDUNG, text: str = "120") -> FactVersion:
    """How many a shelter takes in, as the owner of the topic states it."""
    return say(make_type(key, unit="orang", inherited=True), code, text, day("2026-01-01"))


def owner_person(name: str, fact_type: FactType, *roles: Membership.Role) -> User:
    return person(name, owner_of(fact_type), *(roles or (Role.AUTHOR,)))


def fresh(user: User) -> User:
    """As in the next request: what she holds is asked again."""
    return User.objects.get(pk=user.pk)


def objected(user: User, version: FactVersion, **more: Any) -> Objection:
    wanted = {
        "objector": institution("kota-bandung"),
        "region": region(BANDUNG),
        "reason": REASON,
    } | more
    return file_objection(user=user, version=version, **wanted)


def client_of(user: User) -> Client:
    client = Client(headers={"host": "redaksi.localhost"})
    client.force_login(fresh(user))
    return client
