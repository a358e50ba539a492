from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from selaras.accounts.models import User
from selaras.accounts.step_up import RECENT
from selaras.accounts.tests.entering import Role, browser, give_password, member, next_code, sign_in
from selaras.announcements.manuscripts.tests.writing import author, submitted
from selaras.announcements.tests.editors import address
from selaras.institutions.models import Institution

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
TEXT = '---\njudul: tidak\n<textarea> & "kutip"\n\n  spasi di awal\n'


@pytest.fixture
def approver() -> User:
    user = member("budi", Role.APPROVER)
    user.memberships.update(institution=Institution.objects.get(slug="bnpb"))
    return user


@pytest.fixture
def screen() -> str:
    """Where a manuscript is approved."""
    return address("manuscript", submitted(author()))


def decide(client: Client, screen: str, **more: str) -> str:
    posted = {"comment": TEXT, "seen": "segel", "act": "setujui", **more}
    answer = client.post(screen, posted)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_fresh_second_factor_is_not_asked_for_again(approver: User, screen: str) -> None:
    client = browser()
    sign_in(client, approver)
    assert "Faktor kedua diminta" not in client.get(screen).content.decode()
    assert "Konfirmasi bahwa ini Anda" not in decide(client, screen)


def test_an_old_one_is_announced_when_reading_and_asked_for_when_acting(
    approver: User, screen: str
) -> None:
    client = browser()
    with time_machine.travel(timezone.now(), tick=False) as clock:
        sign_in(client, approver)
        clock.shift(RECENT)
        assert "Faktor kedua diminta" in client.get(screen).content.decode()
        assert "Konfirmasi bahwa ini Anda" not in decide(client, screen, act="ajukan")
        page = decide(client, screen)
        assert "Konfirmasi bahwa ini Anda" in page
        for wrong in ("000000", ""):
            page = decide(client, screen, **{"step_up-asked": "1", "step_up-code": wrong})
            assert "Konfirmasi bahwa ini Anda" in page
        code = next_code(approver)
        page = decide(client, screen, **{"step_up-asked": "1", "step_up-code": code})
        assert "Konfirmasi bahwa ini Anda" not in page
        assert "Konfirmasi bahwa ini Anda" not in decide(client, screen)  # for a quarter of an hour
        clock.shift(RECENT + timedelta(seconds=1))
        page = decide(client, screen, **{"step_up-asked": "1", "step_up-code": code})
        assert "Konfirmasi bahwa ini Anda" in page


def test_what_was_typed_is_kept_to_the_letter(approver: User, screen: str) -> None:
    client = browser()
    with time_machine.travel(timezone.now(), tick=False) as clock:
        sign_in(client, approver)
        clock.shift(RECENT)
        answer = client.post(screen, {"comment": TEXT, "seen": "segel", "act": "setujui"})
    kept = dict(answer.context["kept"])
    assert kept == {"comment": TEXT, "seen": "segel", "act": "setujui"}


def test_nonsense_instead_of_a_passkey_does_nothing(approver: User, screen: str) -> None:
    client = browser()
    with time_machine.travel(timezone.now(), tick=False) as clock:
        sign_in(client, approver)
        clock.shift(RECENT)
        page = decide(client, screen, **{"step_up-asked": "1", "step_up-credential": '{"id": []}'})
    assert "Kunci sandi tidak dikenali" in page


def test_without_a_second_factor_it_is_set_up_first_and_the_text_is_kept(screen: str) -> None:
    user = member("tuti", Role.WRITER, totp=False)
    user.memberships.update(institution=Institution.objects.get(slug="bnpb"))
    client = browser()
    give_password(client, "tuti")
    answer = client.post(screen, {"comment": TEXT, "act": "setujui"})
    if answer.status_code == 200:
        assert "Pasang faktor kedua" in answer.content.decode()
    else:
        assert answer.status_code in {302, 403}  # a writer is not let near it at all
