import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from selaras.demonstration.siaga import announce_season
from selaras.institutions.models import Institution

pytestmark = pytest.mark.django_db


def get(path: str, host: str = "localhost", **query: str) -> tuple[int, str]:
    response = Client().get(path, query, headers={"host": host})
    return response.status_code, response.content.decode()


def queries_of(path: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert get(path)[0] == 200
    return len(captured)


def test_the_portal_lists_38_provinces_and_seven_national_bodies(country: None) -> None:
    status, body = get("/")
    assert status == 200
    assert body.count('href="/wilayah/') == 38
    assert body.count("<li><a href=") - 38 - 2 == 7


def test_queries_of_the_portal_do_not_grow_with_institutions(topics: None) -> None:
    announce_season(timezone.localdate(), actor="uji")
    queries_of("/")
    with_all = queries_of("/")
    Institution.objects.exclude(region="00").delete()
    assert queries_of("/") == with_all


def test_a_province_lists_its_regencies_and_cities_in_constant_queries(country: None) -> None:
    status, body = get("/wilayah/32/")
    assert status == 200
    assert "18 kabupaten dan 9 kota" in body
    assert "http://kota-bandung.localhost" in body
    assert queries_of("/wilayah/32/") == queries_of("/wilayah/34/")


@pytest.mark.parametrize("code", ["99", "32.73", "00", "xyz", "%00"])
def test_an_unknown_province_is_not_found(country: None, code: str) -> None:
    assert get(f"/wilayah/{code}/")[0] == 404


@pytest.mark.parametrize(
    ("typed", "host"),
    [
        ("Kab. Bandung", "kab-bandung"),
        ("kota bandung", "kota-bandung"),
        ("Jaksel", "kota-jakarta-selatan"),
        ("32.73", "kota-bandung"),
        ("DIY", "daerah-istimewa-yogyakarta"),
    ],
)
def test_a_typed_region_leads_to_its_site(country: None, typed: str, host: str) -> None:
    response = Client().get("/cari-wilayah/", {"q": typed}, headers={"host": "localhost"})
    assert response.status_code == 302
    assert response.headers["Location"] == f"http://{host}.localhost:8000/"


def test_an_ambiguous_name_offers_a_choice(country: None) -> None:
    status, body = get("/cari-wilayah/", q="Bandung")
    assert status == 200
    assert "Kabupaten Bandung" in body
    assert "Kota Bandung" in body


@pytest.mark.parametrize(
    "typed", ["zzz", "x" * 5000, "' OR 1=1 --", "<script>alert(1)</script>", "\x00", "🙂", "%"]
)
def test_nonsense_is_answered_kindly(country: None, typed: str) -> None:
    status, body = get("/cari-wilayah/", q=typed)
    assert status == 200
    assert "<script>alert" not in body


def test_a_demonstration_is_marked_and_never_indexed(country: None) -> None:
    for host, path in (("localhost", "/"), ("kota-bandung.localhost", "/")):
        response = Client().get(path, headers={"host": host})
        assert "noindex" in response.headers["X-Robots-Tag"]
        assert "Peragaan: bukan situs resmi." in response.content.decode()
    assert get("/robots.txt") == (200, "User-agent: *\nDisallow: /\n")


def test_an_institution_home_shows_its_region_s_facts(topics: None) -> None:
    announce_season(timezone.localdate(), actor="uji")
    status, body = get("/", host="kab-merauke.localhost")
    assert status == 200
    assert "Fakta resmi Kabupaten Merauke" in body
    assert "pukul 08.00–16.00 WIT" in body
    assert "(data peragaan)" in body


def test_a_missing_page_is_not_found_in_our_own_look(country: None) -> None:
    status, body = get("/tidak-ada/", host="kota-bandung.localhost")
    assert status == 404
    assert "Halaman ini tidak ada" in body
