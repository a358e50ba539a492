"""The kinds of facts, by name. A new kind is a model, its rules and one line here."""

from typing import Any

from selaras.facts.kinds.base import KindRules
from selaras.facts.kinds.calendar import DateRules, PeriodRules, TimeRules
from selaras.facts.kinds.choice import ChoiceRules, Option
from selaras.facts.kinds.quantities import MoneyRules, NumberRules, PercentageRules
from selaras.facts.kinds.words import Contact, ContactRules, TextRules
from selaras.facts.models import FactType, Kind

__all__ = ["Contact", "KindRules", "Option", "rules_for", "rules_of"]

_RULES: dict[str, KindRules[Any]] = {
    Kind.CHOICE: ChoiceRules(),
    Kind.NUMBER: NumberRules(),
    Kind.PERCENTAGE: PercentageRules(),
    Kind.MONEY: MoneyRules(),
    Kind.DATE: DateRules(),
    Kind.PERIOD: PeriodRules(),
    Kind.TIME: TimeRules(),
    Kind.CONTACT: ContactRules(),
    Kind.TEXT: TextRules(),
}


def rules_for(kind: str) -> KindRules[Any]:
    return _RULES[kind]


def rules_of(fact_type: FactType) -> KindRules[Any]:
    return _RULES[fact_type.kind]
