import pytest
from django.test import Client

from selaras.portal.tests.asking import get

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Kab. Bandung", "32.04"),
        ("kota bandung", "32.73"),
        ("Jaksel", "31.74"),
        ("32.73", "32.73"),
        ("DIY", "34"),
    ],
)
@pytest.mark.parametrize("language", ["", "/en"])
def test_a_typed_region_leads_to_its_page(
    country: None, typed: str, code: str, language: str
) -> None:
    path = f"{language}/cari-wilayah/"
    response = Client().get(path, {"q": typed}, headers={"host": "localhost"})
    assert response.status_code == 302
    assert response.headers["Location"] == f"{language}/wilayah/{code}/"


def test_the_whole_country_leads_home_and_nothing_typed_to_the_directory(country: None) -> None:
    client = Client()
    for typed, target in (("Indonesia", "/wilayah/00/"), ("  ", "/#wilayah")):
        response = client.get("/cari-wilayah/", {"q": typed}, headers={"host": "localhost"})
        assert response.headers["Location"] == target


def test_an_ambiguous_name_offers_a_choice(country: None) -> None:
    status, body = get("/cari-wilayah/", q="Bandung")
    assert status == 200
    assert "Ada beberapa wilayah bernama “Bandung”." in body
    assert 'href="/wilayah/32.04/">Kabupaten Bandung</a>' in body
    assert 'href="/wilayah/32.73/">Kota Bandung</a>' in body


def test_a_misspelt_name_offers_the_nearest(country: None) -> None:
    body = get("/cari-wilayah/", q="Bandong")[1]
    assert "Wilayah “Bandong” tidak dikenal." in body
    assert "Kota Bandung" in body


@pytest.mark.parametrize(
    "typed",
    ["zzz", "x" * 5000, "' OR 1=1 --", "<script>alert(1)</script>", "\x00", "🙂", "%", "ꦗꦮ"],
)
def test_nonsense_is_answered_kindly(country: None, typed: str) -> None:
    status, body = get("/cari-wilayah/", q=typed)
    assert status == 200
    assert "Periksa ejaannya" in body
    assert "<script>alert" not in body
