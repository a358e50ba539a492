"""When an announcement is valid: `from` and `through`, as dates or with time and zone."""

import re
from datetime import date, datetime

from selaras.announcements.document.fields import Fields
from selaras.common.clock import write_time
from selaras.common.errors import Refused
from selaras.facts.validity import Validity
from selaras.institutions.models import Region
from selaras.language.dates import parse_date
from selaras.language.errors import LanguageError
from selaras.language.times import Zone, parse_time

# A mistyped year is found here; also, arithmetic on dates breaks at the year 9999.
FIRST_YEAR, LAST_YEAR = 1945, 2199
LONGEST = 60
WITH_TIME = re.compile(
    r"(?P<date>.{6,40}?),? (?:pukul |jam )?(?P<time>[0-9]{1,2}[.:][0-9]{2}(?: ?[A-Za-z]+)?)"
)


def read_validity(fields: Fields) -> tuple[Validity | None, bool]:
    """The validity, None after a flaw; and whether it begins when it is published."""
    mapping = fields.mapping("valid", required=False)
    if mapping is None:
        return Validity(write_time()), True
    inner = Fields(mapping, ("from", "through"), fields.flaws)
    start = inner.text("from", longest=LONGEST, required=False)
    last = inner.text("through", longest=LONGEST, required=False)
    line, value = start.line, start.text
    try:
        begin = read_moment(start.text) if start.text else write_time()
        line, value = last.line, last.text
        validity = validity_between(begin, read_moment(last.text) if last.text else None)
    except (Refused, LanguageError) as error:
        fields.flaw(line, value, error.problem, error.remedy)
        return None, False
    return validity, not start.text


def read_moment(text: str) -> date | datetime:
    """A date, or with time and zone a moment: `25 November 2026, 20.00 WIB`.

    Raises `LanguageError`, or `Refused` for a time without a zone and for absurd years.
    """
    matched = WITH_TIME.fullmatch(text)
    day = parse_date(matched["date"] if matched else text)
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise Refused(
            f"Tahun {day.year} bukan masa berlaku yang masuk akal.",
            f"Tulis tahun {FIRST_YEAR} sampai {LAST_YEAR}.",
        )
    if matched is None:
        return day
    clock = parse_time(matched["time"])
    if clock.zone is None:
        raise Refused(f'Jam pada "{text}" tanpa zona waktu.', "Tambahkan WIB, WITA, atau WIT.")
    return datetime.combine(day, clock.start, clock.zone.tzinfo)


def validity_between(begin: date | datetime, last: date | datetime | None) -> Validity:
    """A last date belongs to the period as a whole; a last moment ends it.

    A date is another instant in each zone, so the order of a date and a moment is looked at
    where it would be wrong.
    """
    if last is None or isinstance(last, datetime):
        validity = Validity(begin, last)
    elif isinstance(begin, datetime):
        validity = Validity(begin, Validity.through(last, last).end)
    else:
        validity = Validity.through(begin, last)
    for zone in Zone:
        validity.in_region(Region(zone=zone.value))
    return validity
