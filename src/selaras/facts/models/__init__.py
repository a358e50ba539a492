"""Official facts: typed, sourced, bitemporal.

A version says what a fact's value is in a region for a valid period (true in the world) and a
recorded period (known to us), both half-open `[from, to)`; null is open. Versions are never
changed: a correction closes the recorded period and adds rows. The database enforces it
(`guards.py`).
"""

from selaras.facts.models.objections import Objection
from selaras.facts.models.types import DEPTH, Choice, FactType, Kind
from selaras.facts.models.values import (
    ChoiceValue,
    ContactValue,
    DateValue,
    MoneyValue,
    NumberValue,
    PercentageValue,
    PeriodValue,
    TextValue,
    TimeValue,
    Value,
)
from selaras.facts.models.versions import CLOSES_AHEAD, PLANNED, FactVersion

__all__ = [
    "CLOSES_AHEAD",
    "DEPTH",
    "PLANNED",
    "Choice",
    "ChoiceValue",
    "ContactValue",
    "DateValue",
    "FactType",
    "FactVersion",
    "Kind",
    "MoneyValue",
    "NumberValue",
    "Objection",
    "PercentageValue",
    "PeriodValue",
    "TextValue",
    "TimeValue",
    "Value",
]
