import re

import pytest
from django.test import Client

from selaras.institutions.models import Institution, Region
from selaras.portal.tests.asking import get, queries_of

pytestmark = pytest.mark.django_db


def test_a_city_shows_its_facts_its_site_and_its_neighbours(season: None) -> None:
    status, body = get("/wilayah/32.73/")
    assert status == 200
    assert "<h1>Kota Bandung</h1>" in body
    assert "Fakta resmi Kota Bandung" in body
    assert "Bantuan per keluarga" in body
    assert 'href="http://kota-bandung.localhost:8000/"' in body
    assert 'href="/wilayah/32/">Provinsi Jawa Barat</a>' in body
    assert "Kabupaten lain di Jawa Barat" in body
    assert 'href="/wilayah/32.77/"' in body
    assert '<li><a href="/wilayah/32.73/"><span>' not in body


def test_a_province_lists_its_regencies_and_cities(country: None) -> None:
    status, body = get("/wilayah/32/")
    assert status == 200
    assert "18 kabupaten, 9 kota." in body
    assert 'href="#kelompok-1">Kabupaten dan kota</a>' in body
    assert len(re.findall(r'<li><a href="/wilayah/32\.\d\d/"', body)) == 27
    assert "Belum ada fakta resmi yang berlaku di wilayah ini." in body


def test_every_region_has_a_page(country: None) -> None:
    sample = list(Region.objects.values_list("pk", flat=True)[1::25])
    assert {get(f"/wilayah/{code}/")[0] for code in sample} == {200}


def test_the_country_s_page_is_the_home(country: None) -> None:
    response = Client().get("/en/wilayah/00/", headers={"host": "localhost"})
    assert (response.status_code, response.headers["Location"]) == (302, "/en/")


@pytest.mark.parametrize("code", ["99", "32.99", "xyz", "%00", "32.7", "3273", "٣٢", "32.73.01"])
@pytest.mark.parametrize("tail", ["", "ringkas/"])
def test_an_unknown_region_is_not_found(country: None, code: str, tail: str) -> None:
    assert get(f"/wilayah/{code}/{tail}")[0] == 404


def test_the_page_speaks_english_and_marks_what_stays_indonesian(season: None) -> None:
    status, body = get("/en/wilayah/32.73/")
    assert status == 200
    assert 'href="http://kota-bandung.localhost:8000/en/"' in body
    assert 'href="/en/wilayah/32/"' in body
    assert "2,591,763" in body
    assert '<dl class="fact-cards" lang="id">' in body


def test_the_summary_is_a_fragment_that_is_the_same_for_everybody(season: None) -> None:
    response = Client().get("/wilayah/91.71/ringkas/", headers={"host": "localhost"})
    body = response.content.decode()
    assert response.status_code == 200
    assert "<html" not in body
    assert "Kota Jayapura" in body
    assert "4 fakta lain" in body
    assert "Status siaga" in body
    assert response.headers["Cache-Control"] == "public, max-age=1"
    assert "noindex" in response.headers["X-Robots-Tag"]
    assert response.headers.get("Vary", "Accept-Encoding") == "Accept-Encoding"
    assert not response.cookies


def test_the_country_has_no_summary(country: None) -> None:
    assert get("/wilayah/00/ringkas/")[0] == 404


@pytest.mark.parametrize("tail", ["", "ringkas/"])
def test_queries_do_not_depend_on_the_region_or_on_the_institutions(
    season: None, tail: str
) -> None:
    city, other = queries_of(f"/wilayah/32.73/{tail}"), queries_of(f"/wilayah/34.71/{tail}")
    large, small = queries_of(f"/wilayah/33/{tail}"), queries_of(f"/wilayah/96/{tail}")
    assert city == other
    assert large == small
    Institution.objects.exclude(region__in=["00", "33", "32", "32.73"]).delete()
    assert Institution.objects.count() == 10
    assert queries_of(f"/wilayah/32.73/{tail}") == city
    assert queries_of(f"/wilayah/33/{tail}") == large
