"""What a new person is shown to do first."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from selaras.accounts.models import User
from selaras.institutions.models import FirstStep
from selaras.institutions.people import onboarding
from selaras.institutions.people.onboarding import first_steps, step
from selaras.institutions.tests.joining import Role, client_of, fresh
from support.people import person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]
SCREEN = "/admin/orang/langkah-pertama/"


@pytest.fixture
def writer() -> User:
    return person("tini", "kota-bandung", Role.WRITER)


def keys(user: User) -> dict[str, bool]:
    return {one.step.key: one.done for one in first_steps(fresh(user))}


def test_each_role_has_its_own_steps(writer: User) -> None:
    admin = person("sari", "kota-bandung", Role.ADMINISTRATOR)
    assert "second-factor" not in keys(writer)
    assert {"second-factor", "own-site", "colleagues"} <= keys(admin).keys()


def test_what_can_be_seen_is_ticked_by_itself() -> None:
    admin = person("sari", "kota-bandung", Role.ADMINISTRATOR)
    assert keys(admin)["colleagues"] is False
    person("tini", "kota-bandung", Role.WRITER)
    assert keys(admin)["colleagues"] is True


def test_a_step_is_ticked_off_once_and_for_this_person(writer: User) -> None:
    client = client_of(writer)
    for _ in range(2):
        response = client.post(f"{SCREEN}own-site/selesai/", {"next": SCREEN})
        assert response["Location"] == SCREEN
    assert keys(writer)["own-site"] is True
    assert keys(person("lain", "kota-bandung", Role.WRITER))["own-site"] is False


@pytest.mark.parametrize("key", ["second-factor", "tidak-ada", "-"])
def test_what_she_cannot_tick_off_herself_is_not_there(writer: User, key: str) -> None:
    assert client_of(writer).post(f"{SCREEN}{key}/selesai/").status_code == 404
    assert not FirstStep.objects.exists()


def test_the_list_is_put_away_for_good(writer: User) -> None:
    client = client_of(writer)
    assert "Langkah pertama" in client.get("/admin/").content.decode()
    elsewhere = client.post(f"{SCREEN}tutup/", {"next": "https://contoh.com/"})
    assert elsewhere["Location"] == "/admin/"
    assert first_steps(writer) == []
    assert 'class="first-steps"' not in client.get("/admin/").content.decode()
    assert "Tidak ada lagi" in client.get(SCREEN).content.decode()


def test_a_room_adds_a_step(writer: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(onboarding, "_steps", {})
    for key, order in (("dua", 20), ("satu", 10)):
        step(key, title=key, help="", address=lambda user: f"/{user.username}/", order=order)
    step("lain", title="", help="", address=lambda user: "/", roles=(Role.AUDITOR,))
    step("tanpa", title="", help="", address=lambda user: None)
    assert [(one.step.key, one.url) for one in first_steps(writer)] == [
        ("satu", "/tini/"),
        ("dua", "/tini/"),
    ]
    with pytest.raises(RuntimeError, match="two first steps"):
        step("satu", title="", help="", address=lambda user: "/")


def test_a_list_that_was_put_away_costs_one_query(writer: User) -> None:
    FirstStep.objects.create(user=writer, key=FirstStep.AWAY)
    with CaptureQueriesContext(connection) as captured:
        assert first_steps(writer) == []
    assert len(captured) == 1
