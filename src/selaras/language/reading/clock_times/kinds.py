"""What is found of times of day: its place, its ends, its zone."""

from dataclasses import dataclass
from datetime import time


@dataclass(frozen=True, slots=True)
class ClockSpan:
    """A time, or from one to another: its place in the folded text with "pukul"/"jam" and zone.

    `start_time` or `end_time` is None where only the other is said ("mulai pukul 10.00",
    "tutup pukul 21.00", "sampai jam 9 malam"); a lone time without such a word is `start_time`.
    `zone` is "WIB", "WITA", "WIT" or empty, as for "waktu setempat".
    """

    start: int
    end: int
    start_time: time | None
    end_time: time | None
    zone: str
