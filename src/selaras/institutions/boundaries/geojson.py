"""Reading GeoJSON (RFC 7946): features with areas, in degrees, somewhere in Indonesia."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from selaras.institutions.boundaries.errors import FlawedFeatures, UnreadableFile
from selaras.institutions.boundaries.grid import EAST, NORTH, SOUTH, WEST, Ring, inside, on_grid

MAX_MEGABYTES = 50
SMALLEST_RING = 4
EXPORT = "Ekspor ulang sebagai GeoJSON (RFC 7946) dengan koordinat WGS 84."


@dataclass(frozen=True, slots=True)
class Feature:
    """An area: its number in the file, counted from 1, what is said about it, and its rings."""

    number: int
    properties: dict[str, Any]
    rings: list[Ring]


class _Mistake(ValueError):
    """What is wrong with one feature, and what to do."""


def read_features(path: Path) -> list[Feature]:
    """All features of the file. Raises `UnreadableFile`, or `FlawedFeatures` with every mistake."""
    document = _document(path)
    if not isinstance(document, dict) or document.get("type") != "FeatureCollection":
        raise UnreadableFile("Berkas ini bukan FeatureCollection GeoJSON.", EXPORT)
    members = document.get("features")
    if not isinstance(members, list) or not members:
        raise UnreadableFile("Berkas ini tidak memuat satu fitur pun.", EXPORT)
    found, mistakes = [], []
    for number, member in enumerate(members, start=1):
        try:
            found.append(_feature(number, member))
        except _Mistake as mistake:
            mistakes.append((number, *mistake.args))
    if mistakes:
        raise FlawedFeatures(mistakes)
    return found


def _document(path: Path) -> Any:
    try:
        size = path.stat().st_size
        if size > MAX_MEGABYTES * 2**20:
            raise UnreadableFile(
                f"Berkas terlalu besar: {size / 2**20:.0f} MB; paling besar {MAX_MEGABYTES} MB.",
                "Sederhanakan dahulu garisnya.",
            )
        return json.loads(path.read_text(encoding="utf-8-sig"), parse_constant=_no_number)
    except OSError as error:
        raise UnreadableFile(f"Berkas {path} tidak dapat dibaca.", f"{error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise UnreadableFile("Berkas ini bukan teks UTF-8.", EXPORT) from error
    except json.JSONDecodeError as error:
        place = f"baris {error.lineno}, kolom {error.colno}"
        raise UnreadableFile(f"Berkas ini bukan JSON yang utuh: {place}.", EXPORT) from error
    except (RecursionError, ValueError) as error:
        raise UnreadableFile("Berkas ini bukan JSON yang wajar.", EXPORT) from error


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


def _feature(number: int, member: Any) -> Feature:
    if not isinstance(member, dict) or member.get("type") != "Feature":
        raise _Mistake("bukan Feature.", EXPORT)
    properties = member.get("properties")
    geometry = member.get("geometry")
    if not isinstance(geometry, dict):
        raise _Mistake("tidak mempunyai geometri.", "Hapus fitur itu, atau lengkapi bidangnya.")
    rings = [_ring(ring) for polygon in _polygons(geometry) for ring in _items(polygon)]
    return Feature(number, properties if isinstance(properties, dict) else {}, rings)


def _polygons(geometry: dict[str, Any]) -> Iterator[Any]:
    kind, coordinates = geometry.get("type"), geometry.get("coordinates")
    if kind == "Polygon":
        yield coordinates
    elif kind == "MultiPolygon":
        yield from _items(coordinates)
    else:
        raise _Mistake(
            f"geometri {str(kind)[:40]!r} bukan bidang.", "Pakailah Polygon atau MultiPolygon."
        )


def _items(value: Any) -> list[Any]:
    if not isinstance(value, list) or not value:
        raise _Mistake("bidangnya kosong atau rusak.", EXPORT)
    return value


def _ring(value: Any) -> Ring:
    if len(_items(value)) < SMALLEST_RING:
        raise _Mistake(f"ada garis tepi dengan {len(value)} titik saja.", "Paling sedikit empat.")
    return [on_grid(*_position(position)) for position in value]


def _position(value: Any) -> tuple[float, float]:
    numbers = isinstance(value, list) and [type(part) in {int, float} for part in value[:2]]
    if numbers != [True, True]:
        raise _Mistake(f"{str(value)[:40]} bukan pasangan bujur dan lintang.", EXPORT)
    longitude, latitude = value[:2]
    if inside(longitude, latitude):
        return longitude, latitude
    if inside(latitude, longitude):
        raise _Mistake(
            f"bujur dan lintang tertukar: {longitude}, {latitude}.", "Tulis bujur lebih dahulu."
        )
    raise _Mistake(
        f"koordinat {str(longitude)[:20]}, {str(latitude)[:20]} di luar Indonesia "
        f"(bujur {WEST:g} sampai {EAST:g}, lintang {SOUTH:g} sampai {NORTH:g}).",
        "Ubah dahulu ke WGS 84 (EPSG:4326), bujur lebih dahulu.",
    )
