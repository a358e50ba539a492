"""Short words for tests: a count of our own, files of counts, and publishing them."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import selaras.demonstration
from selaras.institutions.models import Institution, Region, Topic
from selaras.tallies.checking import Checked, check
from selaras.tallies.models import Tally
from selaras.tallies.reading import read_sheet
from selaras.tallies.services import (
    Definition,
    Edition,
    OptionDefinition,
    Published,
    define,
    publish,
)

REAL = Path(selaras.demonstration.__path__[0]) / "content" / "pilpres-2024.csv"
HEAD = "kode,nama,paslon_01_ani,paslon_02_budi,suara_sah"
Rows = Mapping[str, tuple[int, int]]
NAMES = {"00": "Indonesia", "11": "Aceh", "12": "Sumatera Utara", "32": "Jawa Barat"}
THREE: Rows = {"11": (10, 20), "12": (30, 5), "99": (1, 2)}


def csv_of(rows: Rows, *, head: str = HEAD) -> str:
    """A file whose rows all add up; `names` of other regions are looked up."""
    named = dict(Region.objects.values_list("code", "name")) | NAMES | {"99": "Luar Negeri"}
    lines = [
        f"{code},{named[code]},{ani},{budi},{ani + budi}" for code, (ani, budi) in rows.items()
    ]
    return "\n".join([head, *lines, ""])


def definition(slug: str = "uji", **fields: Any) -> Definition:
    given = {
        "slug": slug,
        "title": "Pemilihan Uji 2026",
        "short_title": "Uji 2026",
        "publisher": Institution.objects.get(slug="kpu"),
        "region": Region.objects.get(pk="00"),
        "topic": None,
        "fact_prefix": "",
        "source_name": "Komisi Pemilihan Umum",
        "source_url": "https://contoh.go.id/",
        "instrument": "Keputusan 1 Tahun 2026",
        "decided_on": None,
        "options": (
            OptionDefinition("01", "paslon_01_ani", "Ani Lengkap", "Ani"),
            OptionDefinition("02", "paslon_02_budi", "Budi Lengkap", "Budi"),
        ),
    }
    return Definition(**(given | fields))


def make_tally(slug: str = "uji", **fields: Any) -> Tally:
    return define(definition=definition(slug, **fields), actor="uji").tally


def topic_of_kpu() -> Topic:
    kpu = Institution.objects.get(slug="kpu")
    return Topic.objects.create(key="pemilu-uji", label="Pemilihan Uji", owner=kpu)


def checked(
    rows: Rows | str = THREE, tally: Tally | None = None, *, partial: bool = False
) -> Checked:
    text = rows if isinstance(rows, str) else csv_of(rows)
    return check(read_sheet(text.encode()), tally, partial=partial)


def count(tally: Tally, rows: Rows | str = THREE, **edition: Any) -> Published:
    """Publish a version; with `progress` as a partial one."""
    progress = edition.pop("progress", None)
    partial = progress is not None
    said = Edition(partial=partial, progress=Decimal(progress) if partial else None, **edition)
    found = checked(rows, tally, partial=partial)
    return publish(tally=tally, checked=found, edition=said, actor="uji")


def every_region() -> Rows:
    """Rows of all 38 provinces and their 514 regencies and cities, and from abroad."""
    below: dict[str, list[str]] = {}
    for code in regency_codes():
        below.setdefault(code[:2], []).append(code)
    rows: dict[str, tuple[int, int]] = {}
    for province, codes in below.items():
        rows |= {code: (int(code[3:]), 50) for code in codes}
        ani = sum(rows[code][0] for code in codes)
        rows[province] = (ani, 50 * len(codes))
    return rows | {"99": (3, 4)}


def regency_codes() -> Iterable[str]:
    return Region.objects.filter(level__in=["regency", "city"]).values_list("code", flat=True)
