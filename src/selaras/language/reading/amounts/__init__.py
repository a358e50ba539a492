"""Amounts in running text: numbers, money, percentages and durations with what bounds them."""

from selaras.language.reading.amounts.bounds import bounded
from selaras.language.reading.amounts.kinds import Amount, Bound
from selaras.language.reading.amounts.passage import Passage
from selaras.language.reading.amounts.quantities import quantities
from selaras.language.reading.amounts.quantity import Quantity
from selaras.language.reading.amounts.ranges import joined
from selaras.language.reading.words import Reading

__all__ = ["Amount", "Bound", "amounts"]


def amounts(reading: Reading) -> list[Amount]:
    """Every amount of a text in its order, none overlapping another; linear in its length.

    Days and years, times of day, telephone numbers, names such as "Pasal 5" or "paslon 02", and
    codes are no amounts. Where a number could be two things, it is left out.
    """
    passage = Passage(reading)
    return [_amount(passage, one) for one in joined(passage, quantities(passage))]


def _amount(passage: Passage, quantity: Quantity) -> Amount:
    bound, outset, end = bounded(passage, quantity)
    return Amount(
        quantity.start, end, outset, quantity.low, quantity.high, bound, quantity.unit,
        quantity.step, quantity.spelled, quantity.roman,
    )  # fmt: skip
