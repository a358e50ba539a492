"""When an announcement is valid: `from` and `through`, as dates or with time and zone."""

import re
from datetime import date, datetime

from django.utils import timezone

from selaras.announcements.document.fields import Fields
from selaras.common.errors import Refused
from selaras.facts.validity import Validity
from selaras.language.dates import parse_date
from selaras.language.errors import LanguageError
from selaras.language.times import parse_time

WITH_TIME = re.compile(r"(?P<date>[^:]{6,40}?),? (?:pukul )?(?P<time>\d{1,2}[.:]\d{2} [A-Z]{3,4})")


def read_validity(fields: Fields) -> tuple[Validity | None, bool]:
    """The validity, None after a flaw; and whether it begins when it is published."""
    mapping = fields.mapping("valid", required=False)
    if mapping is None:
        return Validity(timezone.now()), True
    inner = Fields(mapping, ("from", "through"), fields.flaws)
    start = inner.text("from", longest=60, required=False)
    last = inner.text("through", longest=60, required=False)
    line, value = start.line, start.text
    try:
        begin = read_moment(start.text) if start.text else timezone.now()
        line, value = last.line, last.text
        validity = _validity(begin, read_moment(last.text) if last.text else None)
    except (Refused, LanguageError) as error:
        fields.flaw(line, value, error.problem, error.remedy)
        return None, False
    return validity, not start.text


def read_moment(text: str) -> date | datetime:
    """A date, or with time and zone a moment: `25 November 2026, 20.00 WIB`."""
    matched = WITH_TIME.fullmatch(text)
    if matched is None:
        return parse_date(text)
    clock = parse_time(matched["time"])
    if clock.zone is None:
        raise Refused(f'Jam pada "{text}" tanpa zona waktu.', "Tambahkan WIB, WITA, atau WIT.")
    day = parse_date(matched["date"])
    return datetime.combine(day, clock.start, clock.zone.tzinfo)


def _validity(begin: date | datetime, last: date | datetime | None) -> Validity:
    """A last date belongs to the period as a whole; a last moment ends it."""
    if last is None or isinstance(last, datetime):
        return Validity(begin, last)
    if isinstance(begin, datetime):
        return Validity(begin, Validity.through(last, last).end)
    return Validity.through(begin, last)
