from datetime import timedelta

import pytest
import time_machine
from allauth.usersessions.models import UserSession
from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from selaras.accounts import sessions
from selaras.accounts.agents import described
from selaras.accounts.cookies import cookie_name
from selaras.accounts.tests.entering import PASSWORD, Role, browser, is_in, member, sign_in
from selaras.ledger.models import AuditEntry

pytestmark = pytest.mark.django_db
CHROME = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36"
EDGE = CHROME.replace("X11; Linux x86_64", "Windows NT 10.0; Win64; x64") + " Edg/130.0"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Mobile Safari/604.1"


@pytest.mark.parametrize(
    ("agent", "words"),
    [(CHROME, "Chrome, Linux"), (EDGE, "Edge, Windows"), (IPHONE, "Safari, iPhone"),
     ("", "Peramban tidak dikenal"), ("<script>", "Peramban tidak dikenal")],
)  # fmt: skip
def test_a_browser_is_told_in_two_words(agent: str, words: str) -> None:
    assert described(agent) == words


def test_a_person_sees_where_she_is_signed_in_and_ends_one() -> None:
    user = member("budi", Role.APPROVER)
    here, there = browser("198.51.100.1"), browser("198.51.100.2")
    sign_in(here, user)
    sign_in(there, user)
    page = here.get("/akun/sesi/").content.decode()
    assert "198.51.100.1" in page
    assert "198.51.100.2" in page
    assert page.count("sesi ini") == 1
    other = UserSession.objects.get(ip="198.51.100.2")
    assert here.get(f"/akun/sesi/{other.pk}/akhiri/").status_code == 405
    here.post(f"/akun/sesi/{other.pk}/akhiri/")
    assert not is_in(there)
    assert is_in(here)
    assert AuditEntry.objects.filter(action="account.session.end").count() == 1


def test_all_other_sessions_end_at_once() -> None:
    user = member("budi", Role.APPROVER)
    clients = [browser(f"198.51.100.{number}") for number in range(3)]
    for client in clients:
        sign_in(client, user)
    clients[0].post("/akun/sesi/lain/akhiri/")
    assert [is_in(client) for client in clients] == [True, False, False]


def test_ending_the_session_one_is_in_leads_to_the_sign_in() -> None:
    user = member("budi", Role.APPROVER)
    client = browser()
    sign_in(client, user)
    own = UserSession.objects.get(user=user)
    assert client.post(f"/akun/sesi/{own.pk}/akhiri/")["Location"] == "/masuk/"
    assert not is_in(client)


def test_another_persons_session_is_not_there() -> None:
    user, other = member("budi", Role.APPROVER), member("tuti", Role.APPROVER)
    mine, hers = browser(), browser("198.51.100.2")
    sign_in(mine, user)
    sign_in(hers, other)
    foreign = UserSession.objects.get(user=other)
    assert mine.post(f"/akun/sesi/{foreign.pk}/akhiri/").status_code == 404
    assert "198.51.100.2" not in mine.get("/akun/sesi/").content.decode()
    assert is_in(hers)


def test_ten_more_sessions_cost_no_more_queries() -> None:
    user = member("budi", Role.APPROVER)
    client = browser()
    sign_in(client, user)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/akun/sesi/").status_code == 200
        return len(queries)

    few = asked()
    for number in range(10):
        UserSession.objects.create(
            user=user, ip="203.0.113.1", session_key=f"kunci-{number}", user_agent=CHROME
        )
    assert asked() == few


@pytest.mark.parametrize(
    ("pauses", "says"),
    [([sessions.IDLE + timedelta(minutes=1)], "lama tidak dipakai"),
     ([timedelta(minutes=100)] * 8, "berakhir setelah 12 jam")],
)  # fmt: skip
def test_a_session_does_not_last_for_ever(pauses: list[timedelta], says: str) -> None:
    user = member("budi", Role.APPROVER)
    client = browser()
    with time_machine.travel(timezone.now(), tick=False) as clock:
        sign_in(client, user)
        for pause in pauses[:-1]:
            clock.shift(pause)
            assert is_in(client)
        clock.shift(pauses[-1])
        answer = client.get("/akun/", follow=True)
        assert answer.redirect_chain[-1][0] == "/masuk/?next=/akun/"
        assert says in answer.content.decode()
        assert not is_in(client)


def test_a_tab_that_asks_by_itself_keeps_no_session_alive() -> None:
    user = member("budi", Role.APPROVER)
    client = browser()
    with time_machine.travel(timezone.now(), tick=False) as clock:
        sign_in(client, user)
        for _ in range(3):
            clock.shift(timedelta(minutes=50))
            client.post("/admin/editing-sessions/ping/wagtailcore/page/1/1/")
        assert not is_in(client)


def test_rights_that_end_take_the_session_with_them() -> None:
    user = member("budi", Role.APPROVER)
    client = browser()
    sign_in(client, user)
    assert is_in(client)
    user.memberships.update(valid_to=timezone.localdate())
    answer = client.get("/akun/", follow=True)
    assert "tidak memegang peran apa pun" in answer.content.decode()
    assert AuditEntry.objects.get(action="account.session.over").details == {"why": "rights"}


def test_a_new_password_ends_the_other_sessions_and_not_this_one() -> None:
    user = member("budi", Role.APPROVER, email="budi@contoh.go.id")
    here, there = browser(), browser("198.51.100.2")
    sign_in(here, user)
    sign_in(there, user)
    new = "lain-dan-lebih-panjang"
    changed = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    assert here.post("/akun/sandi/", changed).status_code == 302
    assert is_in(here)
    assert not is_in(there)
    assert AuditEntry.objects.filter(action="account.password.change").exists()


def test_cookies_are_for_this_host_alone_and_not_for_scripts() -> None:
    user = member("budi", Role.APPROVER)
    client = browser()
    sign_in(client, user)
    assert cookie_name("x", "http") == "x"
    assert cookie_name("x", "https") == "__Host-x"
    for name in ("selaras_redaksi", "selaras_perangkat", "csrftoken"):
        cookie = client.cookies[name]
        assert cookie["httponly"], name
        assert cookie["samesite"] == "Lax", name
        assert cookie["path"] == "/", name
        assert cookie["domain"] == "", name
    assert client.cookies["selaras_redaksi"]["max-age"] == ""


@pytest.mark.parametrize(
    ("proxies", "given", "seen"),
    [(0, "192.0.2.5", "198.51.100.7"), (1, "192.0.2.66, 192.0.2.5", "192.0.2.5"),
     (2, "192.0.2.5, 10.0.0.1", "192.0.2.5"), (2, "192.0.2.5", "198.51.100.7"),
     (1, "", "198.51.100.7")],
)  # fmt: skip
def test_only_ones_own_proxies_are_believed(proxies: int, given: str, seen: str) -> None:
    user = member("budi", Role.APPROVER)
    client = browser()
    client.defaults["HTTP_X_FORWARDED_FOR"] = given
    with override_settings(TRUSTED_PROXIES=proxies):
        sign_in(client, user)
    assert UserSession.objects.get(user=user).ip == seen
