"""One time of day as it is written: "pukul 11.00 WIB", "jam 8 malam", "setengah sembilan"."""

import re
from dataclasses import dataclass

from selaras.language.reading.cursor import Cursor
from selaras.language.reading.small_numbers import SPELLED, small_number
from selaras.language.reading.words import word_set

_LAST_HOUR = 24
_NOON = 12
_TEN = 10
_MINUTES = 60
_HALF = 30
_QUARTER = 15
_PAST = {"lewat": 1, "lebih": 1, "kurang": -1}
_DOTTED = re.compile(r"(\d{1,2})\.(\d\d)(?:\.\d\d)?")
PREFIXES = frozenset({"pukul", "jam", "pk"})
_PARTS = frozenset({"pagi", "siang", "sore", "petang", "malam", "subuh"})
_ZONES = {"wib": "WIB", "wita": "WITA", "wit": "WIT"}
_ZONES_OF_INDONESIA = {"barat": "WIB", "tengah": "WITA", "timur": "WIT"}
# What may stand behind an hour without minutes that neither "pukul" nor "jam" announces.
AFTER_HOUR = _PARTS | frozenset(_ZONES) | {"dini", "waktu"}
# By the part of the day, the hours to which twelve is added.
_TO_AFTERNOON = {
    "siang": range(1, 6), "sore": range(1, 8), "petang": range(1, 8), "malam": range(6, 12),
}  # fmt: skip
# An hour that these follow is a duration or an amount.
_UNITS = word_set("""
    menit detik jam kali persen orang hari minggu pekan bulan tahun ribu juta miliar triliun rupiah
    meter km kg derajat hektare poin ton liter kasus warga dosis kilometer unit per
""")
# Behind these a number before "jam" is no count of hours.
_LABELS = frozenset({"tanggal", "level", "lvl", "nomor", "no", "zona", "tahap", "lantai", "dosis"})


@dataclass(frozen=True, slots=True)
class Clock:
    """`head` is its first token, with "pukul"; `tail` the one after its last, with the zone.

    `hour` and `minute` are as written, `part` the part of day behind them. `prefixed` by "pukul"
    or "jam"; `exact` where the minutes are digits, `colon` where ":" parts them; `padded` where the
    hour has two digits.
    """

    head: int
    tail: int
    start: int
    end: int
    hour: int
    minute: int
    part: str = ""
    zone: str = ""
    named_zone: bool = False
    prefixed: bool = False
    exact: bool = False
    colon: bool = False
    padded: bool = False

    @property
    def of_day(self) -> int:
        """Minutes since midnight by the 24-hour clock, 1440 for midnight at the day's end."""
        hour = self.hour
        if hour == _NOON and self.part in ("malam", "subuh", "dini"):
            hour = _LAST_HOUR if self.part == "malam" else 0
        elif hour in _TO_AFTERNOON.get(self.part, ()):
            hour += _NOON
        return hour * _MINUTES + self.minute

    @property
    def half_of_day(self) -> bool:
        """Whether it may mean the morning or the evening."""
        return not self.part and 1 <= self.hour <= _NOON and not (self.padded and self.hour < _TEN)


def clock_at(cursor: Cursor, index: int, *, glued: bool = False) -> Clock | None:
    """The time that begins at that token, whether or not what surrounds it says it is one.

    `glued` where it may end a span: then a dash may stand before it, and words may say it.
    """
    at, prefixed = index, False
    if is_prefix(cursor, index):
        if cursor.gap(index + 1) not in ("", ".", ":"):
            return None
        at, prefixed = index + 1, True
    read = _half(cursor, at) or _digits(cursor, at) or _spelled(cursor, at, told=prefixed or glued)
    if read is None:
        return None
    hour, minute, after, exact = read
    if prefixed and not exact:
        more, after = _past(cursor, after)
        minute += more
    if minute >= _MINUTES or not 0 <= hour * _MINUTES + minute <= _LAST_HOUR * _MINUTES:
        return None
    part, after = _part(cursor, after)
    zone, named, after = _zone(cursor, after)
    written = cursor.tokens[at].word
    clock = Clock(
        index, after, cursor.tokens[index].start, cursor.tokens[after - 1].end, hour, minute,
        part, zone, named, prefixed, exact, exact and written.isdigit(),
        len(written.partition(".")[0]) == len("00"),
    )  # fmt: skip
    free = prefixed or glued or cursor.stands_free(index)
    return clock if free and _is_hour(cursor, clock) else None


def is_prefix(cursor: Cursor, index: int) -> bool:
    """Whether "pukul", "jam" or "pk" stands there, and "jam" is not the unit of a duration."""
    word = cursor.word(index)
    if word == "jam":
        return not _is_duration(cursor, index)
    if word == "pakai":
        token = cursor.tokens[index]
        return cursor.lower[token.start : token.end] in PREFIXES
    return word in PREFIXES


def _is_duration(cursor: Cursor, index: int) -> bool:
    """ "24 jam 7 hari", but not "tanggal 5 jam 10" or "3 jam 10.00"."""
    before = cursor.word(index - 1)
    if cursor.gap(index) or not (cursor.is_number(index - 1) or before in SPELLED):
        return False
    if cursor.word(index - 2) in _LABELS or cursor.digits(index - 1, 4, 4):
        return False
    if cursor.before(cursor.tokens[index - 1].start) == "/":
        return False
    follows = _digits(cursor, index + 1)
    if follows and not follows[3]:
        return cursor.word(follows[2]) not in _PARTS
    return not follows


def _digits(cursor: Cursor, index: int) -> tuple[int, int, int, bool] | None:
    """Hour, minute, the token after them, and whether minutes are written."""
    if not cursor.is_number(index):
        return None
    whole = cursor.digits(index, 1, 2)
    if whole is None:
        dotted = _DOTTED.fullmatch(cursor.tokens[index].word)
        return (int(dotted[1]), int(dotted[2]), index + 1, True) if dotted else None
    if cursor.raw(index + 1) != ":" or len(cursor.word(index + 1)) != len("00"):
        return whole, 0, index + 1, False
    minutes = cursor.digits(index + 1, 2, 2)
    return None if minutes is None else (whole, minutes, _past_seconds(cursor, index), True)


def _past_seconds(cursor: Cursor, index: int) -> int:
    seconds = cursor.raw(index + 2) == ":" and cursor.digits(index + 2, 2, 2) is not None
    return index + 3 if seconds else index + 2


def _half(cursor: Cursor, index: int) -> tuple[int, int, int, bool] | None:
    """ "setengah sembilan" is half an hour before nine."""
    if cursor.word(index) != "setengah" or cursor.gap(index + 1):
        return None
    read = small_number(cursor, index + 1, digits=2)
    if read is None or not 1 <= read[0] <= _NOON:
        return None
    return read[0], -_HALF, read[1], False


def _spelled(cursor: Cursor, index: int, *, told: bool) -> tuple[int, int, int, bool] | None:
    if not told or cursor.word(index) not in SPELLED:
        return None
    read = small_number(cursor, index)
    return read and (read[0], 0, read[1], False)


def _past(cursor: Cursor, index: int) -> tuple[int, int]:
    """Minutes of "lewat 15 menit", "kurang seperempat", and the token after them."""
    way = 0 if cursor.gap(index) else _PAST.get(cursor.word(index), 0)
    if not way or cursor.gap(index + 1):
        return 0, index
    if cursor.word(index + 1) == "seperempat":
        return way * _QUARTER, index + 2
    read = small_number(cursor, index + 1, digits=2)
    if read is None or read[0] >= _MINUTES:
        return 0, index
    return way * read[0], read[1] + cursor.beside(read[1], "menit")


def _part(cursor: Cursor, index: int) -> tuple[str, int]:
    if cursor.gap(index):
        return "", index
    word = cursor.word(index)
    if word == "dini" and cursor.beside(index + 1, "hari"):
        return "dini", index + 2
    return (word, index + 1) if word in _PARTS else ("", index)


def _zone(cursor: Cursor, index: int) -> tuple[str, bool, int]:
    """The zone, whether any is said, and the token after it."""
    if cursor.gap(index):
        return "", False, index
    word = cursor.word(index)
    if word in _ZONES:
        return _ZONES[word], True, index + 1
    if word != "waktu":
        return "", False, index
    if cursor.beside(index + 1, "setempat"):
        return "", True, index + 2
    if cursor.beside(index + 1, "indonesia") and not cursor.gap(index + 2):
        zone = _ZONES_OF_INDONESIA.get(cursor.word(index + 2), "")
        return (zone, True, index + 3) if zone else ("", False, index)
    return "", False, index


def _is_hour(cursor: Cursor, clock: Clock) -> bool:
    """Whether nothing glued to its end, and no unit behind it, makes it something else."""
    trail = cursor.after(clock.end, 2)
    if trail[:1] in ("%", "_") or trail[:1].isalnum():
        return False
    if trail[:1] in ("/", ":", ",") and trail[1:].isdigit():
        return False
    if cursor.word(clock.tail) in _UNITS and not cursor.gap(clock.tail) and not clock.named_zone:
        return clock.prefixed and clock.exact and cursor.word(clock.tail) in ("hari", "per")
    return True
