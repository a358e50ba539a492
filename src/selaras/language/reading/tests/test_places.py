"""Names of regions in running text: whole, with their kind, and not where they are words."""

import pytest

from selaras.language.gazetteer import Place
from selaras.language.reading.places import PlaceName, PlaceSpotter
from selaras.language.reading.words import Reading

pytestmark = pytest.mark.no_database

SPOTTER = PlaceSpotter(
    [
        Place("00", "Indonesia", "national", "", ("nasional",)),
        Place("13.07", "Kabupaten Lima Puluh Kota", "regency", "13", ("50 Kota",)),
        Place("31", "Daerah Khusus Ibukota Jakarta", "province", "00", ("DKI Jakarta", "Jakarta")),
        Place("31.01", "Kabupaten Administrasi Kepulauan Seribu", "regency", "31"),
        Place("31.74", "Kota Administrasi Jakarta Selatan", "city", "31", ("Jaksel",)),
        Place("32", "Jawa Barat", "province", "00", ("Jabar",)),
        Place("32.04", "Kabupaten Bandung", "regency", "32"),
        Place("32.17", "Kabupaten Bandung Barat", "regency", "32"),
        Place("32.73", "Kota Bandung", "city", "32"),
        Place("32.09", "Kabupaten Cirebon", "regency", "32"),
        Place("32.74", "Kota Cirebon", "city", "32"),
        Place("33.21", "Kabupaten Demak", "regency", "33"),
        Place("35.78", "Kota Surabaya", "city", "35"),
    ]
)


def found(text: str) -> list[PlaceName]:
    return SPOTTER.find(Reading(text))


def codes(text: str) -> list[str]:
    """For each name the regions that it may mean: "32.04/32.73"."""
    return ["/".join(place.code for place in name.places) for name in found(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kota Bandung", ["32.73"]),
        ("Kab. Bandung", ["32.04"]),
        ("Pemkab Bandung dan Pemkot Bandung", ["32.04", "32.73"]),
        ("Wali Kota Cirebon, Walikota Cirebon, Bupati Cirebon", ["32.74", "32.74", "32.09"]),
        ("Bandung", ["32.04/32.73"]),
        ("Bandung Barat", ["32.17"]),
        ("KABUPATEN BANDUNG BARAT", ["32.17"]),
        ("bdg lagi", ["32.04/32.73"]),
        ("sby dan jkt", ["35.78", "31"]),
        ("Jakarta Selatan", ["31.74"]),
        ("Kota Adm. Jakarta Selatan", ["31.74"]),
        ("DKI Jakarta", ["31"]),
        ("Kabupaten Kepulauan Seribu", ["31.01"]),
        ("Lima Puluh Kota", ["13.07"]),
        ("secara nasional di Indonesia", ["00", "00"]),
        ("Provinsi Jawa Barat", ["32"]),
        ("Provinsi Bandung", []),
    ],
)
def test_a_name_means_the_regions_that_bear_it_and_its_kind(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kabupaten Demak banjir", ["33.21"]),
        ("Demak banjir", ["33.21"]),
        ("warga demak sekali", []),
        ("di Jalan Surabaya", []),
        ("Stasiun Bandung", []),
        ("Universitas Jakarta", []),
        ("warga bandung", ["32.04/32.73"]),
    ],
)
def test_a_name_that_is_a_word_or_belongs_to_a_street_is_no_region(
    text: str, expected: list[str]
) -> None:
    assert codes(text) == expected


def test_the_span_includes_the_kind_and_an_office_is_known() -> None:
    text = "Menurut Wali Kota Bandung, warga Kab. Bandung aman."
    office, regency = found(text)
    assert (text[office.start : office.end], office.kind, office.office) == (
        "Wali Kota Bandung", "city", True,
    )  # fmt: skip
    assert (text[regency.start : regency.end], regency.office) == ("Kab. Bandung", False)
    assert (office.first, office.last) == (1, 4)
