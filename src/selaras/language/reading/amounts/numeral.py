"""A number in the making."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(slots=True)
class Numeral:
    """A number that ends before token `after`, without unit.

    `scaled` where it has a magnitude; `factor` is that of its first group, written apart.
    `bracketed` where the same follows in words: "5 (lima)".
    """

    low: Decimal
    high: Decimal
    step: Decimal
    after: int
    scaled: bool = False
    rough: bool = False
    factor: int = 1
    bracketed: bool = False


def whole(value: Decimal) -> Decimal:
    """The same number, without empty decimals."""
    integral = value.to_integral_value()
    return integral if integral == value else value
