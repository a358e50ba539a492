"""The tile map of the provinces."""

import re

import pytest
from django.template.loader import render_to_string

from selaras.institutions.models import Region
from selaras.institutions.tiles import PROVINCES, province_tile
from selaras.look.tile_map import LegendEntry, TileMap

COLUMNS_ON_A_PHONE = 11  # of about 30 pixels each


@pytest.mark.django_db
def test_every_province_has_a_tile_and_nothing_else_has_one(country: None) -> None:
    provinces = set(Region.objects.filter(level="province").values_list("code", flat=True))
    assert PROVINCES.keys() == provinces
    assert len(provinces) == 38


def test_no_two_provinces_stand_on_one_cell() -> None:
    cells = [(cell.column, cell.row) for cell in PROVINCES.values()]
    assert len(set(cells)) == len(cells)
    assert max(column for column, _ in cells) < COLUMNS_ON_A_PHONE
    assert min(min(cell) for cell in cells) == 0


def test_names_on_tiles_are_short_and_differ() -> None:
    shorts = [cell.short for cell in PROVINCES.values()]
    assert all(2 <= len(short) <= 5 for short in shorts)
    assert all(len(cell.label) <= 9 for cell in PROVINCES.values())
    assert len(set(shorts)) == len({cell.label for cell in PROVINCES.values()}) == 38


@pytest.mark.parametrize(
    ("west", "east"), [("11", "31"), ("31", "51"), ("51", "53"), ("61", "71"), ("71", "91")]
)
def test_what_lies_east_stands_further_right(west: str, east: str) -> None:
    assert PROVINCES[west].column < PROVINCES[east].column


@pytest.mark.parametrize(
    ("north", "south"), [("11", "18"), ("18", "36"), ("65", "63"), ("82", "81"), ("91", "93")]
)
def test_what_lies_south_stands_further_down(north: str, south: str) -> None:
    assert PROVINCES[north].row < PROVINCES[south].row


def test_each_tile_is_a_link_with_a_name_that_says_everything() -> None:
    tiles = [
        province_tile(code, title=f"Provinsi {code} & lain", href=f"/wilayah/{code}/", mark="02",
                      value="58,6", meter=58.6, series=2)
        for code in PROVINCES
    ]  # fmt: skip
    drawn = TileMap(label="Peta", tiles=tiles, legend=[LegendEntry("02", "Dua", series=2)])
    html = render_to_string("look/tile_map.html", {"map": drawn})
    names = re.findall(r'<a class="tile" href="/wilayah/(\d\d)/" aria-label="([^"]+)"', html)
    assert dict(names) == {code: f"Provinsi {code} &amp; lain" for code in PROVINCES}
    assert 'viewBox="0 0 657 501"' in html
    assert 'data-series="2"' in html
    assert 'class="tile-meter" x="5" y="58" width="27.5"' in html
    assert "style=" not in html


@pytest.mark.parametrize(
    ("meter", "width"), [(0, "0.0"), (100, "47.0"), (250, "47.0"), (-1, "0.0")]
)
def test_a_bar_never_leaves_its_tile(meter: float, width: str) -> None:
    assert province_tile("31", title="", href="", meter=meter).meter_width == width


def test_a_map_without_tiles_is_drawn_empty() -> None:
    assert "<a " not in render_to_string("look/tile_map.html", {"map": TileMap("Peta", [])})
