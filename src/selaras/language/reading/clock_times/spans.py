"""Times of day joined to spans, with the side of a lone one: "buka jam 10 tutup jam 9 malam"."""

from dataclasses import replace
from datetime import time

from selaras.language.reading.clock_times.clocks import AFTER_HOUR, Clock, clock_at
from selaras.language.reading.clock_times.kinds import ClockSpan
from selaras.language.reading.cursor import Cursor
from selaras.language.reading.moments.vocabulary import MONTH_NUMBERS
from selaras.language.reading.words import Reading, word_set

_HALF_DAY = 12 * 60
_DAY = 24 * 60
_ROUND = 5
_LONGEST = len("23.59.59")
_HOUR_DIGITS = 2
_STARTS = frozenset({"pukul", "jam", "pakai", "setengah", "pk"})
_FROM = frozenset({"buka", "dibuka", "membuka", "mulai", "dimulai", "dari", "sejak", "start"})
_UNTIL = frozenset({
    "tutup", "ditutup", "menutup", "sampai", "hingga", "berakhir", "selesai", "sd", "maksimal",
    "maks", "sebelum", "lambat",
})  # fmt: skip
_CLOSING = frozenset({"tutup", "ditutup", "menutup"})
_FILLERS = frozenset({"pada", "sekitar", "dengan", "lebih", "awal", "cepat", "kira-kira", "setiap",
                      "hari", "harinya", "yakni", "yaitu", "menjadi"})  # fmt: skip
_OPENING = frozenset({"buka", "dibuka", "operasional", "beroperasi", "melayani", "pelayanan",
                      "layanan", "operasi"})  # fmt: skip
# Behind these "10.30" is no time of day.
_NO_CLOCK_AFTER = word_set("""
    rp idr usd pasal ayat nomor no angka butir bab poin versi skor indeks harga sebesar senilai
    rasio perbandingan skala qs surah surat level nilai bagian halaman kurs
""")
_MOST_FILLERS = 3
_LOOKING_BACK = 6
_PAIR_WITHIN = 40  # characters between "buka jam 10" and "tutup jam 9"


def find(reading: Reading) -> list[ClockSpan]:
    """See `clock_spans`."""
    cursor = Cursor(reading)
    found: list[ClockSpan] = []
    passed = 0
    for index, token in enumerate(cursor.tokens):
        if index < passed:
            continue
        if not (_may_start(cursor, index) if token.number else token.word in _STARTS):
            continue
        first = clock_at(cursor, index)
        if first is None:
            continue
        last = _second(cursor, first)
        if last and _is_span(cursor, first, last):
            found.append(_span(cursor, first, last))
            passed = last.tail
        elif _is_clock(cursor, first):
            found.append(_lone(cursor, first, found[-1] if found else None))
            passed = first.tail
    return found


def _may_start(cursor: Cursor, index: int) -> bool:
    """Whether a number may be an hour by its shape and what follows; most are dismissed here."""
    written = cursor.tokens[index].word
    if len(written) > _LONGEST:
        return False
    hour, dot, minute = written.partition(".")
    if dot:
        return len(hour) <= _HOUR_DIGITS and minute[:2].isdigit() and minute[2:3] in ("", ".")
    if len(hour) > _HOUR_DIGITS or index + 1 == cursor.size:
        return False
    return cursor.tokens[index + 1].word in AFTER_HOUR or cursor.raw(index + 1) in (":", "-")


def _second(cursor: Cursor, first: Clock) -> Clock | None:
    index = first.tail
    gap, word = cursor.gap(index), cursor.word(index)
    if gap == "-":
        after = index
    elif gap:
        return None
    elif word == "s" and cursor.word(index + 1) == "d" and cursor.gap(index + 1) in (".", "/"):
        after = index + 2
    elif word in ("sampai", "hingga", "sd"):
        after = index + 2 if cursor.beside(index + 1, "dengan") else index + 1
    elif word == "dan" and cursor.word(first.head - 1) == "antara":
        after = index + 1
    else:
        return None
    if after != index and cursor.gap(after) not in ("", "."):
        return None
    last = clock_at(cursor, after, glued=True) if after < cursor.size else None
    return last if last and not _begins_a_date(cursor, last) else None


def _begins_a_date(cursor: Cursor, last: Clock) -> bool:
    if last.exact or last.part or last.named_zone:
        return False
    return cursor.word(last.tail) in MONTH_NUMBERS or cursor.gap(last.tail) in ("/", "-")


def _is_span(cursor: Cursor, first: Clock, last: Clock) -> bool:
    if first.prefixed:
        return True
    if last.named_zone or last.prefixed:
        return _is_free(cursor, first)
    if first.exact and last.exact:
        return _is_free(cursor, first) and _is_likely(first) and _is_likely(last)
    return bool(first.part and last.part)


def _is_clock(cursor: Cursor, clock: Clock) -> bool:
    """Whether a lone time is one: by its prefix, zone or part of day, its colon, or a word."""
    if clock.prefixed or clock.named_zone:
        return True
    if clock.part and (clock.exact or clock.minute):
        return True
    if not _is_free(cursor, clock):
        return False
    if clock.exact and clock.colon:
        return clock.padded
    side, _ = _side(cursor, clock)
    return bool(side) and (clock.part != "" or (clock.exact and clock.padded and _is_likely(clock)))


def _is_free(cursor: Cursor, clock: Clock) -> bool:
    return cursor.word(clock.head - 1) not in _NO_CLOCK_AFTER


def _is_likely(clock: Clock) -> bool:
    """Whether "10.30" looks like a time by itself: times are round, and two digits long."""
    return clock.colon or (clock.padded and (clock.minute % _ROUND == 0 or clock.minute == 59))  # noqa: PLR2004


def _span(cursor: Cursor, first: Clock, last: Clock) -> ClockSpan:
    is_evening = last.part == "malam" and first.half_of_day and first.hour < last.hour
    if is_evening and not first.exact and not _is_opening(cursor, first):
        first = replace(first, part=last.part)
    begin, end = first.of_day % _DAY, last.of_day
    if end <= begin and last.half_of_day and begin < end + _HALF_DAY:
        end += _HALF_DAY
    return ClockSpan(
        first.start, last.end, _time(begin), _time(end or _DAY), last.zone or first.zone
    )


def _is_opening(cursor: Cursor, clock: Clock) -> bool:
    """Whether opening hours are told, which begin in the morning."""
    return any(
        cursor.base(index) in _OPENING
        for index in range(max(0, clock.head - _LOOKING_BACK), clock.head)
    )


def _lone(cursor: Cursor, clock: Clock, previous: ClockSpan | None) -> ClockSpan:
    side, word = _side(cursor, clock)
    if side != "until":
        return ClockSpan(clock.start, clock.end, _time(clock.of_day % _DAY), None, clock.zone)
    end = clock.of_day
    opened = previous.start_time if previous and previous.end_time is None else None
    if previous and opened and clock.start - previous.end <= _PAIR_WITHIN:
        earlier = end <= opened.hour * 60 + opened.minute
    else:
        closes = word in _CLOSING or _is_opening(cursor, clock)
        earlier = closes and not clock.exact
    if earlier and clock.half_of_day and end < _HALF_DAY:
        end += _HALF_DAY
    return ClockSpan(clock.start, clock.end, None, _time(end or _DAY), clock.zone)


def _side(cursor: Cursor, clock: Clock) -> tuple[str, str]:
    """ "from", "until" or nothing, and the word that says so."""
    index = clock.head
    for _ in range(_MOST_FILLERS):
        if cursor.word(index - 1) not in _FILLERS or cursor.gap(index) not in ("", ":", ","):
            break
        index -= 1
    gap = cursor.gap(index)
    if gap == "." and (cursor.word(index - 2), cursor.word(index - 1)) == ("s", "d"):
        return "until", "sd"
    if gap not in ("", ":"):
        return "", ""
    base = cursor.base(index - 1)
    if base in _FROM:
        return "from", base
    return ("until", base) if base in _UNTIL else ("", "")


def _time(minutes: int) -> time:
    """Midnight at the end of a day, which no `time` can say, becomes its last minute."""
    hour, minute = divmod(min(minutes, _DAY - 1), 60)
    return time(hour, minute)
