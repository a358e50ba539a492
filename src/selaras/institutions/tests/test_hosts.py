"""Every host is the portal's, the editors', one institution's, or nobody's."""

import pytest
from django.conf import settings
from django.test import Client
from django.utils.functional import SimpleLazyObject

from selaras.institutions.hosts import classify, portal_url

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]
NOBODYS = [
    "",
    " ",
    "localhost.evil.com",
    "bandung.localhost.evil.com",
    "kota-bandung.localhost.evil.com",
    "evil.com",
    "evil-localhost",
    "kota-bandung.redaksi.localhost",
    "a.kota-bandung.localhost",
    "tidak-ada.localhost",
    ".localhost",
    "-.localhost",
    "kota_bandung.localhost",
    "xn--kota.localhost",
    "www.localhost",
    "127.0.0.1",
    "[::1]",
    "[::1]:8000",
    "[::1",
    "::1",
    "[localhost]",
    "localhost:port",
    "localhost@evil.com",
    "localhost/evil",
    "localhost, evil.com",
    "kota-bandung\0.localhost",
    "lo\u212aalhost",
    "a" * 5000 + ".localhost",
]


def response(host: str, path: str = "/") -> tuple[int, str, Client]:
    client = Client()
    found = client.get(path, HTTP_HOST=host)
    body = b"".join(found.streaming_content) if found.streaming else found.content
    return found.status_code, body.decode(errors="replace"), client


@pytest.mark.parametrize(
    ("host", "kind"),
    [
        ("localhost", "portal"),
        ("localhost:8000", "portal"),
        ("LOCALHOST", "portal"),
        ("localhost.", "portal"),
        ("localhost.:8000", "portal"),
        ("redaksi.localhost", "editor"),
        ("Redaksi.Localhost:8000", "editor"),
        ("redaksi.localhost.", "editor"),
    ],
)
def test_the_portal_and_the_editors_have_a_host_in_any_spelling(host: str, kind: str) -> None:
    assert classify(host) == (kind, None)


@pytest.mark.parametrize(
    "host",
    [
        "kota-bandung.localhost",
        "KOTA-Bandung.localhost",
        "kota-bandung.localhost:8000",
        "kota-bandung.localhost.",
    ],
)
def test_an_institution_has_its_own_host(host: str) -> None:
    kind, institution = classify(host)
    assert kind == "institution"
    assert institution is not None
    assert institution.slug == "kota-bandung"


@pytest.mark.parametrize("host", NOBODYS)
def test_any_other_host_is_nobodys(host: str) -> None:
    assert classify(host) == (None, None)


@pytest.mark.parametrize("host", NOBODYS)
@pytest.mark.parametrize("path", ["/", "/admin/", "/robots.txt"])
def test_a_host_of_nobody_is_told_that_it_is_misdirected(host: str, path: str) -> None:
    status, _, client = response(host, path)
    assert status == 421
    assert not client.cookies


def test_a_request_without_a_host_is_misdirected() -> None:
    assert Client(SERVER_NAME="").get("/", HTTP_HOST="").status_code == 421


def test_a_forwarded_host_changes_nothing() -> None:
    found = Client().get(
        "/admin/", headers={"host": "localhost", "x-forwarded-host": "redaksi.localhost"}
    )
    assert found.status_code == 404


@pytest.mark.parametrize("host", ["localhost", "kota-bandung.localhost"])
def test_a_public_host_sets_no_cookie_and_has_no_admin(host: str) -> None:
    for path in ("/", "/robots.txt"):
        status, _, client = response(host, path)
        assert status == 200
        assert not client.cookies
    for path in ("/admin/", "/admin/login/", "/admin/pages/", "/documents/1/x/"):
        status, _, client = response(host, path)
        assert status == 404
        assert not client.cookies


def test_a_cookie_of_the_editors_means_nothing_on_a_public_host() -> None:
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = "apa-saja"
    found = client.get("/", HTTP_HOST="kota-bandung.localhost")
    assert found.status_code == 200
    assert "Cookie" not in found.headers.get("Vary", "")
    assert not found.cookies
    assert not isinstance(getattr(found.wsgi_request, "user", None), SimpleLazyObject)
    assert not hasattr(found.wsgi_request, "session")


def test_the_editors_host_serves_the_sign_in_page() -> None:
    status, body, _ = response(settings.EDITOR_HOST, "/masuk/")
    assert status == 200
    assert 'name="password"' in body
    assert Client().get("/admin/", HTTP_HOST=settings.EDITOR_HOST).status_code == 302


def test_the_address_of_the_portal_is_absolute() -> None:
    assert portal_url("/cari/") == f"http://localhost{settings.PORT_SUFFIX}/cari/"
