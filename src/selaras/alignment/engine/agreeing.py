"""Whether what was said agrees with a fact's value, for each way of saying."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, time
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any

from selaras.alignment.engine.said import (
    AmountSaid,
    ChoiceSaid,
    ClockSaid,
    ContactSaid,
    DateSaid,
    PeriodSaid,
    Said,
)
from selaras.alignment.engine.wording import Stricter, Wording
from selaras.language.reading.amounts import Bound
from selaras.language.reading.clock_times import clock_spans
from selaras.language.reading.phones import phones
from selaras.language.reading.rounding import accepts
from selaras.language.reading.words import Reading

_FARTHEST = 4  # times larger or smaller: another subject, not a wrong value
_FARTHEST_COUNT = 60  # counts of different regions and parties differ more


def agrees(said: Said, value: Any, wording: Wording) -> bool:
    """Whether a reader would take both for the same. `value` is as `Version.value`."""
    return bool(_RULES[type(said)](said, value, wording))


def is_comparable(said: Said, value: Any, wording: Wording) -> bool:
    """Whether the two can be about the same thing at all, so that a difference means an error."""
    if isinstance(said, AmountSaid):
        true = number_of(value)
        if true is None:
            return False
        bounded = said.bound not in (Bound.EXACT, Bound.ABOUT, Bound.ALMOST)
        if true <= 0 or said.high <= 0:
            return True
        ratio = max(said.high / true, true / said.high)
        counted = wording.kind == "number" and not wording.is_duration
        return ratio < (_FARTHEST_COUNT if counted else _FARTHEST * 2 if bounded else _FARTHEST)
    if isinstance(said, ClockSaid):
        return hours_of(value) is not None
    return True


def number_of(value: Any) -> Decimal | None:
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return None


@lru_cache(maxsize=2048)
def _clock(text: str) -> tuple[time | None, time | None] | None:
    found = clock_spans(Reading(text))
    return (found[0].start_time, found[0].end_time) if found else None


def hours_of(value: Any) -> tuple[time | None, time | None] | None:
    """The hours that a text or a time fact says."""
    if isinstance(value, Mapping):
        start, end = value.get("start"), value.get("end")
        return (
            time.fromisoformat(start) if start else None,
            time.fromisoformat(end) if end else None,
        )
    return _clock(str(value))


@lru_cache(maxsize=2048)
def _dialled(text: str) -> frozenset[str]:
    found = {phone.digits for phone in phones(Reading(f"hubungi {text}"))}
    return frozenset(found or {"".join(character for character in text if character.isdigit())})


def digits_of(value: Any) -> frozenset[str]:
    """The numbers of a contact, as dialled at home."""
    text = value.get("phone", "") if isinstance(value, Mapping) else str(value)
    return _dialled(text) if text else frozenset()


def _choice(said: ChoiceSaid, value: Any, wording: Wording) -> bool:
    return said.choice == str(value)


def _amount(said: AmountSaid, value: Any, wording: Wording) -> bool:
    true = number_of(value)
    if true is None:
        return False
    if wording.is_limit and said.bound in (Bound.AT_MOST, Bound.AT_LEAST):
        said = replace(said, bound=Bound.EXACT)
    if wording.rounded:
        close = accepts(said.amount, true)
    else:
        close = said.bound is Bound.EXACT and said.low == true
    if close or wording.stricter is Stricter.NO:
        return close
    return said.high <= true if wording.stricter is Stricter.LOWER else said.low >= true


def _date(said: DateSaid, value: Any, wording: Wording) -> bool:
    return said.first <= date.fromisoformat(str(value)) <= said.last


def _period(said: PeriodSaid, value: Any, wording: Wording) -> bool:
    start, end = period_of(value)
    return (said.start is None or said.start == start) and (said.end is None or said.end == end)


def period_of(value: Any) -> tuple[date, date]:
    """Both days of a period fact, inclusive; "2021-09-14/2021-09-20" or a mapping."""
    if isinstance(value, Mapping):
        return date.fromisoformat(value["start"]), date.fromisoformat(value["end"])
    start, end = str(value).split("/")
    return date.fromisoformat(start), date.fromisoformat(end)


def _hours(said: ClockSaid, value: Any, wording: Wording) -> bool:
    true = hours_of(value)
    if true is None:
        return False
    return all(
        one is None or one == other for one, other in zip((said.start, said.end), true, strict=True)
    )


def _contact(said: ContactSaid, value: Any, wording: Wording) -> bool:
    return said.digits in digits_of(value)


_RULES: Mapping[type[Said], Callable[[Any, Any, Wording], bool]] = {
    ChoiceSaid: _choice,
    AmountSaid: _amount,
    DateSaid: _date,
    PeriodSaid: _period,
    ClockSaid: _hours,
    ContactSaid: _contact,
}
