"""Dates and periods in running text, also without a year and relative to a day."""

from datetime import date

from selaras.language.reading.moments.finding import find
from selaras.language.reading.moments.kinds import Moment, Role, Said
from selaras.language.reading.words import Reading

__all__ = ["Moment", "Role", "Said", "moments"]


def moments(reading: Reading, *, today: date) -> list[Moment]:
    """Every date and period in the order of the text, none overlapping another.

    Without a year a date is the one nearest to `today`. Days that do not exist are left out, and
    so is what recurs ("setiap Senin"), names ("Jalan 17 Agustus") or numbers something
    ("Nomor 42 Tahun 2021"). A week goes from Monday to Sunday; the beginning, middle and end of a
    month are its days 1–10, 11–20 and 21 to the last, of a year four months each. A bare weekday
    is the last one up to `today`, or the next from `today` on after "mulai", "sampai", "akan" and
    the like.
    """
    return find(reading, today)
