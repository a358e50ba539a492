"""The screens about people: what they show, to whom, and what they answer to nonsense."""

import re
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from selaras.accounts.models import User
from selaras.institutions.models import Invitation, Membership, Oversight
from selaras.institutions.people.services import grant_role
from selaras.institutions.tests.joining import (
    BANDUNG,
    BIRU,
    Role,
    client_of,
    fresh,
    held_in,
    invited_by,
    office,
)
from support.people import person
from support.signing_in import give_totp

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]
WHY = {"reason": "Pindah tugas"}


@pytest.fixture
def admin() -> User:
    return person("sari", "kota-bandung", Role.ADMINISTRATOR)


@pytest.fixture
def client(admin: User) -> Client:
    return client_of(admin)


@pytest.fixture
def platform() -> Client:
    return client_of(person("pusat", "komdigi", Role.PLATFORM))


@pytest.fixture
def writer() -> User:
    return person("tini", "kota-bandung", Role.WRITER)


def page(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return str(response.content.decode())


def screen(user: User, *more: Any) -> str:
    return BANDUNG + "/".join(str(part) for part in (user.reference, *more)) + "/"


def role_of(user: User, role: Role = Role.WRITER) -> Membership:
    return Membership.objects.get(user=user, institution=office(), role=role)


def tomorrow(days: int = 1) -> str:
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def test_the_list_says_who_holds_what_since_when_and_how_safely(
    client: Client, writer: User
) -> None:
    give_totp(writer)
    client_of(writer)
    body = page(client, BANDUNG)
    for words in (
        "tini",
        "Penulis",
        "sejak 1 Januari 2020, tanpa batas",
        "Faktor kedua: </span>terpasang",
    ):
        assert words in body
    assert "belum terpasang" not in body
    person("baru", "kota-bandung", Role.AUDITOR)
    body = page(client, BANDUNG)
    assert "belum terpasang" in body
    assert "Belum pernah masuk" in body


def test_roles_elsewhere_are_not_shown(client: Client, writer: User) -> None:
    grant_role(actor="uji", user=writer, institution=office("bnpb"), role=Role.AUTHOR)
    for path in (BANDUNG, screen(writer)):
        body = page(client, path)
        assert "Penyusun" not in body
        assert "BNPB" not in body


def test_what_is_over_is_listed_apart(client: Client, writer: User) -> None:
    Membership.objects.filter(user=writer).update(valid_to=timezone.localdate())
    assert "tini" not in page(client, BANDUNG)
    assert "tini" in page(client, f"{BANDUNG}?status=berakhir")
    assert "Berakhir" in page(client, screen(writer))


def test_people_of_another_institution_are_not_there(client: Client) -> None:
    stranger = person(BIRU, "jawa-barat", Role.WRITER)
    foreign = Membership.objects.get(user=stranger)
    paths = [
        "/admin/orang/instansi/jawa-barat/",
        "/admin/orang/instansi/tidak-ada/",
        screen(stranger),
        screen(stranger, "peran"),
        screen(stranger, "pindah"),
        screen(stranger, "faktor"),
        screen(stranger, "peran", foreign.pk, "akhiri"),
    ]
    for path in paths:
        assert client.get(path).status_code == 404
        for response in (client.get(path), client.post(path, WHY)):
            assert response.status_code in {404, 405}
            assert BIRU not in response.content.decode()


def test_anothers_role_is_not_reached_through_ones_own_person(client: Client, writer: User) -> None:
    stranger = person("lain", "jawa-barat", Role.WRITER)
    elsewhere = grant_role(
        actor="uji", user=writer, institution=office("jawa-barat"), role=Role.WRITER
    )
    for pk in (Membership.objects.get(user=stranger).pk, elsewhere.pk, 10**18, 10**30, 0):
        for verb in ("akhiri", "masa"):
            path = screen(writer, "peran", pk, verb)
            assert client.post(path, {"when": "now"} | WHY).status_code == 404
    assert held_in(writer, "jawa-barat") == {Role.WRITER}


@pytest.mark.parametrize("role", [Role.WRITER, Role.APPROVER, Role.AUDITOR, Role.EMERGENCY])
def test_without_the_administrators_role_the_screens_are_closed(role: Role, writer: User) -> None:
    other = client_of(person("lain", "kota-bandung", role))
    for path in (BANDUNG, f"{BANDUNG}undang/", screen(writer), "/admin/orang/"):
        response = other.get(path)
        assert response.status_code == 403
        assert "tidak membuka halaman ini" in response.content.decode()
        assert "tini" not in other.get(path, follow=True).content.decode()


def test_a_role_is_added_on_the_screen(client: Client, writer: User) -> None:
    response = client.post(
        screen(writer, "peran"),
        {"roles": ["approver", "auditor"], "valid_from": tomorrow(0), "valid_to": tomorrow(30)},
    )
    assert response.status_code == 302
    assert held_in(writer) == {"writer", "approver", "auditor"}
    assert role_of(writer, Role.APPROVER).valid_to == timezone.localdate() + timedelta(days=31)


GOOD = {"roles": ["approver"], "valid_from": "", "valid_to": ""}


@pytest.mark.parametrize(
    "wrong",
    [
        {"roles": []},
        {"roles": ["raja"]},
        {"roles": ["author"]},
        {"roles": ["platform"]},
        {"roles": ["x" * 10_000, "approver"]},
        {"roles": ["writer"]},
        {"valid_from": "kemarin"},
        {"valid_from": "2020-01-01"},
        {"valid_from": "0001-01-01"},
        {"valid_from": "9999-12-31"},
        {"valid_to": "9999-12-31"},
        {"valid_to": "2020-01-01"},
        {"valid_to": "\x00"},
        {"valid_to": "9" * 5000},
    ],
    ids=str,
)
def test_a_wrong_form_says_what_is_wrong_and_gives_nothing(
    client: Client, writer: User, wrong: dict[str, Any]
) -> None:
    response = client.post(
        screen(writer, "peran"), GOOD | {"valid_from": tomorrow(0), "valid_to": tomorrow(3)} | wrong
    )
    assert response.status_code == 200
    assert response.context["form"].errors
    assert held_in(writer) == {"writer"}


def test_the_form_sent_twice_gives_once(client: Client, writer: User) -> None:
    sent = {"roles": ["approver"], "valid_from": tomorrow(0), "valid_to": ""}
    assert client.post(screen(writer, "peran"), sent).status_code == 302
    second = client.post(screen(writer, "peran"), sent)
    assert "sudah dipegang pada masa itu" in second.content.decode()
    assert Membership.objects.filter(user=writer, role=Role.APPROVER).count() == 1


def test_a_role_is_ended_now_or_on_a_day(client: Client, writer: User) -> None:
    path = screen(writer, "peran", role_of(writer).pk, "akhiri")
    wrong: list[dict[str, str]] = [
        {"when": "now"},
        {"when": "later"} | WHY,
        {"when": "later", "last_day": tomorrow(-1)} | WHY,
        {"when": "kapan-kapan"} | WHY,
        {"when": "now", "reason": "x" * 301},
    ]
    for sent in wrong:
        response = client.post(path, sent)
        assert response.status_code == 200
        assert response.context["form"].errors
    assert client.post(path, {"when": "later", "last_day": tomorrow(3)} | WHY).status_code == 302
    assert role_of(writer).valid_to == timezone.localdate() + timedelta(days=4)
    assert client.post(path, {"when": "now"} | WHY).status_code == 302
    assert role_of(writer).valid_to == timezone.localdate()


def test_a_period_is_changed(client: Client, writer: User) -> None:
    path = screen(writer, "peran", role_of(writer).pk, "masa")
    assert "disabled" in page(client, path), "what has begun keeps its first day"
    sent = {"valid_from": tomorrow(), "valid_to": tomorrow(9)}
    assert client.post(path, sent).status_code == 302
    held = role_of(writer)
    assert held.valid_from.year == 2020
    assert held.valid_to == timezone.localdate() + timedelta(days=10)
    assert client.post(path, {"valid_to": tomorrow(-5)}).status_code == 200


def test_the_last_administrator_reads_why_she_stays(client: Client, admin: User) -> None:
    path = screen(admin, "peran", role_of(admin, Role.ADMINISTRATOR).pk, "akhiri")
    response = client.post(path, {"when": "now"} | WHY)
    assert response.status_code == 200
    assert "akan tanpa pengelola" in response.content.decode()


def test_the_screen_of_oneself_says_what_one_cannot_give_oneself(
    client: Client, admin: User
) -> None:
    assert "tidak dapat Anda berikan kepada diri sendiri" in page(client, screen(admin))
    sent = {"roles": ["approver"], "valid_from": tomorrow(0)}
    response = client.post(screen(admin, "peran"), sent)
    assert "tidak dapat Anda berikan kepada diri sendiri" in response.content.decode()
    assert held_in(admin) == {"administrator"}


def test_the_link_is_shown_once(client: Client) -> None:
    sent = {
        "name": "Wulan",
        "email": "wulan@bandung.go.id",
        "roles": ["writer"],
        "ticket": str(uuid4()),
    }
    first = client.post(f"{BANDUNG}undang/", sent)
    link = re.search(r"/undangan/[\w-]+/", first.content.decode())
    assert link
    assert client_of(None).get(link[0]).status_code == 200
    assert "no-store" in first.headers["Cache-Control"]
    again = client.post(f"{BANDUNG}undang/", sent, follow=True)
    assert "Undangan ini sudah dibuat" in again.content.decode()
    assert link[0] not in again.content.decode()
    assert Invitation.objects.count() == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"name": "x" * 5000},
        {"name": "a\x00b"},
        {"email": "bukan surel"},
        {"email": "x" * 5000},
        {"roles": ["raja"]},
        {"roles": []},
        {"valid_from": tomorrow(-3)},
        {"valid_from": tomorrow(5), "valid_to": tomorrow(2)},
        {"ticket": "bukan-uuid"},
    ],
    ids=str,
)
def test_a_wrong_invitation_is_told_at_its_field(client: Client, wrong: dict[str, Any]) -> None:
    good = {"name": "Wulan ☘", "email": "wulan@bandung.go.id", "roles": ["writer"]}
    response = client.post(f"{BANDUNG}undang/", good | wrong)
    assert response.status_code == 200
    assert response.context["form"].errors
    assert not Invitation.objects.exists()


def test_a_waiting_invitation_is_renewed_and_revoked(client: Client, admin: User) -> None:
    invited = invited_by(admin).invitation
    assert "wulan@bandung.go.id" in page(client, BANDUNG)
    assert client.get(f"{BANDUNG}undangan/{invited.pk}/tautan/").status_code == 405
    assert "/undangan/" in client.post(f"{BANDUNG}undangan/{invited.pk}/tautan/").content.decode()
    assert client.post(f"{BANDUNG}undangan/{invited.pk}/cabut/").status_code == 302
    assert client.post(f"{BANDUNG}undangan/{invited.pk}/cabut/").status_code == 404
    assert "wulan@bandung.go.id" not in page(client, BANDUNG)


def test_the_platform_finds_an_institution(platform: Client) -> None:
    body = page(platform, "/admin/orang/?q=informatika+kota+bandung")
    assert "Kota Bandung" in body
    assert "Jayapura" not in body
    assert "Kota Bandung" in page(platform, "/admin/orang/?q=%00kota%00bandung")
    for nonsense in ("x" * 5000, "%F0%9F%A6%86", "'--"):
        assert "Tidak ada instansi" in page(platform, f"/admin/orang/?q={nonsense}")
    for number in ("99999", "-1", "x"):
        assert platform.get(f"/admin/orang/?p={number}").status_code == 200


def test_the_platform_moves_a_person(platform: Client, admin: User, writer: User) -> None:
    path = screen(writer, "pindah")
    assert 'value="writer" ' in page(platform, path)
    sent = {"destination": "Tidak Ada", "roles": ["writer"], "day": tomorrow()} | WHY
    assert "tidak ada dalam daftar" in platform.post(path, sent).content.decode()
    sent["destination"] = office("jawa-barat").name
    assert platform.post(path, sent).status_code == 302
    assert held_in(writer, "jawa-barat") == {"writer"}
    assert role_of(writer).valid_to == timezone.localdate() + timedelta(days=1)


def test_an_administrator_of_one_institution_moves_nobody_elsewhere(
    client: Client, writer: User
) -> None:
    sent = {"destination": office("jawa-barat").name, "roles": ["writer"], "day": tomorrow()}
    response = client.post(screen(writer, "pindah"), sent | WHY)
    assert "tidak ada dalam daftar" in response.content.decode()
    assert held_in(writer, "jawa-barat") == set()


def test_a_lost_device_is_helped_by_ones_own_administrator(client: Client, writer: User) -> None:
    give_totp(writer)
    assert "Lepas karena perangkatnya hilang" in page(client, screen(writer))
    assert client.post(screen(writer, "faktor"), WHY).status_code == 302
    assert not writer.authenticator_set.exists()


def test_who_is_at_home_elsewhere_too_is_not_stripped_of_her_second_factor(
    client: Client, writer: User
) -> None:
    give_totp(writer)
    grant_role(actor="uji", user=writer, institution=office("bnpb"), role=Role.AUTHOR)
    assert "Lepas karena" not in page(client, screen(writer))
    response = client.post(screen(writer, "faktor"), WHY)
    assert "di luar instansi Anda" in response.content.decode()
    assert writer.authenticator_set.exists()


def test_the_platform_gives_and_ends_views(platform: Client) -> None:
    path = "/admin/orang/hak-baca/beri/"
    sent = {"viewer": office("jawa-barat").name, "region": "Jawa Barat", "valid_from": tomorrow(0)}
    assert platform.post(path, sent).status_code == 302
    given = Oversight.objects.get()
    assert (given.viewer, given.region_id) == (office("jawa-barat"), "32")
    assert "sudah ada pada masa itu" in platform.post(path, sent).content.decode()
    for wrong in ({"viewer": "x"}, {"region": "Atlantis"}, {"valid_from": "x"}, {"region": ""}):
        response = platform.post(path, sent | wrong)
        assert response.status_code == 200
        assert response.context["form"].errors.keys() == wrong.keys()
    end = f"/admin/orang/hak-baca/{given.pk}/akhiri/"
    assert platform.post(end, {"when": "later", "last_day": tomorrow(2)} | WHY).status_code == 302
    assert Oversight.objects.get().valid_to == timezone.localdate() + timedelta(days=3)
    assert platform.post(end, {"when": "now"} | WHY).status_code == 302
    assert not Oversight.objects.exists(), "it would not have lasted a day"
    assert platform.post(end, {"when": "now"} | WHY).status_code == 404


def test_only_the_platform_reaches_the_views(client: Client, writer: User) -> None:
    for somebody in (client, client_of(writer)):
        for path in ("", "beri/", "1/akhiri/"):
            response = somebody.get(f"/admin/orang/hak-baca/{path}")
            assert response.status_code == 403


def test_every_member_sees_who_reads_her_drafts(writer: User) -> None:
    Oversight.objects.create(
        viewer=office("jawa-barat"), region_id="32", valid_from=timezone.localdate()
    )
    Oversight.objects.create(
        viewer=office("jawa-timur"), region_id="35", valid_from=timezone.localdate()
    )
    client = client_of(writer)
    assert client.get("/admin/orang/pembaca/")["Location"] == f"{BANDUNG}pembaca/"
    body = page(client, f"{BANDUNG}pembaca/")
    assert office("jawa-barat").name in body
    assert office("jawa-timur").name not in body
    assert client.get("/admin/orang/instansi/jawa-barat/pembaca/").status_code == 404


def test_a_menu_entry_stands_where_it_leads_somewhere(client: Client, writer: User) -> None:
    assert "/admin/orang/" in page(
        client, "/admin/orang/pembaca/".replace("pembaca/", "langkah-pertama/")
    )
    other = page(client_of(fresh(writer)), "/admin/orang/langkah-pertama/")
    assert '"/admin/orang/"' not in other
