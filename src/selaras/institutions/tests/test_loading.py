"""The country as it is loaded: complete, with usable addresses, and repeatable."""

import itertools
import re
from collections import Counter
from datetime import UTC, datetime

import pytest
import time_machine
from django.db.models import Count

from selaras.institutions.models import (
    Institution,
    InstitutionName,
    Region,
    RegionAlias,
    RegionParentage,
)
from selaras.institutions.services import RESERVED_SLUGS, load_institutions, load_regions

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]
LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")


def snapshot() -> dict[str, list[tuple[object, ...]]]:
    return {
        "regions": sorted(Region.objects.values_list()),
        "aliases": sorted(RegionAlias.objects.values_list("region", "alias")),
        "parentages": sorted(
            RegionParentage.objects.values_list("region", "parent", "valid_from", "valid_to"),
            key=str,
        ),
        "institutions": sorted(
            Institution.objects.values_list("pk", "slug", "region", "name", "short_name", "site")
        ),
        "names": sorted(
            InstitutionName.objects.values_list("institution", "name", "valid_from", "valid_to"),
            key=str,
        ),
    }


def test_the_country_has_its_regions() -> None:
    count = {
        level: Region.objects.filter(level=level).count()
        for level in ("national", "province", "regency", "city")
    }
    assert count == {"national": 1, "province": 38, "regency": 416, "city": 98}


def test_every_region_but_the_country_has_exactly_one_office() -> None:
    assert Institution.objects.count() == 559
    assert Institution.objects.filter(region="00").count() == 7
    offices = dict(
        Region.objects.exclude(pk="00").annotate(n=Count("institutions")).values_list("pk", "n")
    )
    assert len(offices) == 552
    assert set(offices.values()) == {1}


def test_every_address_is_a_dns_label_of_its_own() -> None:
    slugs = list(Institution.objects.values_list("slug", flat=True))
    assert [slug for slug in slugs if not LABEL.fullmatch(slug)] == []
    assert [slug for slug, times in Counter(slugs).items() if times > 1] == []
    assert RESERVED_SLUGS.isdisjoint(slugs)


def test_every_institution_has_a_site_on_its_own_host() -> None:
    sites = Institution.objects.select_related("site")
    assert {one.host: one.site.hostname if one.site else None for one in sites} == {
        one.host: one.host for one in sites
    }


@pytest.mark.parametrize(
    ("code", "slug", "name"),
    [
        ("32", "jawa-barat", "Dinas Komunikasi dan Informatika Provinsi Jawa Barat"),
        ("32.04", "kab-bandung", "Dinas Komunikasi dan Informatika Kabupaten Bandung"),
        ("32.73", "kota-bandung", "Dinas Komunikasi dan Informatika Kota Bandung"),
    ],
)
def test_an_office_is_named_after_its_region(code: str, slug: str, name: str) -> None:
    office = Institution.objects.get(region=code)
    assert (office.slug, office.name) == (slug, name)


def test_loading_again_changes_nothing() -> None:
    before = snapshot()
    assert load_regions() == 553
    assert load_institutions() == 559
    assert snapshot() == before
    for rows in before.values():
        assert len(rows) == len(set(map(str, rows)))


def test_loading_again_repairs_what_was_changed_and_keeps_what_was_added() -> None:
    Region.objects.filter(pk="32.73").update(name="Kota Lain", zone="WIT")
    Institution.objects.filter(slug="kota-bandung").update(name="Dinas Lain")
    region = Region.objects.get(pk="32.73")
    Institution.objects.create(slug="uji", region=region, name="Uji", short_name="Uji", place="Uji")
    load_regions()
    load_institutions()
    region.refresh_from_db()
    assert (region.name, region.zone) == ("Kota Bandung", "WIB")
    assert Institution.objects.get(slug="kota-bandung").name.endswith("Kota Bandung")
    assert Institution.objects.filter(slug="uji").exists()


def test_a_ministry_has_the_name_of_the_day_on_which_it_is_loaded() -> None:
    with time_machine.travel(datetime(2021, 11, 5, tzinfo=UTC), tick=False):
        assert load_institutions() == 559
    assert Institution.objects.get(slug="komdigi").short_name == "Kominfo"
    load_institutions()
    assert Institution.objects.get(slug="komdigi").short_name == "Komdigi"


def test_every_region_lies_in_one_region_at_any_time() -> None:
    rows: dict[str, list[RegionParentage]] = {}
    for row in RegionParentage.objects.order_by("valid_from"):
        rows.setdefault(row.region_id, []).append(row)
    assert set(rows) == set(Region.objects.exclude(pk="00").values_list("pk", flat=True))
    for periods in rows.values():
        periods.sort(key=lambda row: (row.valid_from is not None, row.valid_from))
        joints = [(row.valid_to, after.valid_from) for row, after in itertools.pairwise(periods)]
        assert all(end is not None and end == start for end, start in joints)
        assert periods[-1].valid_to is None


def test_every_zone_is_one_of_the_three_and_that_of_its_province() -> None:
    zones = dict(Region.objects.values_list("pk", "zone"))
    assert set(zones.values()) == {"WIB", "WITA", "WIT"}
    assert [code for code, zone in zones.items() if zones[code[:2]] != zone] == []
    assert [zones[code] for code in ("31", "51", "61", "64", "73", "93.01")] == [
        "WIB", "WITA", "WIB", "WITA", "WITA", "WIT",
    ]  # fmt: skip
