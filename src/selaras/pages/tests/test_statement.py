import pytest
from django.test import Client

from selaras.language.dates import format_date
from selaras.pages.views.statement import TESTED_ON

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("host", ["localhost", "kota-bandung.localhost"])
def test_the_statement_names_its_standard_its_day_and_where_to_complain(
    country: None, host: str
) -> None:
    body = Client(headers={"host": host}).get("/aksesibilitas/").content.decode()
    assert "2.2" in body
    assert format_date(TESTED_ON) in body
    assert 'href="/lapor/?halaman=/aksesibilitas/"' in body


def test_the_statement_keeps_the_readers_language(country: None) -> None:
    body = Client(headers={"host": "localhost"}).get("/en/aksesibilitas/").content.decode()
    assert 'href="/en/lapor/?halaman=/en/aksesibilitas/"' in body
