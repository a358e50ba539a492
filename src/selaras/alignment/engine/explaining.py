"""The sentence that tells an editor what is wrong, and what can be done."""

from collections.abc import Mapping
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

from selaras.alignment.engine.agreeing import number_of, period_of
from selaras.alignment.engine.results import Action, Mention, Remedy, Verdict, Version
from selaras.alignment.engine.said import PeriodSaid
from selaras.alignment.engine.wording import Wording
from selaras.language.dates import format_date
from selaras.language.money import format_money
from selaras.language.numbers import format_number, format_percentage
from selaras.language.periods import DatePeriod, format_period
from selaras.language.times import TimeOfDay, Zone, format_time


def explained(
    mention: Mention,
    verdict: Verdict,
    version: Version | None,
    now: Version | None,
    wording: Wording,
    today: date,
) -> str:
    """One or two sentences in Indonesian: what was said, what holds, since when, by whose word."""
    said = f"“{mention.passage}”"
    if version is None:
        return ""
    if verdict is Verdict.OUTDATED:
        until = f" sampai {format_date(_last(version))}" if version.valid_to else ""
        return f"{said} pernah benar{until}. {_current(now, wording)}"
    if verdict is Verdict.PREMATURE:
        return (
            f"{said} baru berlaku mulai {format_date(version.valid_from)}. {_current(now, wording)}"
        )
    if mention.denied:
        return f"{said} disangkal, padahal itulah yang berlaku. {_current(version, wording)}"
    if mention.first and mention.last:
        day = format_period(DatePeriod(mention.first, mention.last))
        then = f"{wording.label} waktu itu {worded(version.value, wording)} ({version.source})."
        return f"{said} tidak sesuai untuk {day}. {then}"
    return f"{said} tidak sesuai dengan fakta resmi. {_current(version, wording)}"


def remedies(
    mention: Mention,
    verdict: Verdict,
    version: Version | None,
    now: Version | None,
    wording: Wording,
) -> tuple[Remedy, ...]:
    """What can be done, the best first: a dated statement keeps its date and gets its value."""
    right = version if verdict is Verdict.CONFLICTING else now
    found: list[Remedy] = []
    dated = mention.first is not None
    if right is not None and not dated and not mention.denied:
        found.append(Remedy(Action.EMBED))
    if right is not None:
        found.append(Remedy(Action.CORRECT, _text(mention, right, wording)))
    if version is not None and not dated and verdict in (Verdict.OUTDATED, Verdict.PREMATURE):
        found.append(Remedy(Action.DATE, _date(verdict, version)))
    return tuple(found)


def worded(value: Any, wording: Wording) -> str:
    """The value as a reader wants it in a sentence."""
    if wording.kind == "choice":
        return _choice(str(value), wording)
    if wording.kind == "date":
        return format_date(date.fromisoformat(str(value)))
    if wording.kind == "period":
        return format_period(DatePeriod(*period_of(value)))
    if isinstance(value, Mapping):
        return _hours(value) if value.get("start") else str(value.get("phone", ""))
    number = number_of(value)
    return str(value) if number is None else _number(number, wording)


def _hours(value: Mapping[str, Any]) -> str:
    end = value.get("end")
    zone = value.get("zone")
    return format_time(
        TimeOfDay(
            time.fromisoformat(value["start"]),
            time.fromisoformat(end) if end else None,
            Zone(zone) if zone else None,
        )
    )


def _choice(value: str, wording: Wording) -> str:
    words = wording.choices.get(value, ())
    return words[0] if words else f"{wording.label.split()[0]} {value}"


def _number(number: Decimal, wording: Wording) -> str:
    if wording.kind == "money":
        return format_money(number)
    if wording.kind == "percentage":
        return format_percentage(number)
    return f"{format_number(number)} {wording.unit}".strip()


def _text(mention: Mention, version: Version, wording: Wording) -> str:
    if isinstance(mention.said, PeriodSaid):
        start, end = period_of(version.value)
        if mention.said.start and mention.said.end:
            return format_period(DatePeriod(start, end))
        return format_date(start if mention.said.start else end)
    return worded(version.value, wording)


def _current(version: Version | None, wording: Wording) -> str:
    if version is None:
        return f"{wording.label} kini tidak punya nilai yang berlaku."
    until = f" sampai {format_date(_last(version))}" if version.valid_to else ""
    source = f" ({version.source})" if version.source else ""
    return (
        f"{wording.label}: {worded(version.value, wording)}, berlaku sejak "
        f"{format_date(version.valid_from)}{until}{source}."
    )


def _last(version: Version) -> date:
    """The last day on which it holds."""
    return (version.valid_to or date.max) - timedelta(days=1)


def _date(verdict: Verdict, version: Version) -> str:
    if verdict is Verdict.PREMATURE:
        return f"mulai {format_date(version.valid_from)}"
    return f"sampai {format_date(_last(version))}" if version.valid_to else ""
