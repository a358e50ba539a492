from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from selaras.accounts import limits
from selaras.accounts.limits import ACCOUNT, ADDRESS, CODE, TooMany
from selaras.accounts.models import Allowance
from selaras.accounts.tests.entering import (
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


def attack(login: str, times: int, first: int = 1) -> None:
    """Each attempt from another address."""
    for number in range(first, first + times):
        give_password(browser(f"203.0.113.{number}"), login, "tebakan")


def test_a_limit_gives_attempts_back_over_time() -> None:
    start = timezone.now()
    with time_machine.travel(start, tick=False) as clock:
        for _ in range(CODE.burst):
            limits.take(CODE, "budi")
        with pytest.raises(TooMany) as refused:
            limits.take(CODE, "budi")
        assert refused.value.until == start + CODE.refill
        assert "Coba lagi dalam 6 menit, pukul" in str(refused.value)
        limits.take(CODE, "tuti")
        clock.move_to(start + CODE.refill)
        limits.take(CODE, "budi")
        with pytest.raises(TooMany):
            limits.take(CODE, "budi")
        limits.give_back(CODE, "budi")
        limits.take(CODE, "budi")


def test_what_says_nothing_any_more_is_removed() -> None:
    with time_machine.travel(timezone.now(), tick=False) as clock:
        limits.take(CODE, "budi")
        clock.shift(timedelta(days=1))
        limits.take(CODE, "tuti")
        assert Allowance.objects.count() == 1


def test_an_account_lets_nobody_guess_on_and_says_when_to_come_back() -> None:
    user = member("budi", Role.APPROVER)
    attack("budi", ACCOUNT.burst)
    answer = give_password(browser("203.0.113.99"), "BUDI", "tebakan")
    assert "Coba lagi dalam" in answer.content.decode()
    assert sign_in(browser("203.0.113.99"), user).status_code == 200
    told = AuditEntry.objects.filter(action="account.signin.limit")
    assert [entry.object_id for entry in told] == [str(user.reference)]


def test_a_name_without_account_is_limited_alike() -> None:
    attack("tidak-ada", ACCOUNT.burst)
    answer = give_password(browser("203.0.113.99"), "tidak-ada", "tebakan")
    assert "Coba lagi dalam" in answer.content.decode()


def test_the_owner_enters_from_a_known_device_while_strangers_are_guessing() -> None:
    user = member("budi", Role.APPROVER)
    known = browser()
    sign_in(known, user)
    known.post("/keluar/")
    attack("budi", ACCOUNT.burst + 1)
    assert give_password(known, "budi")["Location"] == "/masuk/kode/"
    assert known.post("/masuk/kode/", {"code": next_code(user)}).status_code == 302
    assert is_in(known)


def test_the_second_factor_of_a_known_device_is_counted_apart() -> None:
    user = member("budi", Role.APPROVER)
    known, stranger = browser(), browser("203.0.113.5")
    sign_in(known, user)
    known.post("/keluar/")
    give_password(stranger, "budi")
    for _ in range(CODE.burst):
        stranger.post("/masuk/kode/", {"code": "000000"})
    refused = stranger.post("/masuk/kode/", {"code": next_code(user)})
    assert "Coba lagi dalam" in refused.content.decode()
    give_password(known, "budi")
    assert known.post("/masuk/kode/", {"code": next_code(user)}).status_code == 302


@pytest.mark.parametrize("cookie", ["", "x", "a:b:c", "W10:1:2"])
def test_a_device_that_says_of_itself_that_it_is_known_is_a_stranger(cookie: str) -> None:
    user = member("budi", Role.APPROVER)
    attack("budi", ACCOUNT.burst)
    client = browser()
    client.cookies["selaras_perangkat"] = cookie
    assert sign_in(client, user).status_code == 200


def test_a_device_known_to_one_is_a_stranger_to_another() -> None:
    tuti, budi = member("tuti", Role.APPROVER), member("budi", Role.APPROVER)
    client = browser()
    sign_in(client, tuti)
    client.post("/keluar/")
    attack("budi", ACCOUNT.burst)
    assert sign_in(client, budi).status_code == 200


def test_an_office_behind_one_address_is_not_locked_out_by_one_of_it() -> None:
    user, tuti = member("budi", Role.APPROVER), member("tuti", Role.APPROVER)
    known = browser()
    sign_in(known, tuti)
    known.post("/keluar/")
    for number in range(30):
        give_password(browser(), f"salah-ketik-{number}", "x")
    assert sign_in(browser(), user).status_code == 302  # thirty mistakes are an office's morning
    for number in range(ADDRESS.burst):
        give_password(browser(), f"robot-{number}", "x")
    assert give_password(browser(), "budi").status_code == 200
    assert sign_in(known, tuti).status_code == 302
    assert give_password(browser("192.0.2.1"), "budi").status_code == 302


def test_signing_in_rightly_uses_nothing_up() -> None:
    user = member("budi", Role.APPROVER)
    for _ in range(ACCOUNT.burst + 2):
        assert give_password(browser(), "budi").status_code == 302
    assert sign_in(browser(), user).status_code == 302


def test_addresses_of_one_ipv6_network_count_as_one() -> None:
    for number in range(ADDRESS.burst):
        give_password(browser(f"2001:db8:1:2::{number:x}"), f"robot-{number}", "x")
    refused = give_password(browser("2001:db8:1:2:ffff::1"), "lain", "x")
    assert "Coba lagi dalam" in refused.content.decode()
    free = give_password(browser("2001:db8:1:3::1"), "lain", "x")
    assert "tidak cocok" in free.content.decode()


def test_letters_for_a_forgotten_password_are_limited_by_address_and_by_account() -> None:
    member("budi", Role.APPROVER, email="budi@contoh.go.id")
    for number in range(limits.RESET_MAIL.burst):
        sent = browser(f"203.0.113.{number}").post("/sandi/lupa/", {"email": "budi@contoh.go.id"})
        assert sent.status_code == 302
    refused = browser("203.0.113.9").post("/sandi/lupa/", {"email": "Budi@contoh.go.id"})
    assert "Coba lagi dalam" in refused.content.decode()
    assert OwedEffect.objects.filter(kind="accounts.reset").count() == limits.RESET_MAIL.burst
