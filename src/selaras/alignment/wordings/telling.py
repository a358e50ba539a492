"""What was read, in words for the person who tries a wording."""

from datetime import date, time

from selaras.alignment.engine.results import Mention, Verdict
from selaras.alignment.engine.said import (
    AmountSaid,
    ChoiceSaid,
    ClockSaid,
    ContactSaid,
    DateSaid,
    PeriodSaid,
    Said,
)
from selaras.alignment.engine.wording import Wording
from selaras.facts.models import Kind
from selaras.language.dates import format_date
from selaras.language.money import format_money
from selaras.language.numbers import format_number, format_percentage
from selaras.language.reading.amounts import Bound
from selaras.language.times import TimeOfDay, format_time

VERDICTS = {
    Verdict.ALIGNED: "selaras",
    Verdict.UNKNOWN: "tak ada pembanding",
    Verdict.CONFLICTING: "bertentangan",
    Verdict.OUTDATED: "sudah usang",
    Verdict.PREMATURE: "belum berlaku",
    Verdict.INCONSISTENT: "angka tidak cocok",
}
_BOUNDS = {
    Bound.EXACT: "",
    Bound.ABOUT: "sekitar ",
    Bound.ALMOST: "hampir ",
    Bound.MORE_THAN: "lebih dari ",
    Bound.AT_LEAST: "paling sedikit ",
    Bound.LESS_THAN: "kurang dari ",
    Bound.AT_MOST: "paling banyak ",
    Bound.BETWEEN: "",
}


def value_words(said: Said, wording: Wording) -> str:
    """`Level 3`, `lebih dari 50 orang`, `14 September 2021 sampai 20 September 2021`."""
    match said:
        case ChoiceSaid(choice):
            return wording.choices.get(choice, (choice,))[0]
        case AmountSaid():
            return _amount_words(said, wording)
        case DateSaid(first, last):
            return _between(first, last)
        case PeriodSaid(start, end):
            return _ends(_day(start), _day(end))
        case ClockSaid(start, end):
            return _ends(_clock(start), _clock(end)).replace("sampai pukul", "sampai")
        case ContactSaid(digits):
            return digits


def days_words(mention: Mention) -> str:
    """Of which days it speaks; empty where it speaks of today."""
    if mention.first is None and mention.last is None:
        return ""
    if mention.first and mention.last:
        return _between(mention.first, mention.last)
    if mention.first:
        return f"sejak {format_date(mention.first)}"
    return f"sampai {format_date(mention.last)}" if mention.last else ""


def _amount_words(said: AmountSaid, wording: Wording) -> str:
    worded = {Kind.MONEY: format_money, Kind.PERCENTAGE: format_percentage}.get(
        Kind(wording.kind), format_number
    )
    amount = worded(said.low)
    if said.low != said.high:
        amount = f"{amount} sampai {worded(said.high)}"
    unit = f" {wording.unit}" if wording.kind == Kind.NUMBER and wording.unit else ""
    return f"{_BOUNDS[said.bound]}{amount}{unit}"


def _between(first: date, last: date) -> str:
    if first == last:
        return format_date(first)
    return f"{format_date(first)} sampai {format_date(last)}"


def _ends(start: str | None, end: str | None) -> str:
    if start and end:
        return f"{start} sampai {end}" if start != end else start
    return f"mulai {start}" if start else f"sampai {end}"


def _day(day: date | None) -> str | None:
    return format_date(day) if day else None


def _clock(moment: time | None) -> str | None:
    return format_time(TimeOfDay(moment, None, None)) if moment else None
