"""Numbers of days, years and hours: "14–20 September", "pada 2022", "jam 10 pagi"."""

from selaras.language.reading.amounts.nearby import behind
from selaras.language.reading.amounts.passage import Passage
from selaras.language.reading.amounts.quantity import Quantity
from selaras.language.reading.amounts.vocabulary import DURATIONS, MONTHS, words

_OF_DAYS = words("tanggal tgl senin selasa rabu kamis jumat sabtu ahad")
_OF_YEARS = MONTHS | words("""
    tahun pada sejak per awal akhir pertengahan ajaran anggaran mulai sepanjang pemilu pilpres
    pileg pilkada selama medio dalam hingga sampai sebelum setelah
    """)
_OF_COUNTS = words(
    "sebanyak sejumlah sebesar ada mencapai total dari atas bawah hampir sekitar lebih kurang "
    "minimal maksimal"
)
DAYTIME = words("pagi siang sore malam petang subuh dini wib wita wit")
_OF_CLOCKS = words("pukul jam hingga sampai dari mulai sejak sebelum setelah tutup buka")
_BETWEEN_DAYS = words("dan hingga sampai dengan s d sd atau serta")
_PAST = frozenset({"lagi", "lalu", "silam"})
_DAYS, _HOURS, _MONTHS = 31, 24, 12
_YEAR, _DAY = 4, 2
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_AHEAD = 12
_GAP = 4


def is_clock(passage: Passage, quantity: Quantity, *, behind_unit: bool) -> bool:
    """Whether it is an hour; `behind_unit` where "jam" before it is the unit of another number."""
    if quantity.low > _HOURS:
        return False
    first = quantity.first
    preceding = passage.word(first - 1)
    if behind(passage, first, {"pukul", "jam"}):
        return preceding == "pukul" or not behind_unit
    if preceding == "setengah":
        return True
    if quantity.unit == "malam":
        return passage.close(first) and preceding in _OF_CLOCKS
    following = passage.word(quantity.after)
    return not quantity.unit and passage.close(quantity.after) and following in DAYTIME


def is_day(passage: Passage, quantity: Quantity, *, behind_unit: bool) -> bool:
    """Whether it is a day or month, or days counted from today ("dua hari lagi")."""
    first, after = quantity.first, quantity.after
    if quantity.unit in DURATIONS and _is_relative(passage, after):
        return True
    if quantity.firm or not quantity.ordinal(_DAYS):
        return False
    if behind(passage, first, _OF_DAYS) or behind(passage, first, MONTHS):
        return True
    if quantity.unit:
        return False
    if behind(passage, first, {"bulan"}) and not behind_unit:
        return quantity.low <= _MONTHS
    named = passage.close(after) and passage.word(after) in MONTHS
    return named or _month_ahead(passage, after)


def is_year(passage: Passage, quantity: Quantity) -> bool:
    """Whether it is a year, or a decade ("tahun 90-an")."""
    first = quantity.first
    bare = not quantity.unit and quantity.step == 1 and not quantity.spelled
    if (bare or quantity.rough) and behind(passage, first, {"tahun", "era"}):
        return True
    if not resembles_year(passage, quantity) or quantity.unit in DURATIONS:
        return False
    preceding = passage.word(first - 1) if passage.close(first) else ""
    return preceding in _OF_YEARS or not (quantity.firm or preceding in _OF_COUNTS)


def resembles_year(passage: Passage, quantity: Quantity) -> bool:
    """Whether it is written as a year: four digits, without a point."""
    written = passage.word(quantity.written)
    plain = len(written) == _YEAR and written.isdigit() and not quantity.scaled
    return plain and _FIRST_YEAR <= int(written) < _LAST_YEAR


def is_law(passage: Passage, quantity: Quantity) -> bool:
    """42 Tahun 2021."""
    year = passage.word(quantity.after)
    if quantity.unit != "tahun" or not passage.close(quantity.after):
        return False
    return len(year) == _YEAR and year.isdigit() and year[:2] in {"19", "20"}


def _is_relative(passage: Passage, index: int) -> bool:
    """Whether "lagi" or "lalu" follows: dua hari lagi, tiga tahun yang lalu."""
    index += passage.word(index) == "yang"
    return passage.close(index) and passage.word(index) in _PAST


def _month_ahead(passage: Passage, index: int) -> bool:
    """Whether other days up to a month follow: 20 dan 21 September, 14–20 September."""
    for one in range(index, min(index + _AHEAD, passage.count)):
        gap = passage.gap(one)
        if len(gap) > _GAP or gap.strip(" ,-./&"):
            return False
        word = passage.word(one)
        if not passage.number(one):
            if word not in _BETWEEN_DAYS:
                return False
        elif not word.isdigit() or len(word) > _DAY or int(word) > _DAYS:
            return False
        elif passage.word(one + 1) in MONTHS and passage.close(one + 1):
            return True
    return False
