"""What is no usable GeoJSON is told in Indonesian, with the place and what to do."""

import json
from pathlib import Path
from typing import Any

import pytest

from selaras.institutions.boundaries import geojson
from selaras.institutions.boundaries.errors import FlawedFeatures, UnreadableFile
from selaras.institutions.boundaries.geojson import read_features
from selaras.institutions.tests.outlines import feature, square, written

JAVA = square(107.6, -6.9)


def refused(path: Path) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read_features(path)
    return str(caught.value)


def flawed(path: Path, *features: Any) -> str:
    with pytest.raises(FlawedFeatures) as caught:
        read_features(written(path, list(features)))
    return str(caught.value)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "batas.geojson"


def test_polygons_and_multipolygons_are_read_onto_the_grid(path: Path) -> None:
    single = feature({"kode": "32"}, JAVA)
    single["geometry"] = {"type": "Polygon", "coordinates": [JAVA]}
    one, other = read_features(
        written(path, [single, feature({"kode": "51"}, JAVA, square(115, -8))])
    )
    assert one.rings == [[(6450, 6600), (6650, 6600), (6650, 6800), (6450, 6800), (6450, 6600)]]
    assert len(other.rings) == 2
    assert other.properties == {"kode": "51"}


def test_a_byte_order_mark_and_heights_are_no_harm(path: Path) -> None:
    high = [[*position, 12.5] for position in JAVA]
    text = json.dumps({"type": "FeatureCollection", "features": [feature({}, high)]})
    path.write_text(text, encoding="utf-8-sig")
    assert len(read_features(path)) == 1


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "bukan JSON yang utuh: baris 1, kolom 1"),
        (b'{"type": "FeatureCollection",\n "features": [', "baris 2, kolom"),
        (b"\xff\xfe\x00", "bukan teks UTF-8"),
        (b"[1, 2]", "bukan FeatureCollection"),
        (b'{"type": "Feature"}', "bukan FeatureCollection"),
        (b'{"type": "FeatureCollection", "features": []}', "tidak memuat satu fitur pun"),
        (b'{"type": "FeatureCollection", "features": {"a": 1}}', "tidak memuat satu fitur pun"),
        (b'{"type": "FeatureCollection", "features": [NaN]}', "bukan JSON yang wajar"),
        (b"[" * 200_000, "bukan JSON yang wajar"),
        (b"1" * 5000, "bukan JSON yang wajar"),
    ],
)
def test_a_broken_file_is_refused(path: Path, content: bytes, words: str) -> None:
    path.write_bytes(content)
    assert words in refused(path)


def test_a_file_that_is_not_there_is_refused(path: Path) -> None:
    assert "tidak dapat dibaca" in refused(path)
    assert "tidak dapat dibaca" in refused(path.parent)


def test_a_file_that_is_too_large_is_refused_unread(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(geojson, "MAX_MEGABYTES", 1)
    path.write_bytes(b" " * (2 * 2**20))
    assert "terlalu besar: 2 MB; paling besar 1 MB" in refused(path)


def geometry(kind: str, coordinates: Any) -> dict[str, Any]:
    shape = {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "properties": {}, "geometry": shape}


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        ("Feature", "bukan Feature"),
        ({"type": "Polygon"}, "bukan Feature"),
        ({"type": "Feature", "geometry": None}, "tidak mempunyai geometri"),
        (geometry("Point", [107, -6]), "'Point' bukan bidang"),
        (geometry("GeometryCollection", None), "'GeometryCollection' bukan bidang"),
        (geometry("Polygon", None), "kosong atau rusak"),
        (geometry("Polygon", []), "kosong atau rusak"),
        (geometry("Polygon", [JAVA[:3]]), "dengan 3 titik saja"),
        (geometry("Polygon", [[[107, -6]] * 3 + [[107]]]), "bukan pasangan bujur dan lintang"),
        (geometry("Polygon", [[[107, -6]] * 3 + [["107", "-6"]]]), "bukan pasangan"),
        (geometry("Polygon", [[[107, -6]] * 3 + [[True, False]]]), "bukan pasangan"),
        (geometry("Polygon", [[[107, -6]] * 3 + [7]]), "bukan pasangan"),
        (geometry("Polygon", [[[-6.9, 107.6]] * 4]), "bujur dan lintang tertukar"),
        (geometry("Polygon", [[[107, -6]] * 3 + [[788000, 9236000]]]), "di luar Indonesia"),
        (geometry("Polygon", [[[107, -6]] * 3 + [[1e300 * 1e300, 0]]]), "wajar"),
        (geometry("Polygon", [[[2.35, 48.86]] * 4]), "koordinat 2.35, 48.86 di luar Indonesia"),
    ],
)
def test_a_broken_feature_is_named_with_what_is_wrong(path: Path, broken: Any, words: str) -> None:
    if words == "wajar":  # infinity is no JSON
        assert words in refused(written(path, [broken]))
        return
    found = flawed(path, feature({}, JAVA), broken)
    assert "1 fitur tidak dapat digambar" in found
    assert "Fitur ke-2: " in found
    assert words in found


def test_all_broken_features_are_told_at_once_the_first_by_name(path: Path) -> None:
    found = flawed(path, *[geometry("Point", [0, 0])] * 30)
    assert "30 fitur tidak dapat digambar" in found
    assert "Fitur ke-12:" in found
    assert "Fitur ke-13:" not in found
    assert "Dan 18 fitur lain." in found
