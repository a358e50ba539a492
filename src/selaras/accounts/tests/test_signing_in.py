from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from selaras.accounts.models import User
from selaras.accounts.tests.entering import (
    PASSWORD,
    Role,
    browser,
    give_password,
    is_in,
    member,
    next_code,
    sign_in,
)
from selaras.ledger.models import AuditEntry
from support.signing_in import code_for

pytestmark = pytest.mark.django_db


def told(action: str, user: User | None = None) -> list[dict[str, Any]]:
    found = AuditEntry.objects.filter(action=f"account.{action}", object_kind="account")
    if user is not None:
        found = found.filter(object_id=str(user.reference))
    return [entry.details for entry in found]


@pytest.mark.parametrize("login", ["budi", "BUDI", "budi@contoh.go.id", " Budi@Contoh.go.id "])
def test_a_person_enters_by_name_or_address_and_then_a_code(login: str) -> None:
    user = member("budi", Role.APPROVER, email="budi@contoh.go.id")
    client = browser()
    asked = give_password(client, login)
    assert asked["Location"] == "/masuk/kode/"
    assert not is_in(client)
    assert client.post("/masuk/kode/", {"code": code_for(user)})["Location"] == "/admin/"
    assert is_in(client)
    assert told("signin", user) == [{"by": ["password", "totp"]}]


def test_a_unicode_name_enters() -> None:
    user = member("wayan-ñandú", Role.WRITER)
    assert sign_in(browser(), user)["Location"] == "/admin/"


@pytest.mark.parametrize("password", ["salah", "x" * 10_000, "", "\0", "sandi-yang-panjang "])
def test_a_wrong_password_is_refused_in_words(password: str) -> None:
    user = member("budi", Role.APPROVER)
    client = browser()
    answer = give_password(client, "budi", password)
    assert answer.status_code == 200
    assert not is_in(client)
    if password in {"salah", "sandi-yang-panjang "}:
        assert "tidak cocok" in answer.content.decode()
        assert told("signin.fail", user) == [{"by": "password"}]


def test_an_unknown_name_is_answered_like_a_wrong_password() -> None:
    member("budi", Role.APPROVER)
    known, unknown = (
        give_password(browser(), name, "salah").context["form"].errors for name in ("budi", "tuti")
    )
    assert known == unknown
    assert told("signin.fail") == [{"by": "password"}] * 2


def test_an_account_that_is_switched_off_is_as_good_as_unknown() -> None:
    user = member("budi", Role.APPROVER)
    User.objects.filter(pk=user.pk).update(is_active=False)
    answer = give_password(browser(), "budi")
    assert "tidak cocok" in answer.content.decode()


def test_without_a_role_nobody_enters_and_it_is_said_why() -> None:
    member("budi")
    answer = browser().post("/masuk/", {"login": "budi", "password": PASSWORD}, follow=True)
    assert "tidak memegang peran" in answer.content.decode()


@pytest.mark.parametrize(
    "wanted",
    ["https://jahat.example/", "//jahat.example/", "/\\jahat.example", "javascript:alert(1)",
     "https:jahat.example", "http://redaksi.localhost@jahat.example/", "\thttps://jahat.example"],
)  # fmt: skip
def test_signing_in_and_out_leads_to_no_other_host(wanted: str) -> None:
    user = member("budi", Role.APPROVER)
    client = browser()
    assert sign_in(client, user, next=wanted)["Location"] == "/admin/"
    assert client.post("/keluar/", {"next": wanted})["Location"] == "/masuk/"


def test_signing_in_leads_where_the_person_wanted_to_go() -> None:
    user = member("budi", Role.APPROVER)
    assert sign_in(browser(), user, next="/akun/sesi/")["Location"] == "/akun/sesi/"


def test_a_session_that_somebody_planted_is_not_the_one_that_enters() -> None:
    user = member("budi", Role.APPROVER)
    client = browser()
    give_password(client, "budi")
    planted = client.cookies[settings.SESSION_COOKIE_NAME].value
    client.post("/masuk/kode/", {"code": code_for(user)})
    entered = client.cookies[settings.SESSION_COOKIE_NAME].value
    assert entered != planted
    stranger = browser()
    stranger.cookies[settings.SESSION_COOKIE_NAME] = planted
    assert not is_in(stranger)


def test_a_form_without_its_token_is_refused_in_words() -> None:
    client = Client(headers={"host": "redaksi.localhost"}, enforce_csrf_checks=True)
    answer = give_password(client, "budi")
    assert answer.status_code == 403
    assert "Halaman sudah usang" in answer.content.decode()


def test_a_code_alone_enters_nobody() -> None:
    user = member("budi", Role.APPROVER)
    client = browser()
    assert client.get("/masuk/kode/")["Location"] == "/masuk/"
    assert client.post("/masuk/kode/", {"code": code_for(user)})["Location"] == "/masuk/"


def test_the_same_code_enters_once() -> None:
    user = member("budi", Role.APPROVER)
    code = code_for(user)
    first, second = browser(), browser("198.51.100.8")
    for client in (first, second):
        give_password(client, "budi")
    assert first.post("/masuk/kode/", {"code": code}).status_code == 302
    again = second.post("/masuk/kode/", {"code": code})
    assert "sudah dipakai" in again.content.decode()
    assert not is_in(second)
    assert told("signin.fail", user) == [{"by": "totp"}]
    assert second.post("/masuk/kode/", {"code": next_code(user)}).status_code == 302


@pytest.mark.parametrize("code", ["000000", "١٢٣٤٥٦", "12345", "\0", "a" * 500, "", " "])
def test_a_wrong_code_is_refused(code: str) -> None:
    member("budi", Role.APPROVER)
    client = browser()
    give_password(client, "budi")
    assert client.post("/masuk/kode/", {"code": code}).status_code == 200
    assert not is_in(client)


@pytest.mark.parametrize(
    "credential", ["", "x", "[]", "1", "null", "{}", '{"id":"a","rawId":"a","response":{}}',
                   '{"type":"public-key","id":"a","rawId":"a","response":{"userHandle":"zzzz"}}',
                   '{"type":"public-key","id":1,"rawId":2,"response":[1]}'],
)  # fmt: skip
def test_nonsense_instead_of_a_passkey_is_refused_in_words(credential: str) -> None:
    member("budi", Role.APPROVER)
    client = browser()
    assert client.get("/masuk/kunci/").json()["request_options"]["publicKey"]["challenge"]
    answer = client.post("/masuk/kunci/", {"credential": credential}, follow=True)
    assert answer.status_code == 200
    give_password(client, "budi")
    assert client.post("/masuk/kode/", {"credential": credential}).status_code == 200
    assert not is_in(client)


def test_signing_out_is_told_and_ends_the_session() -> None:
    user = member("budi", Role.APPROVER)
    client = browser()
    sign_in(client, user)
    assert client.post("/admin/logout/")["Location"] == "/masuk/"
    assert not is_in(client)
    assert told("signout", user) == [{}]


def test_wagtails_own_ways_in_are_closed() -> None:
    client = browser()
    assert (
        client.get("/admin/login/?next=/admin/pages/")["Location"] == "/masuk/?next=/admin/pages/"
    )
    for path in ("/admin/password_reset/", "/_util/login/", "/accounts/signup/", "/akun/email/"):
        assert client.get(path).status_code == 404, path


@pytest.mark.parametrize("host", ["localhost", "kota-bandung.localhost"])
@pytest.mark.parametrize(
    "path", ["/masuk/", "/keluar/", "/akun/", "/sandi/lupa/", "/masuk/kunci/", "/_util/login/",
             "/en/_util/login/"],
)  # fmt: skip
def test_public_hosts_serve_nothing_of_it_and_set_no_cookie(host: str, path: str) -> None:
    client = Client(headers={"host": host})
    answer = client.get(path)
    assert answer.status_code == 404
    assert not client.cookies
