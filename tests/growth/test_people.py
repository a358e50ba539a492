"""The screens about people cost the same for sixty people as for ten, for all institutions too."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from selaras.accounts.models import User
from selaras.institutions.models import Institution, Invitation, Membership, Oversight
from support.people import LONG_AGO, person
from support.signing_in import give_totp

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]
HOST = {"host": "redaksi.localhost"}
BANDUNG = "/admin/orang/instansi/kota-bandung/"
Role = Membership.Role


def add_people(numbers: range) -> None:
    office = Institution.objects.get(slug="kota-bandung")
    for number in numbers:
        user = User.objects.create(username=f"orang-{number}", first_name=f"Orang {number}")
        give_totp(user)
        for role in (Role.WRITER, Role.AUDITOR):
            Membership.objects.create(user=user, institution=office, role=role, valid_from=LONG_AGO)
        Invitation.objects.create(
            institution=office,
            invited_by=user,
            name=f"Tamu {number}",
            email=f"tamu-{number}@bandung.go.id",
            roles=["writer"],
            created_at=timezone.now(),
            expires_at=timezone.now() + timedelta(days=1),
        )


def queries(client: Client, path: str) -> int:
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


def client_of(user: User) -> Client:
    client = Client(headers=HOST)
    client.force_login(user)
    return client


def test_sixty_people_cost_what_ten_cost() -> None:
    client = client_of(person("sari", "kota-bandung", Role.ADMINISTRATOR))
    add_people(range(10))
    few = queries(client, BANDUNG)
    add_people(range(10, 60))
    assert queries(client, BANDUNG) == few
    assert queries(client, f"{BANDUNG}?p=2") == few


def test_the_list_of_institutions_costs_the_same_for_ten_and_for_all() -> None:
    platform = person("pusat", "komdigi", Role.PLATFORM)
    some = person("sepuluh", "kota-bandung", Role.ADMINISTRATOR)
    for office in Institution.objects.exclude(slug="kota-bandung")[:9]:
        Membership.objects.create(
            user=some, institution=office, role=Role.ADMINISTRATOR, valid_from=LONG_AGO
        )
    assert Institution.objects.count() == 559
    ten = queries(client_of(some), "/admin/orang/")
    assert abs(queries(client_of(platform), "/admin/orang/") - ten) <= 1


def test_the_list_of_views_costs_the_same_for_two_and_for_forty() -> None:
    client = client_of(person("pusat", "komdigi", Role.PLATFORM))
    offices = list(Institution.objects.exclude(region="00")[:40])
    counts = []
    for chosen in (offices[:2], offices[2:]):
        for office in chosen:
            Oversight.objects.create(viewer=office, region_id=office.region_id, valid_from=LONG_AGO)
        counts.append(queries(client, "/admin/orang/hak-baca/"))
    assert counts[0] == counts[1]
