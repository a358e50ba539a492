import re

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.test import override_settings

from selaras.accounts import codes, safekeeping, second_factor
from selaras.accounts.models import User
from selaras.accounts.services import remove_second_factor
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
from selaras.ledger.models import AuditEntry, OwedEffect

pytestmark = pytest.mark.django_db
Type = Authenticator.Type


def code_of(secret: str) -> str:
    return codes.code_at(secret, codes.step_now())


@pytest.mark.parametrize(
    ("role", "required"),
    [(Role.WRITER, False), (Role.AUDITOR, False), (Role.APPROVER, True), (Role.EMERGENCY, True),
     (Role.ADMINISTRATOR, True), (Role.AUTHOR, True), (Role.PLATFORM, True)],
)  # fmt: skip
def test_whoever_can_publish_or_appoint_must_have_a_second_factor(
    role: Role, required: bool
) -> None:
    assert second_factor.is_required(member("budi", role, totp=False)) is required


def test_until_it_is_set_up_such_a_person_reaches_nothing_else() -> None:
    user = member("budi", Role.APPROVER, totp=False)
    client = browser()
    assert give_password(client, "budi")["Location"] == "/admin/"
    for path in ("/admin/", "/akun/", "/akun/sesi/", "/akun/sandi/", "/admin/pages/", "/"):
        assert client.get(path)["Location"] == "/akun/mulai/", path
    assert client.get("/admin/", headers={"x-requested-with": "XMLHttpRequest"}).status_code == 403
    for path in ("/akun/mulai/", "/akun/aplikasi/", "/akun/kunci/tambah/", "/keluar/"):
        assert client.get(path).status_code == 200, path
    assert not second_factor.is_set_up(user)


def test_setting_up_an_app_opens_the_work_and_shows_the_recovery_codes_once() -> None:
    user = member("budi", Role.APPROVER, totp=False)
    client = browser()
    give_password(client, "budi")
    page = client.get("/akun/aplikasi/")
    secret = page.context["form"].secret
    shown = page.content.decode()
    assert "data:image/svg+xml;base64," in shown
    assert secret[:4] in shown
    assert client.post("/akun/aplikasi/", {"code": "000000"}).status_code == 200
    code = code_of(secret)
    assert client.post("/akun/aplikasi/", {"code": code})["Location"] == "/akun/kode-cadangan/"
    first, second = (client.get("/akun/kode-cadangan/").content.decode() for _ in range(2))
    assert len(re.findall(r"<code>\d{4} \d{4}</code>", first)) == 10
    assert not re.findall(r"\d{4} \d{4}", second)
    assert client.get("/admin/").status_code == 200
    stored = Authenticator.objects.get(user=user, type=Type.TOTP).data["secret"]
    assert secret not in stored
    other = browser()
    give_password(other, "budi")
    assert other.post("/masuk/kode/", {"code": code}).status_code == 200  # it was used


def test_whoever_may_do_without_is_let_in_and_advised() -> None:
    member("budi", Role.WRITER, totp=False)
    client = browser()
    assert give_password(client, "budi")["Location"] == "/admin/"
    assert client.get("/admin/").status_code == 200
    assert "Kami menyarankan faktor kedua" in client.get("/akun/").content.decode()


def test_a_session_from_before_the_second_factor_has_to_show_it() -> None:
    user = member("budi", Role.WRITER, totp=False)
    old = browser()
    give_password(old, "budi")
    from support.signing_in import give_totp

    give_totp(user)
    assert old.get("/admin/").status_code == 200  # a writer need not
    user.memberships.update(role=Role.APPROVER)
    asked = old.get("/akun/sesi/")
    assert asked["Location"] == "/akun/konfirmasi/kode/?next=%2Fakun%2Fsesi%2F"
    assert old.get("/akun/konfirmasi/").status_code == 302  # the password proves nothing more
    done = old.post(asked["Location"], {"code": next_code(user), "next": "/akun/sesi/"})
    assert done["Location"] == "/akun/sesi/"
    assert old.get("/akun/sesi/").status_code == 200


def test_a_recovery_code_enters_once() -> None:
    user = member("budi", Role.APPROVER)
    client = browser()
    sign_in(client, user)
    client.post("/akun/kode-cadangan/baru/")
    shown = client.get("/akun/kode-cadangan/").context["unused_codes"]
    for expected in (302, 200):
        other = browser("198.51.100.9")
        give_password(other, "budi")
        code = f"{shown[0][:4]} {shown[0][4:]}"
        assert other.post("/masuk/kode/", {"code": code}).status_code == expected


def test_new_recovery_codes_end_the_old_ones_and_are_told() -> None:
    user = member("budi", Role.APPROVER, email="budi@contoh.go.id")
    client = browser()
    sign_in(client, user)
    client.post("/akun/kode-cadangan/baru/")
    old = client.get("/akun/kode-cadangan/").context["unused_codes"]
    client.post("/akun/kode-cadangan/baru/")
    new = client.get("/akun/kode-cadangan/").context["unused_codes"]
    assert not set(old) & set(new)
    assert AuditEntry.objects.filter(action="account.factor.renew").count() == 2
    notices = [one.payload["what"] for one in OwedEffect.objects.filter(kind="accounts.notice")]
    assert notices.count("recovery_codes_generated") == 2


def test_the_last_factor_of_whoever_must_have_one_stays() -> None:
    user = member("budi", Role.APPROVER)
    client = browser()
    sign_in(client, user)
    assert "mewajibkan faktor kedua" in client.get("/akun/aplikasi/lepas/").content.decode()
    client.post("/akun/aplikasi/lepas/")
    assert second_factor.is_set_up(user)


def test_whoever_need_not_have_one_may_remove_it_and_is_told() -> None:
    user = member("budi", Role.WRITER, email="budi@contoh.go.id")
    client = browser()
    sign_in(client, user)
    assert client.post("/akun/aplikasi/lepas/")["Location"] == "/akun/"
    assert not second_factor.is_set_up(user)
    assert AuditEntry.objects.filter(action="account.factor.remove").exists()
    notices = [one.payload["what"] for one in OwedEffect.objects.filter(kind="accounts.notice")]
    assert "totp_deactivated" in notices


def test_another_persons_passkey_is_not_there() -> None:
    user, other = member("budi", Role.APPROVER), member("tuti", Role.APPROVER)
    data = {"name": "kunci", "credential": {}}
    foreign = Authenticator.objects.create(user=other, type=Type.WEBAUTHN, data=data)
    client = browser()
    sign_in(client, user)
    for act in ("lepas", "ubah"):
        assert client.get(f"/akun/kunci/{foreign.pk}/{act}/").status_code == 404
        assert client.post(f"/akun/kunci/{foreign.pk}/{act}/", {"name": "x"}).status_code == 404
    assert Authenticator.objects.filter(pk=foreign.pk).exists()


def test_whoever_lost_everything_is_helped_and_signed_out() -> None:
    user = member("budi", Role.APPROVER, email="budi@contoh.go.id")
    client = browser()
    sign_in(client, user)
    assert remove_second_factor(user=user, actor="perintah", reason="Ponsel hilang.") == 1
    assert not is_in(client)
    entry = AuditEntry.objects.get(action="account.factor.take")
    assert (entry.actor, entry.reason) == ("perintah", "Ponsel hilang.")
    assert give_password(client, "budi")["Location"] == "/admin/"
    assert client.get("/admin/")["Location"] == "/akun/mulai/"


def test_secrets_are_kept_closed_and_survive_a_new_key() -> None:
    closed = safekeeping.closed("RAHASIA")
    assert "RAHASIA" not in closed
    with override_settings(SECRET_KEY="baru"), pytest.raises(safekeeping.Unreadable):
        safekeeping.opened(closed)
    with override_settings(SECRET_KEY="baru", SECRET_KEY_FALLBACKS=[settings.SECRET_KEY]):
        assert safekeeping.opened(closed) == "RAHASIA"


def test_a_secret_that_cannot_be_read_is_a_wrong_code_and_no_crash() -> None:
    user = member("budi", Role.APPROVER)
    Authenticator.objects.filter(user=user).update(data={"secret": "dari-kunci-lama"})
    client = browser()
    give_password(client, "budi")
    assert client.post("/masuk/kode/", {"code": "123456"}).status_code == 200


def demonstrator() -> User:
    user = member("contoh", Role.APPROVER, totp=False)
    User.objects.filter(pk=user.pk).update(demonstration=True)
    user.refresh_from_db()
    codes.give_shown(user)
    return user


def test_a_demonstration_shows_its_codes_and_only_there() -> None:
    user, real = demonstrator(), member("budi", Role.APPROVER)
    assert codes.shown_code(user)
    assert codes.shown_code(real) == ""
    with override_settings(DEMONSTRATION=False):
        assert codes.shown_code(user) == ""
        assert give_password(browser(), "contoh").status_code == 200
    client = browser()
    page = client.post("/masuk/", {"login": "contoh", "password": PASSWORD}, follow=True)
    shown = re.search(r"data-demonstration-code>([\d ]+)<", page.content.decode())
    assert shown is not None
    for visitor in (client, browser()):  # shared, so the same code enters two within its time
        give_password(visitor, "contoh")
        assert visitor.post("/masuk/kode/", {"code": shown[1]}).status_code == 302


def test_a_shared_account_cannot_be_taken_from_the_others() -> None:
    user = demonstrator()
    client = browser()
    give_password(client, "contoh")
    client.post("/masuk/kode/", {"code": codes.shown_code(user)})
    changed = {
        "oldpassword": PASSWORD,
        "password1": "sandi-lain-lagi",
        "password2": "sandi-lain-lagi",
    }
    assert "dipakai bersama" in client.post("/akun/sandi/", changed).content.decode()
    client.post("/akun/aplikasi/lepas/")
    user.refresh_from_db()
    assert user.check_password(PASSWORD)
    assert second_factor.is_set_up(user)
