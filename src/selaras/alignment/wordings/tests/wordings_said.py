"""Short words for tests: a type with choices, and forms as a browser sends them."""

from typing import Any

from django.test import Client
from django.utils import timezone

from selaras.accounts.models import User
from selaras.alignment.models import TypeWording
from selaras.facts.models import Choice, FactType
from selaras.facts.tests.speaking import make_type
from selaras.institutions.models import Membership

Role = Membership.Role
LIST = "/admin/cara-menyebut/"


def zone_type(key: str = "uji.zona", label: str = "Zona risiko") -> FactType:
    """A new type, as its owner's institution would have it made: nothing in code knows it."""
    made = make_type(key, "choice", label=label, inherited=True)
    for rank, (value, name) in enumerate(
        [("hijau", "Zona Hijau"), ("kuning", "Zona Kuning"), ("merah", "Zona Merah")], start=1
    ):
        Choice.objects.create(fact_type=made, value=value, label=name, rank=rank)
    return made


def page_of(fact_type: FactType) -> str:
    return f"{LIST}{fact_type.pk}/"


def typed(seen: str = "", **more: Any) -> dict[str, Any]:
    """What a browser sends of the form; `seen` is the hidden sign of what was saved."""
    return {
        "aliases": "zona risiko\nstatus zona",
        "patterns": "zona {nilai}",
        "excludes": "zona waktu",
        "choice:hijau": "hijau",
        "choice:kuning": "kuning",
        "choice:merah": "merah",
        "stricter": "",
        "seen": seen,
        "text": "",
        "region": "Kota Bandung",
        "day": timezone.localdate().isoformat(),
    } | more


def seen_by(client: Client, fact_type: FactType) -> str:
    seen: str = client.get(page_of(fact_type)).context["seen"]
    return seen


def saved(client: Client, fact_type: FactType, **more: Any) -> Any:
    """Open the form, and save what is typed."""
    data = typed(seen_by(client, fact_type), simpan="1", **more)
    return client.post(page_of(fact_type), data)


def client_of(user: User) -> Client:
    client = Client(headers={"host": "redaksi.localhost"})
    client.force_login(User.objects.get(pk=user.pk))
    return client


def row(fact_type: FactType) -> TypeWording | None:
    return TypeWording.objects.filter(fact_type=fact_type).first()
