"""Times of day in running text: "pukul 10.00–21.00 WIB", "jam 10 pagi - 9 malam"."""

from selaras.language.reading.clock_times.kinds import ClockSpan
from selaras.language.reading.clock_times.spans import find
from selaras.language.reading.words import Reading

__all__ = ["ClockSpan", "clock_spans"]


def clock_spans(reading: Reading) -> list[ClockSpan]:
    """Every time of day in the order of the text, none overlapping another.

    Midnight ("24.00", "00.00", "jam 12 malam") is 23:59 as an end and 00:00 otherwise. Each part
    of the day belongs to its own side, but "jam 7 sampai 9 malam" is an evening unless opening
    hours are told ("buka jam 10 - 9 malam"). An hour without one is taken as written; as an end
    before its start, and as an end without minutes behind "tutup" or where opening hours are told,
    an hour up to 12 is in the afternoon, unless it has a leading zero. Durations ("24 jam"), money
    and numbers of clauses are no times.
    """
    return find(reading)
