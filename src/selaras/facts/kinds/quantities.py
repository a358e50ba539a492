"""Numbers with a unit, percentages and money: exact decimals in three notations."""

import re
from decimal import Decimal
from typing import Any

from selaras.facts.errors import InvalidValue
from selaras.facts.kinds.base import KindRules
from selaras.facts.models import FactType, FactVersion, MoneyValue, NumberValue, PercentageValue
from selaras.language.money import format_money, parse_money
from selaras.language.numbers import (
    format_number,
    format_percentage,
    parse_number,
    parse_percentage,
)

_FOREIGN_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2},[0-9]{2}0")


def _within(value: Decimal, *, digits: int, decimals: int) -> Decimal:
    """Refuse what the database would have to round."""
    # Arithmetic, normalize() too, would first round to the precision of the context.
    fraction = f"{value:f}".partition(".")[2].rstrip("0")
    if len(fraction) > decimals:
        raise InvalidValue(
            f"{format_number(value)} punya lebih dari {decimals} angka desimal.",
            "Bulatkan pada sumbernya, lalu tulis nilai resminya.",
        )
    if value.copy_abs() >= Decimal(10) ** (digits - decimals):
        raise InvalidValue(f"{format_number(value)} terlalu besar.", "Periksa satuannya.")
    return value.normalize() + 0


def _refuse_foreign_thousands(text: str) -> None:
    """Refuse `25,000`: well formed, but nobody writes a final zero; an English text does."""
    if not _FOREIGN_THOUSANDS.fullmatch(text):
        return
    thousands, decimal = text.replace(",", "."), text.rstrip("0").rstrip(",")
    raise InvalidValue(
        f'"{text}" dapat berarti {thousands} atau {decimal}.',
        f'Tulis "{thousands}" untuk ribuan, atau "{decimal}" untuk desimal.',
    )


class NumberRules(KindRules[Decimal]):
    model = NumberValue

    def read(self, text: str, fact_type: FactType) -> Decimal:
        bare = text.removesuffix(fact_type.unit).rstrip() if fact_type.unit else text
        _refuse_foreign_thousands(bare)
        return _within(parse_number(bare), digits=24, decimals=6)

    def row(self, version: FactVersion, value: Decimal) -> NumberValue:
        return NumberValue(version=version, number=value)

    def value(self, row: Any) -> Decimal:
        return Decimal(row.number)

    def plain(self, value: Decimal) -> str:
        return format_number(value)

    def short(self, value: Decimal, fact_type: FactType) -> str:
        return f"{format_number(value)} {fact_type.unit}".strip()

    def table(self, value: Decimal, fact_type: FactType) -> str:
        return format_number(value)

    def as_json(self, value: Decimal) -> str:
        return f"{value:f}"


class PercentageRules(KindRules[Decimal]):
    model = PercentageValue

    def read(self, text: str, fact_type: FactType) -> Decimal:
        return _within(parse_percentage(text), digits=12, decimals=6)

    def row(self, version: FactVersion, value: Decimal) -> PercentageValue:
        return PercentageValue(version=version, percentage=value)

    def value(self, row: Any) -> Decimal:
        return Decimal(row.percentage)

    def plain(self, value: Decimal) -> str:
        return format_number(value)

    def short(self, value: Decimal, fact_type: FactType) -> str:
        return format_percentage(value)

    def as_json(self, value: Decimal) -> str:
        return f"{value:f}"


class MoneyRules(KindRules[Decimal]):
    model = MoneyValue

    def read(self, text: str, fact_type: FactType) -> Decimal:
        return _within(parse_money(text), digits=24, decimals=2)

    def row(self, version: FactVersion, value: Decimal) -> MoneyValue:
        return MoneyValue(version=version, amount=value)

    def value(self, row: Any) -> Decimal:
        return Decimal(row.amount)

    def plain(self, value: Decimal) -> str:
        return format_money(value)

    def short(self, value: Decimal, fact_type: FactType) -> str:
        return format_money(value)

    def as_json(self, value: Decimal) -> str:
        return f"{value:f}"
