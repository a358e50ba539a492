"""Tables by region: which rows, what stands in a cell, and what it costs."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from selaras.embeds.blocks import HistorySpec, Scope, TableSpec, blocks_in, types_in
from selaras.embeds.loading import load_text
from selaras.embeds.places import regions_of
from selaras.embeds.reading import Reading
from selaras.embeds.tables import FactTable, table_of
from selaras.facts.models import FactType
from selaras.facts.tests.speaking import MERAUKE, day, in_zone_of, make_type, say, say_all
from selaras.facts.tests.speaking import statement_of as of
from selaras.institutions.models import Region

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]

BANDUNG, CIMAHI, BOGOR = "32.73", "32.77", "32.71"
LONG_AGO = day("2025-01-01")


def region(code: str) -> Region:
    return Region.objects.get(pk=code)


def spec_of(*types: FactType, scope: Scope = Scope.BELOW, regions: str = "") -> TableSpec:
    stored = {"types": [str(one.pk) for one in types], "scope": scope.value, "regions": regions}
    return TableSpec.from_value(stored)


def table(*types: FactType, reader: Reading | None = None, **options: object) -> FactTable:
    return table_of(spec_of(*types, **options), reader or Reading(region(BANDUNG)))  # type: ignore[arg-type]


def texts(shown: FactTable) -> dict[str, list[str]]:
    return {row.name: [cell.text for cell in row.cells] for row in shown.rows}


@pytest.mark.parametrize(
    ("code", "scope", "named", "count", "first"),
    [
        (BANDUNG, Scope.BELOW, "", 27, "Kabupaten Bogor"),
        ("32", Scope.BELOW, "", 27, "Kabupaten Bogor"),
        (BANDUNG, Scope.BELOW, "51 Provinsi Bali", 9, "Kabupaten Jembrana"),
        (BANDUNG, Scope.PROVINCES, "", 38, "Provinsi Aceh"),
        (BANDUNG, Scope.OWN, "", 1, "Kota Bandung"),
        (BANDUNG, Scope.NAMED, "51.71 Kota Denpasar\n32.73 Kota Bandung", 2, "Kota Denpasar"),
        ("00", Scope.BELOW, "", 0, ""),
        (BANDUNG, Scope.NAMED, "99.99 Tidak Ada", 0, ""),
    ],
)
def test_the_rows_are_the_regions_that_are_meant(
    code: str, scope: Scope, named: str, count: int, first: str
) -> None:
    asked = TableSpec(
        (),
        scope,
        TableSpec.from_value({"types": [], "scope": scope.value, "regions": named}).regions,
    )
    found = regions_of([asked], region(code), timezone.now())[asked]
    assert len(found) == count
    assert first == (found[0].full_name if found else "")


def test_the_rows_are_those_of_the_moment() -> None:
    """Merauke lay in Papua until South Papua was founded."""
    asked = spec_of(scope=Scope.BELOW)
    for when, province in (("2021-01-01", "91"), ("2026-01-01", "93")):
        found = regions_of([asked], region(province), in_zone_of(MERAUKE, when))[asked]
        assert MERAUKE in [one.pk for one in found], when


def test_every_state_of_a_value_is_said_in_words() -> None:
    number = make_type("uji.angka", unit="posko")
    say(number, BANDUNG, "7", LONG_AGO)
    say(number, CIMAHI, "5", LONG_AGO, day("2025-03-01"))
    say(number, BOGOR, "9", timezone.localdate() + timedelta(days=400))
    provincial = make_type("uji.provinsi", broadest="province", narrowest="province")
    found = texts(table(number, provincial))
    assert found["Kota Bandung"][0] == "7"
    assert found["Kota Cimahi"][0] == "5 posko, berlaku sampai 28 Februari 2025"
    assert found["Kota Bogor"][0].startswith("9, mulai ")
    assert found["Kota Depok"] == ["belum ditetapkan", "tidak ditetapkan untuk tingkat ini"]


def test_a_type_that_does_not_exist_leaves_no_hole() -> None:
    gone = make_type("uji.hilang")
    asked = spec_of(gone, scope=Scope.OWN)
    gone.delete()
    shown = table_of(asked, Reading(region(BANDUNG)))
    assert texts(shown) == {"Kota Bandung": ["tidak dikenal"]}
    assert shown.columns[0].label == "Fakta resmi tidak ditemukan"


def test_one_period_is_said_once_and_different_ones_at_each_value() -> None:
    number = make_type("uji.angka")
    say_all([of(number, code, "7", LONG_AGO) for code in (BANDUNG, CIMAHI)])
    assert table(number).period == "sejak 1 Januari 2025"
    say(number, CIMAHI, "8", day("2025-02-01"))
    shown = table(number)
    periods = {row.name: row.cells[0].period for row in shown.rows}
    assert shown.period == ""
    assert periods["Kota Bandung"] == "sejak 1 Januari 2025"
    assert periods["Kota Cimahi"] == "sejak 1 Februari 2025"
    say(number, BOGOR, "9", LONG_AGO)
    shown = table(number)
    periods = {row.name: row.cells[0].period for row in shown.rows}
    assert shown.period == "sejak 1 Januari 2025"
    assert (periods["Kota Bandung"], periods["Kota Cimahi"]) == ("", "sejak 1 Februari 2025")


def test_the_sources_stand_once_and_what_changed_since_publication_is_counted() -> None:
    number = make_type("uji.angka")
    say_all([of(number, code, "7", LONG_AGO) for code in (BANDUNG, CIMAHI)], source="Surat 1")
    published = timezone.now()
    say(number, CIMAHI, "8", LONG_AGO, source="Surat 2")
    shown = table(number, reader=Reading(region(BANDUNG), published_at=published))
    assert [one.words for one in shown.sources] == ["Surat 1", "Surat 2"]
    assert (shown.changed, shown.published != "") == (1, True)
    states = {row.name: row.cells[0].state for row in shown.rows}
    assert (states["Kota Bandung"], states["Kota Cimahi"]) == ("current", "changed")


def test_more_regions_and_more_tables_cost_no_query() -> None:
    number, other = make_type("uji.angka"), make_type("uji.lain", inherited=True)
    say_all([of(number, code.pk, "7", LONG_AGO) for code in Region.objects.all()])
    say(other, "00", "3", LONG_AGO)

    def queries(*stored: TableSpec) -> int:
        data = [
            {
                "type": "fact_table",
                "value": {
                    "types": [str(one) for one in spec.fact_types],
                    "scope": spec.scope.value,
                    "regions": "\n".join(spec.regions),
                },
            }
            for spec in stored
        ]
        reader = Reading(region(BANDUNG), published_at=timezone.now())
        with CaptureQueriesContext(connection) as captured:
            load_text(reader, data)
        assert all(reader.rows[spec] for spec in stored)
        return len(captured)

    below = spec_of(number, other, regions="33 Provinsi Jawa Tengah")
    seven = spec_of(number, other, regions="21 Provinsi Kepulauan Riau")
    provinces = spec_of(number, other, scope=Scope.PROVINCES)
    assert queries(below) == queries(seven) >= queries(below, seven, provinces)


def test_blocks_count_as_uses_however_deep_they_lie() -> None:
    number, other = make_type("uji.angka"), make_type("uji.lain")
    data = [
        {
            "body": [
                {
                    "type": "fact_table",
                    "value": {
                        "types": [{"type": "item", "value": str(number.pk), "id": "a"}],
                        "scope": "below",
                        "regions": "",
                    },
                },
                {
                    "type": "fact_history",
                    "value": {"fact_type": str(other.pk), "region": "32.73 X"},
                },
                {"type": "fact_history", "value": {"fact_type": None}},
                {"type": "fact_table", "value": {"types": "??", "scope": "alam semesta"}},
            ]
        }
    ]
    assert types_in(data) == {str(number.pk), str(other.pk)}
    assert HistorySpec(other.pk, BANDUNG) in list(blocks_in(data))
