"""Outlines that an operator brings: matched with regions, kept small, and replaced as a whole."""

import json
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner, Result
from django.db import connection
from django.test.utils import CaptureQueriesContext

from selaras.institutions.boundaries import services
from selaras.institutions.boundaries.errors import NothingMatched
from selaras.institutions.boundaries.geojson import read_features
from selaras.institutions.boundaries.maps import drawn_map, shape_map
from selaras.institutions.boundaries.services import MapTooLarge, load_boundaries, plan_boundaries
from selaras.institutions.cli import regions
from selaras.institutions.models import Region, RegionBoundary
from selaras.institutions.tests.outlines import around, feature, jagged, square, written
from selaras.institutions.tiles import PROVINCES, province_tile
from selaras.ledger.models import AuditEntry
from selaras.look.shape_map import ShapeMap
from selaras.look.tile_map import MapTile, TileMap

pytestmark = pytest.mark.usefixtures("country")


def provinces() -> list[Region]:
    return list(Region.objects.filter(level="province"))


def load(path: Path, *options: str) -> Result:
    return CliRunner().invoke(regions, ["boundaries", str(path), *options])


@pytest.fixture
def all_provinces(tmp_path: Path) -> Path:
    return written(tmp_path / "provinsi.geojson", around(provinces()))


def tiles() -> dict[str, MapTile]:
    return {code: province_tile(code, title=code, href=f"/{code}/") for code in PROVINCES}


def test_outlines_are_matched_by_code_and_kept_with_their_source(all_provinces: Path) -> None:
    done = load(all_provinces, "--source", "Badan Informasi Geospasial")
    assert done.exit_code == 0
    assert done.output.splitlines()[0] == "38 batas wilayah dimuat."
    assert "Belum ada" not in done.output
    kept = RegionBoundary.objects.get(pk="32")
    assert kept.source == "Badan Informasi Geospasial"
    assert kept.path.startswith("M")
    assert (kept.east - kept.west, kept.south - kept.north) == (200, 200)
    entry = AuditEntry.objects.get(action="boundaries.load")
    assert entry.details == {"regions": 38, "source": "Badan Informasi Geospasial"}


def test_a_dry_run_says_the_same_and_keeps_nothing(all_provinces: Path) -> None:
    done = load(all_provinces, "--dry-run", "--json")
    told = json.loads(done.output)
    assert (told["loaded"], len(told["regions"])) == (False, 38)
    assert told["maps"][0]["missing"] == []
    assert not RegionBoundary.objects.exists()
    assert not AuditEntry.objects.filter(action="boundaries.load").exists()


def test_names_mean_what_most_features_of_the_file_are(tmp_path: Path) -> None:
    """Jambi, Bengkulu and Gorontalo are names of a province and of a city."""
    path = written(tmp_path / "a.geojson", around(provinces(), key="nama"))
    assert load(path, "--property", "nama").output.startswith("38 batas wilayah dimuat.")


def test_codes_may_be_numbers_and_a_region_may_have_several_features(tmp_path: Path) -> None:
    islands = [
        feature({"KODE": 21.0}, square(104, 1)),
        feature({"KODE": 21}, square(108, 3.5)),
        feature({"KODE": 3273}, square(107.6, -6.9)),
    ]
    done = load(written(tmp_path / "a.geojson", islands), "--property", "KODE")
    assert done.exit_code == 0, done.exception
    assert RegionBoundary.objects.get(pk="21").path.count("M") == 2
    assert set(RegionBoundary.objects.values_list("pk", flat=True)) == {"21", "32.73"}


def test_what_does_not_match_is_reported_and_the_rest_is_loaded(tmp_path: Path) -> None:
    strange = [{"kode": "Jawa Barta"}, {"kode": "Bandung"}, {"kode": "00"}, {}]
    features = around(provinces()[:2])
    features += [feature(properties, square(107, -7)) for properties in strange]
    done = load(written(tmp_path / "a.geojson", features))
    assert done.output.startswith("2 batas wilayah dimuat.")
    assert 'Fitur ke-3 tidak cocok: Wilayah "Jawa Barta" tidak dikenal.' in done.output
    assert 'Fitur ke-4 tidak cocok: Nama "Bandung" tidak jelas' in done.output
    assert "Fitur ke-5 tidak cocok: Negara seluruhnya" in done.output
    assert "Fitur ke-6 tidak cocok: Nama wilayah belum diisi." in done.output
    assert "Belum ada: Sumatera Barat, Riau" in done.output
    assert "dan 24 lagi. Peta digambar setelah lengkap." in done.output


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("nama", "Jawa Barat", 'Tidak ada fitur yang mempunyai properti "kode"'),
        ("kode", "Atlantis", "Tidak satu fitur pun cocok"),
    ],
)
def test_a_file_that_means_no_region_is_refused(
    tmp_path: Path, key: str, value: str, words: str
) -> None:
    path = written(tmp_path / "a.geojson", [feature({key: value}, square(107, -7))])
    with pytest.raises(NothingMatched, match=words) as caught:
        plan_boundaries(read_features(path), property_name="kode")
    assert caught.value.remedy
    assert not RegionBoundary.objects.exists()


def test_loading_again_replaces_and_clearing_removes(tmp_path: Path, all_provinces: Path) -> None:
    load(all_provinces)
    moved = [feature({"kode": "32"}, square(108, -7, 0.5))]
    load(written(tmp_path / "b.geojson", moved), "--source", "baru")
    assert RegionBoundary.objects.count() == 38
    assert RegionBoundary.objects.get(pk="32").source == "baru"
    cleared = CliRunner().invoke(regions, ["clear-boundaries"])
    assert cleared.output == "38 batas wilayah dihapus.\n"
    assert not RegionBoundary.objects.exists()
    assert AuditEntry.objects.filter(action="boundaries.remove").count() == 1


def test_a_map_is_simplified_until_it_is_small(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = Random(5)  # noqa: S311
    coasts = [
        feature({"kode": one.pk}, jagged(one.longitude, one.latitude, chance))
        for one in provinces()
    ]
    monkeypatch.setattr(services, "AIM", 4000)
    plan = plan_boundaries(
        read_features(written(tmp_path / "a.geojson", coasts)), property_name="kode"
    )
    (drawn,) = plan.maps
    assert 2000 < drawn.size <= 4000
    assert len(drawn.outlines) == 38
    assert drawn.tolerance > services.FINEST_OF_COUNTRY


def test_outlines_that_came_to_too_much_are_refused_and_undone(
    all_provinces: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(services, "MOST", 100)
    plan = plan_boundaries(read_features(all_provinces), property_name="kode")
    with pytest.raises(MapTooLarge, match="terlalu besar"):
        load_boundaries(plan=plan, source="uji", actor="uji")
    assert not RegionBoundary.objects.exists()


def test_maps_are_drawn_as_outlines_only_when_all_are_known(
    tmp_path: Path, all_provinces: Path
) -> None:
    assert isinstance(drawn_map(label="Peta", tiles=tiles()), TileMap)
    load(written(tmp_path / "a.geojson", around(provinces()[:37])))
    assert isinstance(drawn_map(label="Peta", tiles=tiles()), TileMap)
    load(all_provinces, "--source", "BIG")
    found = drawn_map(label="Peta", tiles=tiles())
    assert isinstance(found, ShapeMap)
    assert {shape.place.title for shape in found.shapes} == set(PROVINCES)
    assert found.source == "BIG"
    assert found.tiles is not None


def test_a_place_that_is_no_region_stands_in_a_box_of_its_own(all_provinces: Path) -> None:
    load(all_provinces)
    overseas = MapTile(0, 6, "LN", "Luar neg.", title="Luar negeri", href="#w99")
    found = drawn_map(label="Peta", tiles=tiles() | {"99": overseas})
    assert isinstance(found, ShapeMap)
    box = next(shape for shape in found.shapes if shape.place is overseas)
    west = found.view_box.split()[0]
    assert box.path.startswith(f"M{west} ")
    assert box.path.count("z") == 1


def test_a_small_place_gets_a_circle_to_touch_and_lies_on_top(tmp_path: Path) -> None:
    features = [
        feature({"kode": "31"}, square(106.8, -6.2, 0.05)),
        feature({"kode": "91"}, square(138, -3, 2)),
    ]
    load(written(tmp_path / "a.geojson", features))
    places = {code: province_tile(code, title=code, href="") for code in ("31", "91")}
    found = shape_map(label="Peta", places=places)
    assert found is not None
    assert [bool(shape.reach) for shape in found.shapes] == [False, True]
    assert found.shapes[1].place.title == "31"


def test_drawing_a_map_costs_one_query(all_provinces: Path) -> None:
    load(all_provinces)
    with CaptureQueriesContext(connection) as captured:
        drawn_map(label="Peta", tiles=tiles())
    assert len(captured) == 1
