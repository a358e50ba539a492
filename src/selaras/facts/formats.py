"""Named formats: how a value stands in a text. Never arithmetic, never raw codes."""

from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Any

from selaras.facts.kinds import rules_of
from selaras.facts.models import FactType, Kind
from selaras.facts.results import Resolved
from selaras.institutions.models import Region
from selaras.language.dates import format_date
from selaras.language.times import TimeOfDay, Zone, format_time


class Format(StrEnum):
    SHORT = "short"  # Level 3 · Rp1.200.000 · 58,6 %
    SENTENCE = "sentence"  # Level 3, berlaku sampai 4 Oktober 2021
    TABLE = "table"  # for a column whose heading names the unit


FORMAT_LABELS = {
    Format.SHORT: "nilai saja",
    Format.SENTENCE: "nilai dan masa berlaku",
    Format.TABLE: "untuk tabel",
}


def worded(resolved: Resolved, how: Format) -> str:
    """The value in words, for the region that reads it."""
    words = value_words(resolved.fact_type, resolved.value, resolved.reader, how)
    return f"{words}, {validity_words(resolved)}" if how is Format.SENTENCE else words


def value_words(fact_type: FactType, value: Any, reader: Region, how: Format = Format.SHORT) -> str:
    """A value alone; a time of day without a zone is in the reader's."""
    rules = rules_of(fact_type)
    if fact_type.kind == Kind.TIME and value.zone is None:
        value = TimeOfDay(value.start, value.end, Zone(reader.zone))
    if how is Format.TABLE:
        return rules.table(value, fact_type)
    return rules.short(value, fact_type)


def validity_words(resolved: Resolved) -> str:
    """`berlaku sampai 4 Oktober 2021`, or since when where the end is open."""
    if resolved.valid_to is None:
        return f"berlaku sejak {moment_words(resolved.valid_from, resolved.reader)}"
    return f"berlaku sampai {last_moment_words(resolved.valid_to, resolved.reader)}"


def moment_words(moment: datetime, region: Region) -> str:
    """The first moment of a period in the region's own time; midnight is just the date."""
    local = region.local(moment)
    day = format_date(local.date())
    if local.time() == time.min:
        return day
    return f"{day} {format_time(TimeOfDay(_minute(local), None, Zone(region.zone)))}"


def last_moment_words(end: datetime, region: Region) -> str:
    """The end of a half-open period as people write it: the last day that still belongs."""
    local = region.local(end)
    if local.time() == time.min:
        return format_date((local - timedelta(days=1)).date())
    return moment_words(end, region)


def _minute(local: datetime) -> time:
    return local.time().replace(second=0, microsecond=0)
