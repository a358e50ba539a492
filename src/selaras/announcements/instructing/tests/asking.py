"""Instructions and their people, for the tests."""

from datetime import timedelta
from typing import Any

from django.test import Client
from django.utils import timezone

from selaras.accounts.models import User
from selaras.announcements.instructing.content import Content
from selaras.announcements.instructing.rules import Kind, Rule
from selaras.announcements.instructing.services import issue, issue_directly, prepare, submit
from selaras.announcements.instructing.services.deciding import preview
from selaras.announcements.models import Addressee, Instruction
from selaras.institutions.models import Institution, Membership
from support.people import person

Role = Membership.Role
CENTRE, PROVINCE, OFFICE = "bnpb", "jawa-barat", "kota-bandung"
TWO = Rule(Kind.INSTITUTIONS, institutions=(OFFICE, "kab-bandung"))
REGENCIES = Rule(Kind.REGENCIES)


def institution(slug: str) -> Institution:
    return Institution.objects.select_related("region").get(slug=slug)


def content(**given: Any) -> Content:
    fields: dict[str, Any] = {
        "title": "Pasang status siaga",
        "task": "Muat status siaga di halaman depan.\n\nPakai sisipan fakta.",
        "due_at": timezone.now() + timedelta(days=5),
        "rule": TWO,
    }
    return Content(**{**fields, **given})


def author(slug: str = CENTRE, name: str = "penyusun") -> User:
    return person(name, slug, Role.AUTHOR)


def approver(slug: str = CENTRE, name: str = "penyetuju") -> User:
    return person(name, slug, Role.APPROVER)


def drafted(user: User, slug: str = CENTRE, **given: Any) -> Instruction:
    return prepare(issuer=institution(slug), content=content(**given), user=user)


def submitted(user: User, slug: str = CENTRE, **given: Any) -> Instruction:
    instruction = drafted(user, slug, **given)
    submit(instruction=instruction, user=user)
    return instruction


def approved(instruction: Instruction, user: User) -> Instruction:
    return issue(instruction=instruction, user=user, seen=preview(instruction).seen)


def issued(slug: str = CENTRE, **given: Any) -> Instruction:
    """Without review, as the application itself does."""
    return issue_directly(issuer=institution(slug), content=content(**given), actor="uji")


def addressee(instruction: Instruction, slug: str = OFFICE) -> Addressee:
    found = Addressee.objects.select_related("instruction__issuer", "institution")
    return found.get(instruction=instruction, institution__slug=slug)


def client_of(user: User) -> Client:
    client = Client(headers={"host": "redaksi.localhost"})
    client.force_login(user)
    return client
