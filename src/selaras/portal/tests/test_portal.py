"""What the portal shares with every other public site."""

import pytest
from django.test import Client

from selaras.portal.tests.asking import get

pytestmark = pytest.mark.django_db


def test_a_demonstration_is_marked_and_never_indexed(country: None) -> None:
    for host, path in (("localhost", "/"), ("kota-bandung.localhost", "/")):
        response = Client().get(path, headers={"host": host})
        assert "noindex" in response.headers["X-Robots-Tag"]
        assert "Peragaan: bukan situs resmi." in response.content.decode()
    assert get("/robots.txt")[1].startswith("User-agent: *\nDisallow: /\n")


def test_an_institution_home_shows_its_region_s_facts(season: None) -> None:
    status, body = get("/", host="kab-merauke.localhost")
    assert status == 200
    assert "Fakta resmi Kabupaten Merauke" in body
    assert "pukul 08.00–16.00 WIT" in body
    assert "(data peragaan)" in body


def test_a_missing_page_is_not_found_in_our_own_look(country: None) -> None:
    status, body = get("/tidak-ada/", host="kota-bandung.localhost")
    assert status == 404
    assert "Halaman ini tidak ada" in body
