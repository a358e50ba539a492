"""One of a type's own choices."""

from dataclasses import dataclass
from typing import Any

from selaras.facts.errors import InvalidValue
from selaras.facts.kinds.base import KindRules
from selaras.facts.models import Choice, ChoiceValue, FactType, FactVersion


@dataclass(frozen=True, slots=True)
class Option:
    """A choice by value: equal when it is the same choice of the same type."""

    id: int
    value: str
    label: str
    rank: int
    tone: int | None

    @classmethod
    def of(cls, choice: Choice) -> "Option":
        return cls(choice.pk, choice.value, choice.label, choice.rank, choice.tone)


class ChoiceRules(KindRules[Option]):
    model = ChoiceValue
    related = ("choice",)

    def read(self, text: str, fact_type: FactType) -> Option:
        choices = list(fact_type.choices.all())
        wanted = text.casefold()
        for choice in choices:
            if wanted in (choice.value.casefold(), choice.label.casefold()):
                return Option.of(choice)
        known = ", ".join(f"{choice.value} ({choice.label})" for choice in choices)
        raise InvalidValue(
            f'"{text}" bukan pilihan untuk {fact_type.label}.', f"Pilihannya: {known}."
        )

    def row(self, version: FactVersion, value: Option) -> ChoiceValue:
        return ChoiceValue(version=version, choice_id=value.id)

    def value(self, row: Any) -> Option:
        return Option.of(row.choice)

    def plain(self, value: Option) -> str:
        return value.value

    def short(self, value: Option, fact_type: FactType) -> str:
        return value.label
