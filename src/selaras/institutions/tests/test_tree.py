"""The tree of regions on any day, and what people call its parts."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from selaras.institutions.models import Institution, Region, RegionAlias
from selaras.institutions.queries import (
    children,
    gazetteer,
    name_on,
    office_of,
    parentages,
    resolve_region,
)
from selaras.language.gazetteer import AmbiguousPlace, UnknownPlace

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]
MADE = date(2022, 7, 25)
TICK = timedelta(microseconds=1)


def codes_of_regencies() -> list[str]:
    return list(Region.objects.filter(level__in=["regency", "city"]).values_list("pk", flat=True))


def test_the_tree_above_514_regions_is_read_in_at_most_three_queries() -> None:
    codes = codes_of_regencies()
    with CaptureQueriesContext(connection) as few:
        parentages(codes[:1])
    with CaptureQueriesContext(connection) as many:
        tree = parentages(codes)
        chains = [tree.above(code, datetime.now(UTC)) for code in codes]
    assert len(few) == len(many) <= 3
    assert len(codes) == 514
    assert {len(chain) for chain in chains} == {2}
    assert {chain[-1] for chain in chains} == {"00"}


def test_merauke_lay_in_papua_until_its_own_midnight_of_the_25th_of_july_2022() -> None:
    tree = parentages(["93.01"])
    midnight = datetime(2022, 7, 24, 15, tzinfo=UTC)
    assert tree.above("93.01", datetime(2021, 9, 25, tzinfo=UTC)) == ["91", "00"]
    assert tree.above("93.01", midnight - TICK) == ["91", "00"]
    assert tree.above("93.01", midnight) == ["93", "00"]


def test_above_the_country_there_is_nothing() -> None:
    assert parentages(["00"]).above("00", datetime.now(UTC)) == []


def test_children_are_those_of_the_day() -> None:
    country, papua, south = (Region.objects.get(pk=code) for code in ("00", "91", "93"))
    assert children(country, date.today()).count() == 38  # noqa: DTZ011
    assert children(country, MADE - timedelta(days=1)).count() == 34
    assert "93.01" in children(papua, MADE - timedelta(days=1)).values_list("pk", flat=True)
    assert "93.01" not in children(papua, MADE).values_list("pk", flat=True)
    assert list(children(south, MADE).values_list("pk", flat=True)) == [
        "93.01", "93.02", "93.03", "93.04",
    ]  # fmt: skip
    assert children(Region.objects.get(pk="32.73"), MADE).count() == 0


@pytest.mark.parametrize(
    ("spelling", "code"),
    [
        ("32.73", "32.73"),
        ("3273", "32.73"),
        ("Kota Bandung", "32.73"),
        ("kota  bandung", "32.73"),
        ("Bandung, Kota", "32.73"),
        ("Kab. Bandung", "32.04"),
        ("Kabupaten Bandung", "32.04"),
        ("KAB BANDUNG", "32.04"),
        ("DKI", "31"),
        ("Jaksel", "31.74"),
        ("DIY", "34"),
        ("Jabar", "32"),
        ("Prov. Jawa Barat", "32"),
        ("Merauke", "93.01"),
        ("Indonesia", "00"),
        ("Nasional", "00"),
    ],
)
def test_a_usual_spelling_means_one_region(spelling: str, code: str) -> None:
    assert resolve_region(spelling).pk == code


@pytest.mark.parametrize(
    ("spelling", "candidates"), [("Jogja", ["34", "34.71"]), ("Bandung", ["32.04", "32.73"])]
)
def test_a_spelling_of_several_regions_names_them_all(spelling: str, candidates: list[str]) -> None:
    with pytest.raises(AmbiguousPlace) as refusal:
        resolve_region(spelling)
    assert [place.code for place in refusal.value.candidates] == candidates
    assert all(code in refusal.value.problem for code in candidates)


def test_an_unknown_spelling_suggests_the_nearest() -> None:
    with pytest.raises(UnknownPlace) as refusal:
        resolve_region("Kota Bandong")
    assert "32.73" in [place.code for place in refusal.value.suggestions]


def test_every_region_is_found_by_its_code_and_by_its_full_name() -> None:
    places = gazetteer()
    regions = list(Region.objects.all())
    assert [r.pk for r in regions if places.resolve(r.pk).code != r.pk] == []
    assert [r.pk for r in regions if places.resolve(r.full_name).code != r.pk] == []


def test_all_names_are_read_in_three_queries() -> None:
    with CaptureQueriesContext(connection) as captured:
        gazetteer()
    assert len(captured) == 3


@pytest.mark.parametrize(
    ("code", "full_name"),
    [
        ("00", "Indonesia"),
        ("32", "Provinsi Jawa Barat"),
        ("34", "Daerah Istimewa Yogyakarta"),
        ("32.04", "Kabupaten Bandung"),
    ],
)
def test_a_full_name_says_its_kind_once(code: str, full_name: str) -> None:
    assert Region.objects.get(pk=code).full_name == full_name


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2021, 11, 5), "Kementerian Komunikasi dan Informatika"),
        (date(2024, 10, 20), "Kementerian Komunikasi dan Informatika"),
        (date(2024, 10, 21), "Kementerian Komunikasi dan Digital"),
        (date(2026, 1, 1), "Kementerian Komunikasi dan Digital"),
    ],
)
def test_a_ministry_is_called_what_it_was_called_that_day(day: date, name: str) -> None:
    assert name_on(Institution.objects.get(slug="komdigi"), day) == name


def test_an_office_without_other_names_keeps_todays() -> None:
    office = Institution.objects.get(slug="kota-bandung")
    assert name_on(office, date(2021, 11, 5)) == office.name


def test_offices_are_found_by_region_and_ministries_are_not_offices() -> None:
    found = office_of(["32.73", "32", "00", "99.99"])
    assert {code: office.slug for code, office in found.items()} == {
        "32.73": "kota-bandung",
        "32": "jawa-barat",
    }


def test_a_new_spelling_is_known_at_once_and_what_stays_is_not_made_anew() -> None:
    before = gazetteer()
    assert gazetteer() is before
    alias = RegionAlias.objects.create(region_id="32.73", alias="Parijs van Java")
    assert resolve_region("parijs van java").pk == "32.73"
    alias.delete()
    with pytest.raises(UnknownPlace):
        resolve_region("parijs van java")
