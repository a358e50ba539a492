import re
import time
from datetime import timedelta

import pytest
import time_machine
from django.core import mail

from selaras.accounts.limits import ACCOUNT
from selaras.accounts.tests.entering import (
    PASSWORD,
    Role,
    browser,
    give_password,
    is_in,
    member,
    sign_in,
)
from selaras.ledger.models import AuditEntry, OwedEffect
from selaras.ledger.worker import settle_due

pytestmark = pytest.mark.django_db
NEW = "sandi-baru-yang-panjang"


def ask(address: str) -> tuple[int, str, str]:
    client = browser()
    answer = client.post("/sandi/lupa/", {"email": address})
    return answer.status_code, answer["Location"], client.get(answer["Location"]).content.decode()


def link() -> str:
    settle_due()
    found = re.search(r"http://redaksi\.localhost(?::\d+)?(/sandi/baru/\S+)", mail.outbox[-1].body)
    assert found is not None
    return found[1]


def test_the_answer_does_not_say_whether_an_account_exists() -> None:
    member("budi", Role.APPROVER, email="budi@contoh.go.id")
    assert ask("budi@contoh.go.id") == ask("tidak-ada@contoh.go.id")
    assert OwedEffect.objects.filter(kind="accounts.reset").count() == 1
    assert "sandi/baru" not in str(OwedEffect.objects.get(kind="accounts.reset").payload)


def test_the_link_sets_a_password_once_ends_every_session_and_skips_no_factor() -> None:
    user = member("budi", Role.APPROVER, email="budi@contoh.go.id")
    old = browser()
    sign_in(old, user)
    ask("Budi@contoh.go.id")
    path = link()
    client = browser("203.0.113.3")
    form = client.get(path, follow=True)
    where = form.redirect_chain[-1][0]
    assert "set-password" in where
    done = client.post(where, {"password1": NEW, "password2": NEW})
    assert done["Location"] == "/sandi/baru/selesai/"
    assert not is_in(client)
    assert not is_in(old)
    assert give_password(client, "budi").status_code == 200
    assert give_password(client, "budi", NEW)["Location"] == "/masuk/kode/"
    again = browser().get(path)
    assert "tidak berlaku lagi" in again.content.decode()
    assert AuditEntry.objects.filter(action="account.password.reset").count() == 1
    settle_due()
    assert "Kata sandi diganti lewat tautan" in [letter.subject for letter in mail.outbox]


def test_a_link_of_yesterday_is_refused_in_words() -> None:
    member("budi", Role.APPROVER, email="budi@contoh.go.id")
    ask("budi@contoh.go.id")
    path = link()
    with time_machine.travel(time.time() + timedelta(minutes=61).total_seconds()):
        answer = browser().get(path)
    assert answer.status_code == 200
    assert "Tautan ini tidak berlaku lagi" in answer.content.decode()


@pytest.mark.parametrize("key", ["1-abc-def", "zzzzzzzzzz-1-1", "1-set-password", "0-x"])
def test_a_link_that_never_was_is_refused_in_words(key: str) -> None:
    answer = browser().get(f"/sandi/baru/{key}/")
    assert answer.status_code == 200
    assert "tidak berlaku lagi" in answer.content.decode()


@pytest.mark.parametrize(
    ("first", "second", "says"),
    [("pendek", "pendek", "pendek"), ("password123", "password123", "umum"),
     (NEW, "lain", "sama"), ("x" * 10_000, "x" * 10_000, "1000")],
)  # fmt: skip
def test_a_password_that_is_no_good_is_refused_in_words(first: str, second: str, says: str) -> None:
    user = member("budi", Role.APPROVER)
    client = browser()
    sign_in(client, user)
    posted = {"oldpassword": PASSWORD, "password1": first, "password2": second}
    answer = client.post("/akun/sandi/", posted)
    assert answer.status_code == 200
    assert says in str(answer.context["form"].errors)
    user.refresh_from_db()
    assert user.check_password(PASSWORD)


def test_whoever_proved_herself_by_mail_is_free_of_strangers_attempts() -> None:
    user = member("budi", Role.APPROVER, email="budi@contoh.go.id")
    for number in range(ACCOUNT.burst):
        give_password(browser(f"203.0.113.{number}"), "budi", "tebakan")
    ask("budi@contoh.go.id")
    client = browser("203.0.113.50")
    where = client.get(link(), follow=True).redirect_chain[-1][0]
    client.post(where, {"password1": NEW, "password2": NEW})
    assert give_password(browser("203.0.113.60"), user.username, NEW).status_code == 302


def test_the_old_password_is_not_guessed_at_an_unlocked_screen() -> None:
    user = member("budi", Role.APPROVER)
    client = browser()
    sign_in(client, user)
    posted = {"password1": NEW, "password2": NEW}
    for _ in range(5):
        client.post("/akun/sandi/", {"oldpassword": "tebakan", **posted})
    answer = client.post("/akun/sandi/", {"oldpassword": PASSWORD, **posted})
    assert "Coba lagi dalam" in answer.content.decode()


def test_a_sign_in_from_a_new_device_is_told_and_from_a_known_one_not() -> None:
    user = member("budi", Role.APPROVER, email="budi@contoh.go.id")
    client = browser("203.0.113.9")
    for _ in range(2):
        sign_in(client, user)
        client.post("/keluar/")
    settle_due()
    letters = [letter for letter in mail.outbox if "perangkat baru" in letter.subject]
    assert len(letters) == 1
    assert "Alamat: 203.0.113.9" in letters[0].body
    assert letters[0].to == ["budi@contoh.go.id"]
    assert "/akun/" in letters[0].body
