"""Documents and drafts for the tests of this room."""

from selaras.announcements.document import read_document
from selaras.announcements.draft import AnnouncementDraft
from selaras.announcements.services import Published, publish
from selaras.institutions.models import Region

BASE = {
    "selaras": "announcement/1",
    "key": "uji-1",
    "topic": "siaga-musim-hujan",
    "speaker": "bnpb",
    "title": "Status siaga diperbarui",
    "summary": "Dua wilayah berubah.",
    "instrument": "Keputusan 12 Tahun 2026",
}
STATUS = {"Kota Bandung": "merah", "Kabupaten Bandung": "jingga"}


def document(rows: dict[str, str] | None = None, of: str = "siaga.status", **fields: str) -> str:
    """A document with these rows of one fact type; a field given as "" is left out.

    `start` and `through` are the validity.
    """
    validity = {"from": fields.pop("start", ""), "through": fields.pop("through", "")}
    lines = [f"{name}: {value}" for name, value in {**BASE, **fields}.items() if value]
    if any(validity.values()):
        lines += ["valid:", *(f"  {name}: {value}" for name, value in validity.items() if value)]
    lines += ["facts:", f"  {of}:"]
    lines += [f'    "{place}": {value}' for place, value in (rows or STATUS).items()]
    return "\n".join([*lines, "...", ""])


def draft(
    rows: dict[str, str] | None = None, of: str = "siaga.status", **fields: str
) -> AnnouncementDraft:
    return read_document(document(rows, of, **fields))


def announce(
    rows: dict[str, str] | None = None, of: str = "siaga.status", **fields: str
) -> Published:
    return publish(draft=draft(rows, of, **fields), actor="test")


def regencies_and_cities(count: int) -> list[str]:
    """So many codes of regencies and cities, spread over the provinces."""
    codes = list(
        Region.objects.filter(level__in=["regency", "city"])
        .order_by("code")
        .values_list("code", flat=True)
    )
    return codes[:: len(codes) // count][:count]


def line_of(text: str, part: str) -> int:
    """The line, counted from 1, on which the part stands first."""
    return next(number for number, line in enumerate(text.split("\n"), 1) if part in line)
