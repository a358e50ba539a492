"""Two contents side by side: what reads differently, field by field."""

from collections.abc import Sequence
from dataclasses import dataclass

from selaras.announcements.manuscripts.content import Content, Row
from selaras.announcements.models import Relation
from selaras.facts.models import FactType
from selaras.institutions.models import Region
from selaras.media.models import File

LABELS = {
    "title": "Judul",
    "summary": "Ringkasan",
    "messages": "Pesan kunci",
    "questions": "Tanya jawab",
    "contacts": "Kontak",
    "instrument": "Dasar hukum",
    "instrument_url": "Alamat dasar hukum",
    "audience": "Wilayah yang dituju",
    "attachments": "Lampiran",
    "goes_live": "Waktu terbit",
    "starts": "Berlaku sejak",
    "ends": "Berlaku sampai",
    "relation": "Hubungan dengan pengumuman lama",
    "correction": "Yang dikoreksi",
}
TEXTS = ("title", "summary", "messages", "questions", "contacts", "instrument", "instrument_url")
SHOWN = 10
ABSENT = "tidak disebut"


@dataclass(frozen=True, slots=True)
class Difference:
    """Lines of text before and after; `more` counts those that are not shown."""

    name: str
    label: str
    before: list[str]
    after: list[str]
    more: int = 0


def differences(
    old: Content, new: Content, fields: Sequence[str] = tuple(LABELS), *, rows: bool = True
) -> list[Difference]:
    """What differs in these fields, and in the values of regions where `rows` asks for them."""
    found = [
        Difference(name, LABELS[name], before, after)
        for name in fields
        if (before := lines_of(old, name)) != (after := lines_of(new, name))
    ]
    return [*found, *_rows(old.rows, new.rows)] if rows else found


def lines_of(content: Content, name: str) -> list[str]:
    """A field as the lines that people read."""
    value = getattr(content, name)
    if name == "relation":
        known = dict(Relation.choices)
        return [str(known.get(value, value))]
    if name == "audience":
        return named_regions(value)
    if name == "attachments":
        return list(File.objects.filter(pk__in=value).values_list("title", flat=True))
    if isinstance(value, str):
        return [value] if value else []
    return [" — ".join(one) if isinstance(one, list) else str(one) for one in value]


def named_regions(codes: list[str]) -> list[str]:
    """Their names; what is no region is called as it was typed."""
    known = Region.objects.in_bulk(codes)
    return [known[code].full_name if code in known else code for code in codes]


def named_rows(rows: list[Row]) -> list[Row]:
    """The rows of a grid with the names of their types and regions; two queries."""
    keys = {key for key, _, _ in rows}
    types = dict(FactType.objects.filter(key__in=keys).values_list("key", "label"))
    regions = Region.objects.in_bulk({code for _, code, _ in rows})
    return [
        [types.get(key, key), regions[code].full_name if code in regions else code, value]
        for key, code, value in rows
    ]


def _rows(old: list[Row], new: list[Row]) -> list[Difference]:
    before = {(key, region): value for key, region, value in old}
    after = {(key, region): value for key, region, value in new}
    places = [
        place for place in dict.fromkeys([*after, *before]) if before.get(place) != after.get(place)
    ]
    if not places:
        return []
    shown = places[:SHOWN]
    sides = ([[*place, side.get(place, ABSENT)] for place in shown] for side in (before, after))
    old_rows, new_rows = (named_rows(side) for side in sides)
    return [
        Difference(
            "rows",
            f"Nilai per wilayah ({len(places)} berbeda)",
            [f"{label} {place}: {value}" for label, place, value in old_rows],
            [f"{label} {place}: {value}" for label, place, value in new_rows],
            len(places) - len(shown),
        )
    ]
