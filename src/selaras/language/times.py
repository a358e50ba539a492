"""Times of day in Indonesia's three time zones: "pukul 08.00–15.30 WIB".

A day has the minutes 00.00 to 23.59. 24.00 is refused, also as an end: as a time of day it
is the 00.00 of the next day, so whoever writes it must say which day is meant.
"""

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from selaras.language.dates import format_weekday_date
from selaras.language.errors import TimeError, tidied
from selaras.language.periods import BETWEEN

_BETWEEN = re.compile(f"{BETWEEN}| ?- ?", re.IGNORECASE)
_TIME = re.compile(
    r"(?:(?:pukul|jam) )?(?P<hour>[0-9]{1,2})[.:](?P<minute>[0-9]{2})"
    r"(?: ?(?P<zone>WIB|WITA|WIT))?",
    re.IGNORECASE,
)
_HOURS = 24
_MINUTES = 60
_ENDS = 2


class Zone(StrEnum):
    """A time zone of Indonesia; none of them has daylight saving time."""

    WIB = "WIB"
    WITA = "WITA"
    WIT = "WIT"

    @property
    def offset(self) -> timedelta:
        """How far the zone is ahead of UTC."""
        return timedelta(hours=_PLACES[self][0])

    @property
    def tzinfo(self) -> ZoneInfo:
        return ZoneInfo(_PLACES[self][1])


_PLACES = {
    Zone.WIB: (7, "Asia/Jakarta"),
    Zone.WITA: (8, "Asia/Makassar"),
    Zone.WIT: (9, "Asia/Jayapura"),
}


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """A time, or the time from `start` to `end` on one day, in whole minutes and naive.

    Raises TimeError if `end` is not later than `start`, ValueError for seconds or a tzinfo.
    """

    start: time
    end: time | None = None
    zone: Zone | None = None

    def __post_init__(self) -> None:
        for clock in (self.start, self.end):
            if clock is not None and clock != time(clock.hour, clock.minute):
                raise ValueError(f"expected a naive time in whole minutes, got {clock!r}")
        if self.end is not None and self.end <= self.start:
            raise TimeError(
                f"{_clock(self.start)}–{_clock(self.end)}",
                f"Jam selesai {_clock(self.end)} tidak sesudah jam mulai {_clock(self.start)}.",
                "Tulis jam selesai yang lebih lambat pada hari yang sama.",
            )


def parse_time(text: str) -> TimeOfDay:
    """The time that the text says: "08.00", "08:00", "pukul 08.00–15.30 WIB", "8.00-15.30".

    Between two times also "hingga", "sampai", "s.d." and the like. The zone may stand after
    either or both. Raises TimeError.
    """
    tidy = tidied(text, TimeError, example="pukul 08.00–15.30 WIB")
    ends = [_read(part, tidy) for part in _BETWEEN.split(tidy)]
    zones = {zone for _, zone in ends if zone}
    if len(ends) > _ENDS or len(zones) > 1:
        problem = f'"{tidy}" memuat lebih dari dua jam atau lebih dari satu zona waktu.'
        raise TimeError(tidy, problem, 'Tulis misalnya "pukul 08.00–15.30 WIB".')
    end = ends[1][0] if len(ends) == _ENDS else None
    try:
        return TimeOfDay(ends[0][0], end, next(iter(zones), None))
    except TimeError as error:
        raise TimeError(tidy, error.problem, error.remedy) from None


def format_time(value: TimeOfDay) -> str:
    """Like "pukul 08.00", with the end and the zone if they are known: "pukul 08.00–15.30 WIB"."""
    end = f"–{_clock(value.end)}" if value.end else ""
    zone = f" {value.zone}" if value.zone else ""
    return f"pukul {_clock(value.start)}{end}{zone}"


def format_datetime(value: datetime, zone: Zone) -> str:
    """Like "Selasa, 24 November 2026, 14.30 WIB": the moment in that zone, seconds left out.

    Raises ValueError for a naive datetime, which says no moment.
    """
    if value.utcoffset() is None:
        raise ValueError(f"expected an aware datetime, got {value!r}")
    local = value.astimezone(zone.tzinfo)
    return f"{format_weekday_date(local)}, {_clock(local.time())} {zone}"


def _clock(value: time) -> str:
    return f"{value:%H.%M}"


def _read(part: str, text: str) -> tuple[time, Zone | None]:
    match = _TIME.fullmatch(part)
    if not match:
        problem = f'"{text}" tidak dapat dibaca sebagai jam.'
        remedy = 'Tulis jam dan menit, lalu WIB, WITA, atau WIT, misalnya "pukul 08.00 WIB".'
        raise TimeError(text, problem, remedy)
    hour, minute = int(match["hour"]), int(match["minute"])
    if hour >= _HOURS or minute >= _MINUTES:
        remedy = "Jam ditulis 00 sampai 23, menit 00 sampai 59."
        if (hour, minute) == (_HOURS, 0):
            remedy = 'Tulis "23.59" untuk akhir hari, atau "00.00" pada hari berikutnya.'
        raise TimeError(text, f"Pukul {hour:02}.{minute:02} tidak ada.", remedy)
    return time(hour, minute), Zone(match["zone"].upper()) if match["zone"] else None
