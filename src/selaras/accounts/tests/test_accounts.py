import pytest
from allauth.account.models import EmailAddress
from django.core.checks import Warning as Warned
from django.test import override_settings
from django.urls.resolvers import URLPattern, URLResolver

from selaras.accounts import access, urls
from selaras.accounts.checks import CONSOLE, letters_arrive
from selaras.accounts.errors import AccountRefused
from selaras.accounts.models import User
from selaras.accounts.services import open_account
from selaras.accounts.tests.entering import Role, browser, give_password, member
from selaras.ledger.models import AuditEntry

pytestmark = pytest.mark.django_db
GOOD = {
    "username": "wayan",
    "email": "Wayan@Contoh.go.id",
    "name": " Wayan  Suardika ",
    "password": "sandi-yang-panjang",
}


def test_an_account_is_opened_with_a_proved_address() -> None:
    user = open_account(**GOOD)
    assert str(user) == "Wayan Suardika"
    assert user.email == "wayan@contoh.go.id"
    assert EmailAddress.objects.get(user=user).verified
    assert AuditEntry.objects.get(action="account.open").object_id == str(user.reference)


@pytest.mark.parametrize(
    ("field", "value"),
    [("username", ""), ("username", "dua kata"), ("username", "x" * 151), ("username", "BUDI"),
     ("username", "budi\0"), ("email", ""), ("email", "bukan-surel"),
     ("email", "BUDI@contoh.go.id"),
     ("name", " "), ("name", "x" * 151), ("password", "pendek"), ("password", "password")],
)  # fmt: skip
def test_what_is_wrong_with_a_new_account_is_said_by_field(field: str, value: str) -> None:
    member("budi", Role.WRITER, email="budi@contoh.go.id")
    with pytest.raises(AccountRefused) as refused:
        open_account(**{**GOOD, field: value})
    assert refused.value.field == field
    assert User.objects.count() == 1


def test_a_name_taken_at_the_same_moment_is_refused_and_nothing_stays(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    member("wayan", Role.WRITER)
    monkeypatch.setattr("selaras.accounts.services._check", lambda user, password: None)
    with pytest.raises(AccountRefused):
        open_account(**GOOD)
    assert EmailAddress.objects.count() == 0


def test_every_screen_is_ours_and_every_route_has_a_rule() -> None:
    def walk(
        patterns: list[URLPattern | URLResolver], prefix: str = ""
    ) -> list[tuple[str, object]]:
        found: list[tuple[str, object]] = []
        for pattern in patterns:
            if isinstance(pattern, URLResolver):
                inner = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
                found += walk(pattern.url_patterns, inner)
            else:
                found.append((f"{prefix}{pattern.name}", pattern.callback))
        return found

    from django.template.loader import get_template

    routes = walk(urls.urlpatterns)
    assert len(routes) > 25
    for name, callback in routes:
        assert access.rule_of(name) is not None, name
        template = getattr(getattr(callback, "view_class", None), "template_name", None)
        if template is not None and name not in {"mfa_login_webauthn"}:
            origin = str(get_template(template).template.origin)  # type: ignore[attr-defined]
            assert "/selaras/accounts/" in origin, (name, origin)


def test_production_is_warned_that_letters_go_nowhere() -> None:
    with override_settings(DEMONSTRATION=False, EMAIL_BACKEND=CONSOLE):
        assert [one.id for one in letters_arrive()] == ["accounts.W001"]
        assert isinstance(letters_arrive()[0], Warned)
    assert letters_arrive() == []


def test_the_admin_leads_to_the_safety_of_the_account() -> None:
    user = member("budi", Role.WRITER, totp=False)
    client = browser()
    give_password(client, user.username)
    assert "/akun/" in client.get("/admin/").content.decode()
    account = client.get("/admin/account/").content.decode()
    assert "Keamanan akun" in account
    assert "id_password-old_password" not in account
    assert 'name="name_email-email"' not in account
