"""Requests on an institution's hosts: one answers, the others lead there, nothing leads away."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from selaras.institutions.domains.queries import claims_on
from selaras.institutions.domains.services import make_canonical, release_domain
from selaras.institutions.hosts import classify
from selaras.institutions.models import Institution, InstitutionDomain

Claim = Callable[..., InstitutionDomain]
Move = Callable[..., Institution]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]
HOST = "bandung.go.id"
GIVEN = f"kota-bandung.{settings.DOMAIN}"
BASE = f"http://{HOST}{settings.PORT_SUFFIX}"


def status(host: str, path: str = "/") -> int:
    return Client().get(path, HTTP_HOST=host).status_code


def test_a_claim_alone_does_not_answer(claim: Claim) -> None:
    claim()
    assert classify(HOST) == (None, None)
    assert status(HOST) == 421


def test_a_proved_domain_leads_to_the_given_host_until_it_is_canonical(prove: Claim) -> None:
    prove()
    found = Client().get("/", HTTP_HOST=HOST)
    assert found.status_code == 301
    assert found["Location"] == f"http://{GIVEN}{settings.PORT_SUFFIX}/"
    assert status(GIVEN) == 200


@pytest.mark.parametrize(
    "host", [HOST, "BANDUNG.Go.Id", f"{HOST}.", f"{HOST}:8000", "Bandung.go.id.:443"]
)
def test_a_canonical_domain_answers_in_any_spelling(move: Move, host: str) -> None:
    move()
    assert status(host) == 200
    assert classify(host)[0] == "institution"
    assert status(host, "/admin/") == 404


@pytest.mark.parametrize("host", [GIVEN, "KOTA-BANDUNG.localhost.:8000", "www.bandung.go.id"])
@pytest.mark.parametrize("method", ["get", "head"])
@pytest.mark.parametrize(
    ("path", "query", "location"),
    [
        ("/", "", "/"),
        ("/berita/", "q=a+b&p=%2F", "/berita/?q=a+b&p=%2F"),
        ("/robots.txt", "", "/robots.txt"),
        ("/tidak-ada", "", "/tidak-ada"),
        ("/ꦧꦤ꧀ꦝꦸꦁ/", "", "/%EA%A6%A7%EA%A6%A4%EA%A7%80%EA%A6%9D%EA%A6%B8%EA%A6%81/"),
    ],
)
def test_other_hosts_lead_to_the_same_address_on_the_canonical_one(
    move: Move, prove: Claim, host: str, method: str, path: str, query: str, location: str
) -> None:
    move()
    prove("www.bandung.go.id")
    wire = path.encode().decode("latin-1")
    found = getattr(Client(), method)("/", HTTP_HOST=host, PATH_INFO=wire, QUERY_STRING=query)
    assert found.status_code == 301
    assert found["Location"] == f"{BASE}{location}"
    assert found["Cache-Control"] == "no-cache"
    assert not found.cookies


@pytest.mark.parametrize(
    "path",
    [
        "//evil.com/", "///evil.com", "/\\evil.com", "\\\\evil.com", "@evil.com", ".evil.com",
        "/%2F%2Fevil.com", "http://evil.com/", "/\r\nLocation: http://evil.com/", "/\t/evil.com",
        "", "*", "/\xff\xfe", "/a?b#c",
    ],
)  # fmt: skip
@pytest.mark.parametrize("query", ["", "next=//evil.com", "\r\nX: y", "\xff", "a" * 50_000])
def test_a_redirect_never_leads_away(move: Move, path: str, query: str) -> None:
    move()
    found = Client().get("/", HTTP_HOST=GIVEN, PATH_INFO=path, QUERY_STRING=query)
    assert found.status_code == 301
    assert found["Location"].startswith(f"{BASE}/")
    assert urlsplit(found["Location"]).hostname == HOST
    assert "\r" not in found["Location"]
    assert found["Location"].isascii()


@pytest.mark.parametrize(("path", "language"), [("/lapor/", "id"), ("/en/lapor/", "en")])
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options", "trace"])
def test_what_is_sent_to_another_host_is_refused_and_told_where_to_go(
    move: Move, method: str, path: str, language: str
) -> None:
    move()
    found = getattr(Client(), method)(path, HTTP_HOST=GIVEN)
    assert found.status_code == 421
    text = found.content.decode()
    assert f'href="{BASE}/"' in text
    assert f'<html lang="{language}">' in text


@pytest.mark.parametrize("host", [GIVEN, HOST])
def test_a_certificate_authority_is_not_sent_elsewhere(move: Move, host: str) -> None:
    move()
    assert status(host, "/.well-known/acme-challenge/token") == 404


def test_a_path_that_only_resembles_the_authoritys_is_redirected(move: Move) -> None:
    move()
    assert status(GIVEN, "/.well-known/acme-challenge") == 301
    assert status(GIVEN, "/x/.well-known/acme-challenge/") == 301


def test_the_given_host_answers_again_without_a_canonical_domain(move: Move) -> None:
    move()
    make_canonical(host=GIVEN, actor="uji")
    assert (status(GIVEN), status(HOST)) == (200, 301)
    make_canonical(host=HOST, actor="uji")
    assert (status(GIVEN), status(HOST)) == (301, 200)
    release_domain(domain=claims_on(HOST)[0], actor="uji")
    assert (status(GIVEN), status(HOST)) == (200, 421)


def test_another_institutions_site_is_not_touched(move: Move) -> None:
    move()
    assert status(f"kab-bandung.{settings.DOMAIN}") == 200
    assert status(settings.DOMAIN) == 200


def queries(host: str, path: str = "/") -> int:
    with CaptureQueriesContext(connection) as captured:
        Client().get(path, HTTP_HOST=host)
    return len(captured)


def test_a_page_costs_as_many_queries_on_an_own_domain(move: Move) -> None:
    before = queries(GIVEN)
    move()
    assert queries(HOST) == before
    assert queries(GIVEN, "/berita/") == 1


def test_a_host_is_found_in_one_query_however_many_there_are(prove: Claim) -> None:
    counts = []
    for number in range(12):
        prove(f"d{number}.go.id")
        with CaptureQueriesContext(connection) as captured:
            assert classify(f"d{number}.go.id")[0] == "institution"
        counts.append(len(captured))
    assert set(counts) == {1}


@pytest.mark.parametrize(
    "host",
    [
        "a" * 100_000,
        "a." * 50_000 + "id",
        f"{'a.' * 50_000}localhost",
        f"www.{HOST}",
        f"{HOST}..",
        f".{HOST}",
        "localhost..",
        f"{GIVEN}..",
        f"{HOST}:port",
        f"user@{HOST}",
        f"{HOST}/",
        "bandung.go.\u0131d",
        "bünde.example",
        "xn--bnde-0ra.example",
        "\xff\xfe",
    ],
    ids=lambda host: host[:20],
)
def test_a_host_that_nobody_proved_is_misdirected(move: Move, host: str) -> None:
    move()
    assert status(host) == 421


def test_a_domain_with_other_letters_answers_under_its_ascii_name(move: Move) -> None:
    move("bünde.example")
    assert status("xn--bnde-0ra.example") == 200
    assert status("XN--BNDE-0RA.example") == 200


@given(
    host=st.one_of(
        st.text("abgindo.-:[]@1 \0\x80", max_size=30),
        st.sampled_from([HOST, GIVEN, "localhost"]).flatmap(
            lambda name: st.text(".:0A/\0\xe9", max_size=4).map(lambda end: name + end)
        ),
        st.text(st.characters(max_codepoint=255), max_size=300),
    )
)
@hypothesis_settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_host_header_gets_a_clear_answer(country: None, host: str) -> None:
    assert status(host) in {200, 421}
