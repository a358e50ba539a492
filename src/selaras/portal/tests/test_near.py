import json

import pytest
from django.test import Client

from selaras.portal.near import centres

pytestmark = pytest.mark.django_db


def test_the_centres_of_all_regions_are_kept_by_every_cache_for_good(country: None) -> None:
    path = f"/wilayah/pusat-{centres().version}.json"
    response = Client().get(path, headers={"host": "localhost"})
    rows = json.loads(response.content)
    assert len(rows) == 552
    assert ["32.73", "Kota Bandung", -6.919, 107.637] in rows
    assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert len(response.content) < 30_000


def test_an_address_of_an_earlier_content_leads_to_the_present_one(country: None) -> None:
    response = Client().get("/en/wilayah/pusat-0123456789ab.json", headers={"host": "localhost"})
    assert response.status_code == 302
    assert response.headers["Location"] == f"/en/wilayah/pusat-{centres().version}.json"


def test_the_home_names_the_present_address(country: None) -> None:
    body = Client().get("/", headers={"host": "localhost"}).content.decode()
    assert f'data-centres="/wilayah/pusat-{centres().version}.json"' in body
