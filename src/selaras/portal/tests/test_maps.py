"""Which map is drawn, and what it says about each place."""

import re

import pytest
from django.utils import timezone

from selaras.announcements.tests.documents import announce
from selaras.institutions.models import Region, RegionBoundary
from selaras.portal.maps import province_map, regency_map, situation
from selaras.portal.tests.asking import get, queries_of

pytestmark = pytest.mark.django_db


def outline(codes: list[str]) -> None:
    """The same small square for each region."""
    RegionBoundary.objects.bulk_create(
        RegionBoundary(
            region_id=code, path="M0 0l9 0 0 9-9 0z", west=0, north=0, east=9, south=9,
            source="Uji", loaded_at=timezone.now(),
        )
        for code in codes
    )  # fmt: skip


def provinces() -> list[Region]:
    return list(Region.objects.filter(level="province"))


def below(code: str) -> list[Region]:
    return list(Region.objects.filter(pk__startswith=f"{code}."))


def test_without_a_known_state_the_map_is_a_directory(topics: None) -> None:
    found = province_map(provinces())
    assert found.situation is None
    assert list(found.drawing.legend) == []


def test_the_state_known_for_the_most_provinces_is_shown(topics: None) -> None:
    announce({"Provinsi Jawa Barat": "merah", "Provinsi Bali": "hijau"})
    found = province_map(provinces())
    assert found.situation is not None
    assert found.situation.fact_type.key == "siaga.status"
    assert [(entry.mark, entry.label, entry.tone) for entry in found.drawing.legend] == [
        ("1", "Siaga Hijau", 1),
        ("4", "Siaga Merah", 4),
    ]
    body = get("/")[1]
    assert 'aria-label="Jawa Barat: Siaga Merah" data-tone="4"' in body
    assert 'aria-label="Aceh" transform' in body


def test_a_state_that_ended_is_not_shown(topics: None) -> None:
    announce({"Provinsi Jawa Barat": "merah"}, start="2021-01-01", through="2021-02-01")
    assert situation(["32"]) is None


def test_outlines_of_all_provinces_replace_the_tiles_where_there_is_room(season: None) -> None:
    plain = queries_of("/")
    outline([one.pk for one in provinces()][:37])
    assert 'class="shape-map' not in get("/")[1]
    outline(["96"])
    body = get("/")[1]
    assert len(re.findall(r'<a class="shape" href="/wilayah/\d\d/"', body)) == 38
    assert 'class="shape-map has-tiles"' in body
    assert "Batas wilayah: Uji." in body
    assert queries_of("/") <= plain


def test_a_province_whose_regencies_are_all_outlined_has_a_map(season: None) -> None:
    outline([one.pk for one in below("34")][:-1])
    assert 'class="shape' not in get("/wilayah/34/")[1]
    RegionBoundary.objects.all().delete()
    outline([one.pk for one in below("34")])
    body = get("/wilayah/34/")[1]
    assert len(re.findall(r'<a class="shape" href="/wilayah/34\.\d\d/"', body)) == 5
    assert "has-tiles" not in body
    assert 'class="tile-legend"' in body
    outline([one.pk for one in below("33")])
    assert queries_of("/wilayah/33/") == queries_of("/wilayah/34/")


def test_a_province_without_regions_has_no_map(country: None) -> None:
    assert regency_map(Region.objects.get(pk="32"), []) is None
