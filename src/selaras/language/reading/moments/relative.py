"""Days seen from the reference day: "besok", "pekan lalu", "dua hari lagi", "sebulan terakhir"."""

from datetime import date, timedelta

from selaras.language.reading.cursor import Cursor
from selaras.language.reading.moments.pieces import Piece
from selaras.language.reading.moments.settling import Days, month_span, week_span, year_span
from selaras.language.reading.moments.vocabulary import DAYPARTS, VAGUE, WEEKS
from selaras.language.reading.moments.written import piece, shift_at
from selaras.language.reading.small_numbers import SPELLED, small_number

# The words that may follow the first, longest first, and how many days away it is.
_PHRASES: dict[str, tuple[tuple[tuple[str, ...], int], ...]] = {
    **dict.fromkeys(
        ("pagi", "siang", "sore", "petang", "subuh"),
        ((("ini",), 0), (("tadi",), 0), (("nanti",), 0)),
    ),
    "hari": ((("ini",), 0), (("esok",), 1)),
    "besok": ((("lusa",), 2), ((), 1)),
    "esok": ((("lusa",), 2), (("hari",), 1), ((), 1)),
    "lusa": (((), 2),),
    "kemarin": ((("lusa",), -2), (("dulu",), -2), ((), -1)),
    "nanti": ((("malam",), 0), (("sore",), 0), (("siang",), 0), (("petang",), 0)),
    "malam": ((("ini",), 0), (("nanti",), 0), (("tadi",), -1)),
    "tadi": ((("malam",), -1), (("pagi",), 0), (("siang",), 0), (("sore",), 0), (("subuh",), 0)),
    "semalam": (((), -1),),
    "dini": ((("hari", "tadi"), 0), (("hari", "ini"), 0)),
}
# "Lebaran kemarin" is not yesterday.
_PAST_EVENTS = frozenset({
    "pemilu", "pilkada", "pilpres", "pileg", "lebaran", "natal", "ramadan", "liburan", "puasa",
    "musim", "periode", "zaman", "mudik", "idulfitri", "fitri",
})  # fmt: skip
_ONE_UNIT = {
    "sehari": "hari", "seminggu": "minggu", "sepekan": "pekan", "sebulan": "bulan",
    "setahun": "tahun",
}  # fmt: skip
_UNITS = frozenset({"hari", "minggu", "pekan", "bulan", "tahun"})
# Behind these "lima hari lalu" is five days, and then something else.
_LASTING = frozenset({
    "selama", "karantina", "dikarantina", "isolasi", "menginap", "menunggu", "tunggu", "minimal",
    "maksimal", "dirawat", "lama", "berlangsung",
})  # fmt: skip
_SOME = (2, 6)

RELATIVE_WORDS = frozenset(_PHRASES)
AGO_WORDS = SPELLED | frozenset(_ONE_UNIT) | {"beberapa"}


def near_day(cursor: Cursor, index: int, today: date) -> Piece | None:
    """ "hari ini", "besok pagi", "kemarin lusa", "tadi malam" (yesterday's)."""
    if cursor.word(index) == "kemarin" and cursor.word(index - 1) in _PAST_EVENTS:
        return None
    for more, offset in _PHRASES[cursor.word(index)]:
        after = index + 1 + len(more)
        if all(cursor.beside(index + 1 + step, word) for step, word in enumerate(more)):
            if cursor.word(after) in DAYPARTS and not cursor.gap(after):
                after += 1
            day = _moved(today, offset)
            return piece(cursor, index, after, days=(day, day)) if day else None
    return None


def unit_shift(cursor: Cursor, index: int, today: date) -> Piece | None:
    """ "pekan ini", "bulan lalu", "tahun depan", "minggu yang akan datang"."""
    if not cursor.gap(index) and (cursor.is_number(index - 1) or cursor.word(index - 1) in VAGUE):
        return None
    shift = shift_at(cursor, index + 1)
    if shift is None:
        return None
    days = unit_span(cursor.word(index), today, shift[0])
    return days and piece(cursor, index, shift[1], days=days)


def counted_units(cursor: Cursor, index: int, today: date) -> Piece | None:
    """ "3 hari lalu", "dua pekan lagi", "sebulan terakhir", "tujuh hari ke depan"."""
    read = _count(cursor, index)
    if read is None:
        return None
    fewest, most, unit, after = read
    word = "" if cursor.gap(after) else cursor.word(after)
    if word == "lagi":
        return _all(cursor, index, after + 1, unit, today, (fewest, most))
    shift = shift_at(cursor, after)
    if shift and shift[0] < 0 and word != "kemarin":
        bare = word == "lalu" and cursor.word(index - 1) in _LASTING
        return None if bare else _all(cursor, index, shift[1], unit, today, (-most, -fewest))
    if word == "mendatang" or (word == "ke" and cursor.beside(after + 1, "depan")):
        after += 1 if word == "mendatang" else 2
        return _until(cursor, index, after, unit, today, most)
    if word == "terakhir" or (word == "ini" and cursor.word(index) in _ONE_UNIT):
        return _until(cursor, index, after + 1, unit, today, -most)
    return None


def unit_span(unit: str, today: date, shift: int) -> Days | None:
    """The day, week (from Monday), month or year so many away from today's."""
    try:
        if unit == "hari":
            day = today + timedelta(days=shift)
            return day, day
        if unit in WEEKS:
            return week_span(today, shift)
        return month_span(today, shift) if unit == "bulan" else year_span(today.year + shift)
    except (ValueError, OverflowError):
        return None


def _count(cursor: Cursor, index: int) -> tuple[int, int, str, int] | None:
    word = cursor.word(index)
    if word in _ONE_UNIT:
        return 1, 1, _ONE_UNIT[word], index + 1
    if word == "beberapa":
        fewest, most, after = *_SOME, index + 1
    elif (number := small_number(cursor, index)) and cursor.stands_free(index):
        fewest, most, after = number[0], *number
    else:
        return None
    unit = cursor.word(after)
    if unit not in _UNITS or cursor.gap(after):
        return None
    return fewest, most, unit, after + 1


def _all(
    cursor: Cursor, index: int, after: int, unit: str, today: date, shifts: tuple[int, int]
) -> Piece | None:
    first, last = (unit_span(unit, today, shift) for shift in shifts)
    return piece(cursor, index, after, days=(first[0], last[1])) if first and last else None


def _until(
    cursor: Cursor, index: int, after: int, unit: str, today: date, shift: int
) -> Piece | None:
    """From the reference day on to the day so many units away, or back from it."""
    if unit in ("bulan", "tahun"):
        far = unit_span("bulan", today, shift * (12 if unit == "tahun" else 1))
        day = far and far[0].replace(day=min(today.day, far[1].day))
    else:
        day = _moved(today, shift * (1 if unit == "hari" else 7))
    return piece(cursor, index, after, days=(min(day, today), max(day, today))) if day else None


def _moved(today: date, days: int) -> date | None:
    try:
        return today + timedelta(days=days)
    except OverflowError:
        return None
