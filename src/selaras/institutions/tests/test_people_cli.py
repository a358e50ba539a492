"""Operators give the first roles of an installation."""

import json

import pytest
from click.testing import CliRunner

from selaras.accounts.models import User
from selaras.common.errors import Refused
from selaras.institutions.models import Invitation, Membership
from selaras.institutions.people.cli import people
from selaras.institutions.standing import standing_of
from selaras.institutions.tests.joining import Role, client_of, fresh, held_in
from selaras.ledger.models import AuditEntry

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]


@pytest.fixture
def user() -> User:
    return User.objects.create(username="sari")


def run(*arguments: str) -> str:
    done = CliRunner().invoke(people, arguments, catch_exceptions=True)
    if isinstance(done.exception, Refused):
        raise done.exception
    return str(done.output)


def test_the_first_administrator_of_a_platform(user: User) -> None:
    assert "pengelola platform" in run("platform", "sari")
    assert standing_of(fresh(user)).is_platform
    assert AuditEntry.objects.filter(actor="perintah", action="institutions.role.grant").exists()


def test_the_platform_is_run_from_the_centre(user: User) -> None:
    with pytest.raises(Refused, match="tidak ada di"):
        run("platform", "sari", "--institution", "kota-bandung")
    assert not standing_of(fresh(user)).may_enter


def test_a_role_is_given_listed_and_ended(user: User) -> None:
    run("grant", "sari", "kota-bandung", "writer", "--from", "2026-01-01", "--until", "2099-12-31")
    (line,) = run("list", "kota-bandung", "--json").splitlines()
    assert json.loads(line) == {
        "username": "sari",
        "role": "writer",
        "valid_from": "2026-01-01",
        "valid_to": "2100-01-01",
    }
    run("end", "sari", "kota-bandung", "writer", "--reason", "Selesai tugas")
    assert not standing_of(fresh(user)).may_enter
    assert "tidak memegang" in run("end", "sari", "kota-bandung", "writer", "--reason", "Lagi")


def test_a_command_ends_even_the_last_platform_administrator(user: User) -> None:
    run("platform", "sari")
    run("end", "sari", "komdigi", "platform", "--reason", "Akun dicuri")
    assert not Membership.objects.filter(role=Role.PLATFORM).exists()


def test_an_invitation_is_printed_as_a_link_that_opens() -> None:
    url = run("invite", "komdigi", "a@b.go.id", "--name", "Ayu", "--role", "platform").strip()
    path = "/undangan/" + url.partition("/undangan/")[2]
    client = client_of(None)
    assert "Ayu diundang" in client.get(path).content.decode()
    client.post(path, {"name": "Ayu", "username": "ayu", "password": "langit-biru-sekali"})
    assert held_in(User.objects.get(username="ayu"), "komdigi") == {Role.PLATFORM}


@pytest.mark.parametrize(
    "arguments",
    [
        ("grant", "tak-ada", "kota-bandung", "writer"),
        ("grant", "sari", "tak-ada", "writer"),
        ("grant", "sari", "kota-bandung", "raja"),
        ("grant", "sari", "kota-bandung", "writer", "--from", "kemarin"),
        ("platform", "tak-ada"),
        ("list", "tak-ada"),
        ("invite", "kota-bandung", "a@b.go.id", "--name", "A"),
    ],
)
def test_what_does_not_exist_is_told(user: User, arguments: tuple[str, ...]) -> None:
    output = run(*arguments)
    assert "Tidak ada" in output or "Error" in output
    assert not Membership.objects.exists()
    assert not Invitation.objects.exists()
