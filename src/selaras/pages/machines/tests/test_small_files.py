"""robots.txt and security.txt."""

from datetime import UTC, datetime, timedelta

import pytest
from django.conf import LazySettings
from django.core.checks import run_checks

from selaras.pages.machines.tests.reading import PORTAL, body, get
from selaras.pages.tests.making import HOST

pytestmark = pytest.mark.django_db
EDITORS = "redaksi.localhost"
ROBOTS, SECURITY = "/robots.txt", "/.well-known/security.txt"


def test_a_demonstration_is_closed_to_crawlers(country: None) -> None:
    for host in (PORTAL, HOST, EDITORS):
        assert body(ROBOTS, host) == b"User-agent: *\nDisallow: /\n"


def test_crawlers_are_told_where_the_sitemap_is(country: None, settings: LazySettings) -> None:
    settings.DEMONSTRATION = False
    for host in (PORTAL, HOST):
        told = body(ROBOTS, host).decode()
        assert "Disallow" not in told
        assert told.endswith(f"\nSitemap: http://{host}:8000/sitemap.xml\n")
        assert get("/sitemap.xml", host).status_code == 200
    assert body(ROBOTS, EDITORS) == b"User-agent: *\nDisallow: /\n"


@pytest.mark.parametrize("contact", ["mailto:keamanan@bssn.example", "https://bssn.example/lapor"])
@pytest.mark.parametrize("host", [PORTAL, HOST])
def test_weaknesses_have_an_address(
    country: None, settings: LazySettings, contact: str, host: str
) -> None:
    settings.SECURITY_CONTACT = contact
    response = get(SECURITY, host)
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    told = dict(line.split(": ", 1) for line in response.content.decode().splitlines())
    assert told["Contact"] == contact
    assert told["Preferred-Languages"] == "id, en"
    assert told["Canonical"] == f"http://{host}:8000{SECURITY}"
    left = datetime.fromisoformat(told["Expires"]) - datetime.now(UTC)
    assert timedelta(days=290) < left < timedelta(days=365)


def test_without_a_contact_there_is_no_file(country: None) -> None:
    assert get(SECURITY).status_code == 404


@pytest.mark.parametrize(
    ("demonstration", "contact", "found"),
    [(False, "", ["pages.W001"]), (False, "mailto:a@b.example", []), (True, "", [])],
)
def test_production_warns_where_no_contact_is_named(
    settings: LazySettings, demonstration: bool, contact: str, found: list[str]
) -> None:
    settings.DEMONSTRATION = demonstration
    settings.SECURITY_CONTACT = contact
    messages = [one for one in run_checks() if one.id == "pages.W001"]
    assert [message.id for message in messages] == found
    assert all("SELARAS_SECURITY_CONTACT" in str(message.hint) for message in messages)
