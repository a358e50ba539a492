"""Regions, wordings and facts for tests of the engine, without a database.

Facts about levels and votes are as published (Instruksi Menteri Dalam Negeri Nomor 42 and 43 Tahun
2021, Keputusan KPU Nomor 360 Tahun 2024); types that begin with "uji." are made up.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from selaras.alignment.engine.checking import check
from selaras.alignment.engine.lexicon import Lexicon
from selaras.alignment.engine.reading import read
from selaras.alignment.engine.results import FINDINGS, Context, Mention, Report, Version
from selaras.alignment.engine.wording import Stricter, Wording
from selaras.language.gazetteer import Place

PLACES = (
    Place("00", "Indonesia", "national", "", ("nasional",)),
    Place("31", "Daerah Khusus Ibukota Jakarta", "province", "00", ("DKI Jakarta", "Jakarta")),
    Place("32", "Jawa Barat", "province", "00", ("Jabar",)),
    Place("32.04", "Kabupaten Bandung", "regency", "32"),
    Place("32.05", "Kabupaten Garut", "regency", "32"),
    Place("32.07", "Kabupaten Ciamis", "regency", "32"),
    Place("32.09", "Kabupaten Cirebon", "regency", "32"),
    Place("32.73", "Kota Bandung", "city", "32"),
    Place("32.74", "Kota Cirebon", "city", "32"),
    Place("32.77", "Kota Cimahi", "city", "32"),
    Place("33", "Jawa Tengah", "province", "00", ("Jateng",)),
    Place("33.29", "Kabupaten Brebes", "regency", "33"),
    Place("33.74", "Kota Semarang", "city", "33"),
    Place("35", "Jawa Timur", "province", "00", ("Jatim",)),
    Place("35.78", "Kota Surabaya", "city", "35"),
)
LEVEL = Wording(
    "ppkm.level", "Level PPKM", "choice", "regency",
    aliases=("PPKM", "level asesmen"),
    patterns=("level {nilai}",),
    excludes=("pelatihan", "gunung"),
    choices={value: (f"Level {value}",) for value in "1234"},
)  # fmt: skip
TERM = Wording("ppkm.masa", "Masa PPKM", "period", "national", inherited=True, aliases=("PPKM",))
VOTES = Wording(
    "pemilu2024.suara.03", "Perolehan suara Ganjar-Mahfud (03)", "number", "province",
    unit="suara", aliases=("Ganjar-Mahfud", "paslon 03"), excludes=("quick count",),
)  # fmt: skip
COVERAGE = Wording(
    "uji.cakupan", "Cakupan uji", "percentage", "regency",
    aliases=("cakupan uji",), excludes=("remaja",),
)  # fmt: skip
CAPACITY = Wording(
    "uji.kapasitas", "Batas kapasitas uji", "percentage", "province",
    inherited=True, unit="%", aliases=("kapasitas uji",), rounded=False, stricter=Stricter.LOWER,
)  # fmt: skip
DAYS = Wording(
    "uji.hari", "Lama uji", "number", "province",
    inherited=True, unit="hari", aliases=("lama uji",), rounded=False, stricter=Stricter.HIGHER,
)  # fmt: skip
PRICE = Wording("uji.harga", "Harga uji", "money", "national", aliases=("harga uji",))
DAY = Wording("uji.tanggal", "Tanggal uji", "date", "national", aliases=("hari uji",))
HOURS = Wording("uji.jam", "Jam uji", "time", "regency", aliases=("loket uji",))
CHANNEL = Wording("uji.kanal", "Kanal uji", "contact", "province", aliases=("kanal uji",))
WORDINGS = (LEVEL, TERM, VOTES, COVERAGE, CAPACITY, DAYS, PRICE, DAY, HOURS, CHANNEL)
LEXICON = Lexicon(WORDINGS, PLACES)

NOW = date(2021, 9, 22)  # in the second of both periods
_FIRST = ("2021-09-14", "2021-09-21", "2021-09-13")
_SECOND = ("2021-09-21", "2021-10-05", "2021-09-20")
_INSTRUCTION = "Instruksi Menteri Dalam Negeri Nomor {} Tahun 2021"
_LEVELS = {
    "32.04": "33", "32.05": "22", "32.07": "22", "32.09": "43", "32.73": "33", "32.77": "33",
    "33.29": "43", "33.74": "22", "35.78": "33",
}  # fmt: skip


def version(
    type_key: str,
    value: Any,
    days: Sequence[str] = _SECOND,
    region: str = "00",
    source: str = _INSTRUCTION.format(43),
) -> Version:
    """`days` are valid_from, valid_to (exclusive, or empty) and recorded_from."""
    start, end, known = days
    return Version(
        type_key, region, value, date.fromisoformat(start),
        date.fromisoformat(end) if end else None, date.fromisoformat(known), source,
    )  # fmt: skip


def _of_ppkm() -> list[Version]:
    first, second = _INSTRUCTION.format(42), _INSTRUCTION.format(43)
    found = [
        version("ppkm.masa", "2021-09-14/2021-09-20", _FIRST, source=first),
        version("ppkm.masa", "2021-09-21/2021-10-04", _SECOND, source=second),
    ]
    for region, (earlier, later) in _LEVELS.items():
        found.append(version("ppkm.level", earlier, _FIRST, region, first))
        found.append(version("ppkm.level", later, _SECOND, region, second))
    return found


_VOTED = ("2024-03-20", "", "2024-03-20")
_COUNTED = {"00": 27040878, "31": 1115138, "32": 2820995}
FACTS = [
    *_of_ppkm(),
    *(
        version(VOTES.key, votes, _VOTED, region, "Keputusan KPU Nomor 360 Tahun 2024")
        for region, votes in _COUNTED.items()
    ),
]


class Known:
    """Versions of a list; what is inherited comes from the nearest region above that has any."""

    def __init__(self, versions: Sequence[Version] = FACTS) -> None:
        self._versions = versions

    def versions(self, type_key: str, region: str) -> Sequence[Version]:
        code: str | None = region
        while code:
            found = [
                one for one in self._versions if (one.type_key, one.region) == (type_key, code)
            ]
            if found:
                return found
            inherited = LEXICON.wordings[type_key].inherited
            code = LEXICON.places[code].parent_code if inherited else None
        return ()


def read_text(text: str, speaker: str = "00", today: date = NOW) -> list[Mention]:
    return read(text, context=Context(speaker, today), lexicon=LEXICON)


def report(
    text: str, speaker: str = "00", today: date = NOW, facts: Sequence[Version] = FACTS
) -> Report:
    context = Context(speaker, today)
    return check(text, context=context, lexicon=LEXICON, knowledge=Known(facts))


def said_of(text: str, speaker: str = "00", today: date = NOW) -> list[str]:
    """Each mention as "32.73 Level 3", in the order of the text."""
    return [f"{one.region} {one.passage}" for one in read_text(text, speaker, today)]


def found_in(text: str, speaker: str = "00", today: date = NOW) -> list[str]:
    """Each finding as "32.73 outdated Level 4"; without a region where figures do not fit."""
    return [
        f"{one.mention.region if one.mention else '-'} {one.verdict} {one.passage}"
        for one in report(text, speaker, today).findings
        if one.verdict in FINDINGS
    ]
