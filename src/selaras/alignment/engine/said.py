"""What a text says as a value: one small class for each way, kept as plain JSON."""

from dataclasses import asdict, dataclass
from datetime import date, time
from decimal import Decimal
from typing import Any

from selaras.language.reading.amounts import Amount, Bound


@dataclass(frozen=True, slots=True)
class ChoiceSaid:
    """One of the type's choices, by its value."""

    choice: str


@dataclass(frozen=True, slots=True)
class AmountSaid:
    """A number, money (in rupiah) or percentage, or a duration in the type's own unit."""

    low: Decimal
    high: Decimal
    bound: Bound
    step: Decimal

    @property
    def amount(self) -> Amount:
        """As the language room compares it."""
        return Amount(0, 0, 0, self.low, self.high, self.bound, "", self.step)


@dataclass(frozen=True, slots=True)
class DateSaid:
    """A day, or the days among which it lies ("awal Maret")."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class PeriodSaid:
    """A period with the ends that were said: the first day, the last day or both."""

    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class ClockSaid:
    """Hours of a day: from, until or both."""

    start: time | None
    end: time | None


@dataclass(frozen=True, slots=True)
class ContactSaid:
    """A telephone number by its digits as dialled at home."""

    digits: str


Said = ChoiceSaid | AmountSaid | DateSaid | PeriodSaid | ClockSaid | ContactSaid

_CLASSES: dict[str, Any] = {
    "choice": ChoiceSaid,
    "amount": AmountSaid,
    "date": DateSaid,
    "period": PeriodSaid,
    "clock": ClockSaid,
    "contact": ContactSaid,
}
_NAMES = {kind: name for name, kind in _CLASSES.items()}
_READERS: dict[str, Any] = {
    "low": Decimal, "high": Decimal, "step": Decimal, "bound": Bound,
    "first": date.fromisoformat, "last": date.fromisoformat,
}  # fmt: skip


def as_json(said: Said) -> dict[str, Any]:
    """Plain values that `from_json` reads back: {"as": "amount", "low": "0.5", …}."""
    fields = asdict(said)
    plain = {
        name: value if value is None or isinstance(value, str) else _plain(value)
        for name, value in fields.items()
    }
    return {"as": _NAMES[type(said)], **plain}


def from_json(kept: dict[str, Any]) -> Said:
    """Raises KeyError or ValueError for anything that `as_json` did not write."""
    name = kept["as"]
    reader = {"clock": time.fromisoformat, "period": date.fromisoformat}.get(name)
    values = {
        field: value if value is None else (_READERS.get(field) or reader or str)(value)
        for field, value in kept.items()
        if field != "as"
    }
    made: Said = _CLASSES[name](**values)
    return made


def _plain(value: Any) -> str:
    return value.isoformat() if isinstance(value, date | time) else str(value)
