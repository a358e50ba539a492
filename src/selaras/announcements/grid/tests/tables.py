"""Pastes as spreadsheets make them, and what the grid makes of them."""

import io
from typing import Any

import openpyxl

from selaras.announcements.grid.checking import Checked
from selaras.announcements.grid.errors import InvalidGrid, Mistake
from selaras.announcements.grid.ground import Ground
from selaras.announcements.grid.reading import Reading, read_file, read_paste
from selaras.facts.models import FactType
from selaras.institutions.models import Region, Topic

STATUS, POSTS, PPKM = "siaga.status", "siaga.posko", "ppkm.level"


def ground(*keys: str) -> Ground:
    """The topic of these types, with these alone; all of the season's without keys."""
    key = keys[0] if keys else STATUS
    whole = Ground.of(FactType.objects.get(key=key).topic)
    if not keys:
        return whole
    return Ground([one for one in whole.types if one.key in keys], whole.regions, whole.places)


def read(text: str, *keys: str, html: str = "") -> tuple[Reading, Checked]:
    return read_on(ground(*(keys or (STATUS,))), text, html)


def read_on(on: Ground, text: str, html: str = "") -> tuple[Reading, Checked]:
    return _checked(read_paste(text, html, on.types, on.places), on)


def read_workbook(sheet: "list[list[Any]] | bytes", *keys: str) -> tuple[Reading, Checked]:
    on = ground(*(keys or (STATUS,)))
    data = sheet if isinstance(sheet, bytes) else workbook(sheet)
    return _checked(read_file("isian.xlsx", data, on.types, on.places), on)


def workbook(rows: list[list[Any]], *merges: str, formats: dict[str, str] | None = None) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for place in merges:
        book.active.merge_cells(place)
    for place, shown_as in (formats or {}).items():
        book.active[place].number_format = shown_as
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def values(checked: Checked) -> dict[str, str]:
    """What was understood, by code."""
    return {fact.region.pk: str(getattr(fact.value, "label", fact.value)) for fact in checked.facts}


def mistakes(checked: Checked) -> list[tuple[int, Mistake]]:
    return [(flaw.line, flaw.mistake) for flaw in checked.flaws]


def refusal(text: str, *keys: str, html: str = "") -> InvalidGrid:
    try:
        read(text, *keys, html=html)
    except InvalidGrid as error:
        return error
    raise AssertionError("was read")


def regions(count: int | None = None) -> list[Region]:
    """Regencies and cities by code."""
    return list(Region.objects.filter(level__in=["regency", "city"]).order_by("code")[:count])


def season() -> Topic:
    return Topic.objects.get(key="siaga-musim-hujan")


def _checked(reading: Reading, on: Ground) -> tuple[Reading, Checked]:
    return reading, on.check(reading.rows, reading.flaws)
