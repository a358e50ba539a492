import re

import pytest
from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe

from selaras.demonstration.tallies import publish_tally
from selaras.institutions.models import Institution, Region
from selaras.portal import slots
from selaras.portal.tests.asking import get, queries_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def no_slots(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slots, "_providers", {})


def test_the_home_leads_to_38_provinces_by_map_and_by_list_and_to_national_bodies(
    country: None,
) -> None:
    status, body = get("/")
    assert status == 200
    assert len(re.findall(r'<a class="tile" href="/wilayah/\d\d/"', body)) == 38
    assert len(re.findall(r'<li><a href="/wilayah/\d\d/"', body)) == 38
    assert "http://bnpb.localhost:8000/" in body
    assert "38 daerah" in body  # Jawa Timur


def test_the_search_asks_every_site_and_the_region_is_found_by_another_form(country: None) -> None:
    body = get("/")[1]
    assert 'action="/cari/"' in body
    assert 'action="/cari-wilayah/"' in body


def test_the_home_speaks_english_and_leads_on_in_english(country: None) -> None:
    status, body = get("/en/")
    assert status == 200
    assert '<html lang="en"' in body
    assert 'href="/en/wilayah/32/"' in body
    assert 'data-summary="/en/wilayah/00.00/ringkas/"' in body
    assert 'href="http://bnpb.localhost:8000/en/"' in body
    assert not re.search(r'href="/wilayah/', body)


def test_the_map_tells_which_state_holds_in_each_province(season: None) -> None:
    body = get("/")[1]
    assert re.search(r'aria-label="Jawa Barat: Siaga (Hijau|Kuning|Jingga|Merah)" data-tone', body)
    assert "Status siaga</span>" in body
    assert "(data peragaan)" in body


def test_official_results_stand_on_the_home(topics: None) -> None:
    assert "tally-panel" not in get("/")[1]
    publish_tally(actor="uji")
    body = get("/")[1]
    assert 'class="tally-panel"' in body
    assert "164.227.475" in body


def test_a_slot_that_nobody_fills_is_not_there(country: None, no_slots: None) -> None:
    before = get("/")[1]

    def hoaxes(request: HttpRequest, region: Region | None) -> SafeString | None:
        return None if region else mark_safe('<section id="hoaks"><h2>Hoaks</h2></section>')

    slots.register("hoaxes", hoaxes)
    assert '<section id="hoaks">' in get("/")[1]
    assert '<section id="hoaks">' not in get("/wilayah/32/")[1]
    assert '<section id="hoaks">' not in before


def test_queries_do_not_grow_with_institutions(season: None) -> None:
    publish_tally(actor="uji")
    with_all = queries_of("/")
    Institution.objects.exclude(region="00").exclude(region__in=["31", "32", "32.73"]).delete()
    assert Institution.objects.count() == 10
    assert queries_of("/") == with_all
