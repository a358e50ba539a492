from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from selaras.accounts.models import User
from selaras.accounts.step_up import RECENT
from selaras.accounts.tests.entering import Role, browser, give_password, member, next_code, sign_in
from selaras.institutions.models import Institution

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
ANNOUNCE = "/admin/umumkan/"
TEXT = '---\njudul: tidak\n<textarea> & "kutip"\n\n  spasi di awal\n'


@pytest.fixture
def author() -> User:
    user = member("budi", Role.AUTHOR)
    user.memberships.update(institution=Institution.objects.get(slug="bnpb"))
    return user


def publish(client: Client, **more: str) -> str:
    posted = {"text": TEXT, "seal": "segel", "act": "publish", **more}
    answer = client.post(ANNOUNCE, posted)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_fresh_second_factor_is_not_asked_for_again(author: User) -> None:
    client = browser()
    sign_in(client, author)
    assert "faktor kedua diminta" not in client.get(ANNOUNCE).content.decode()
    assert "Konfirmasi bahwa ini Anda" not in publish(client)


def test_an_old_one_is_announced_when_reading_and_asked_for_when_acting(author: User) -> None:
    client = browser()
    with time_machine.travel(timezone.now(), tick=False) as clock:
        sign_in(client, author)
        clock.shift(RECENT)
        assert "Isian Anda tidak hilang" in client.get(ANNOUNCE).content.decode()
        assert "Konfirmasi bahwa ini Anda" not in publish(client, act="check")
        page = publish(client)
        assert "Konfirmasi bahwa ini Anda" in page
        for wrong in ("000000", ""):
            page = publish(client, **{"step_up-asked": "1", "step_up-code": wrong})
            assert "Konfirmasi bahwa ini Anda" in page
        code = next_code(author)
        page = publish(client, **{"step_up-asked": "1", "step_up-code": code})
        assert "Konfirmasi bahwa ini Anda" not in page
        assert "Konfirmasi bahwa ini Anda" not in publish(client)  # for a quarter of an hour
        clock.shift(RECENT + timedelta(seconds=1))
        page = publish(client, **{"step_up-asked": "1", "step_up-code": code})
        assert "Konfirmasi bahwa ini Anda" in page


def test_what_was_typed_is_kept_to_the_letter(author: User) -> None:
    client = browser()
    with time_machine.travel(timezone.now(), tick=False) as clock:
        sign_in(client, author)
        clock.shift(RECENT)
        answer = client.post(ANNOUNCE, {"text": TEXT, "seal": "segel", "act": "publish"})
    kept = dict(answer.context["kept"])
    assert kept == {"text": TEXT, "seal": "segel", "act": "publish"}


def test_nonsense_instead_of_a_passkey_does_nothing(author: User) -> None:
    client = browser()
    with time_machine.travel(timezone.now(), tick=False) as clock:
        sign_in(client, author)
        clock.shift(RECENT)
        page = publish(client, **{"step_up-asked": "1", "step_up-credential": '{"id": []}'})
    assert "Kunci sandi tidak dikenali" in page


def test_without_a_second_factor_it_is_set_up_first_and_the_text_is_kept(topics: None) -> None:
    user = member("tuti", Role.WRITER, totp=False)
    user.memberships.update(institution=Institution.objects.get(slug="bnpb"))
    client = browser()
    give_password(client, "tuti")
    answer = client.post(ANNOUNCE, {"text": TEXT, "act": "publish"})
    if answer.status_code == 200:
        assert "Pasang faktor kedua" in answer.content.decode()
    else:
        assert answer.status_code in {302, 403}  # a writer is not let near it at all
