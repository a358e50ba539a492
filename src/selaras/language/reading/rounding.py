"""Whether a reader takes a stated amount for the exact figure: rounding, bounds, other units."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal

from selaras.language.reading.amounts import Amount, Bound

_TWO_DIGITS = 10
_FINE = Decimal("0.01")  # a step below this share of the number keeps enough of it
_MAGNITUDE = 1000  # the step of "tiga ribu", "1,2 juta"
_LARGE = 10_000
_SPOKEN = Decimal("0.05")  # "tiga juta" may be that far off
_MONEY = Decimal("0.02")  # "Rp2 juta" only that far
_ZEROS = Decimal("0.001")  # "27.041.000": round figures written out
_ABOUT = Decimal("0.05")
_STEP_OF_ABOUT = Decimal("0.2")
_ALMOST = Decimal("0.07")
_STEP_OF_ALMOST = Decimal("0.1")
_BEYOND_ALMOST = Decimal("0.01")
_SECONDS: Mapping[str, int] = {
    "detik": 1, "menit": 60, "jam": 3600, "hari": 86_400, "minggu": 604_800,
}  # fmt: skip
_MONTHS: Mapping[str, int] = {"bulan": 1, "tahun": 12}


def accepts(stated: Amount, true: Decimal, *, rounding: bool = True) -> bool:
    """Whether a reader accepts the statement as agreeing with the true, exact value.

    Both in the same unit (see `in_unit`). Without `rounding` an exact statement must be equal, as
    for a level or a number of days; what is bounded is judged alike. For a figure that is itself
    a limit ("maksimal 75 persen" where 50 are allowed) compare the numbers, not this.
    """
    if stated.bound is Bound.EXACT:
        return stated.low == true or (rounding and _rounded(stated, true))
    return _RULES[stated.bound](stated, true)


def in_unit(amount: Amount, unit: str) -> Amount | None:
    """The same duration in another unit: 120 jam are 5 hari, 1 tahun is 12 bulan.

    None where the units have no fixed ratio: a month has no number of days.
    """
    if amount.unit == unit:
        return amount
    for ratios in (_SECONDS, _MONTHS):
        if amount.unit in ratios and unit in ratios:
            factor, divisor = Decimal(ratios[amount.unit]), Decimal(ratios[unit])
            low, high, step = (
                value * factor / divisor for value in (amount.low, amount.high, amount.step)
            )
            return replace(amount, low=low, high=high, step=step, unit=unit)
    return None


def _rounded(stated: Amount, true: Decimal) -> bool:
    """Whether the true value becomes the stated one when it is written as coarsely."""
    half_up = _rounds(true, stated.low, stated.step)
    if stated.unit == "%":
        # A percentage is rounded half up, to whatever it is written; nobody cuts 58,59 to 58,5.
        return half_up
    if _written_out(stated, true):
        return True
    # Large numbers in "ribu" and "juta" are also cut: 1,48 million are "1,4 juta".
    large = stated.step >= _MAGNITUDE and abs(stated.low) >= _LARGE
    cut = large and 0 <= (true - stated.low) * _sign(stated.low) < stated.step
    if stated.unit == "IDR":
        # A price that is cut, or has only one digit left, must still be near.
        return (half_up and _is_fine(stated)) or ((half_up or cut) and _near(stated, true, _MONEY))
    # One digit before "juta" is as one speaks, and must be near; two digits stand for themselves.
    spoken = large and _near(stated, true, _SPOKEN)
    return (half_up or cut) and (_is_fine(stated) or spoken)


def _rounds(true: Decimal, number: Decimal, step: Decimal) -> bool:
    """Whether `true` rounds half up (away from zero) to `number` in steps."""
    sign = _sign(number)
    return -step / 2 <= (true - number) * sign < step / 2


def _sign(number: Decimal) -> int:
    return -1 if number < 0 else 1


def _is_fine(stated: Amount) -> bool:
    """At least two significant digits, or a step of at most 1 % of the number."""
    return abs(stated.low) >= _TWO_DIGITS * stated.step or stated.step <= _FINE * abs(stated.low)


def _written_out(stated: Amount, true: Decimal) -> bool:
    """27.041.000 for 27.040.878: zeros from the thousands on, at most 0,1 % of the number."""
    if stated.low != int(stated.low) or not stated.low:
        return False
    digits = str(abs(int(stated.low)))
    coarse = Decimal(10 ** (len(digits) - len(digits.rstrip("0"))))
    fine = _MAGNITUDE <= coarse <= _ZEROS * abs(stated.low)
    return fine and _rounds(true, stated.low, coarse)


def _near(stated: Amount, true: Decimal, share: Decimal) -> bool:
    return abs(true - stated.low) <= share * abs(stated.low)


def _about(stated: Amount, true: Decimal) -> bool:
    """Within 5 %, or within one step unless that is a large part of the number ("3 juta")."""
    number = abs(stated.low)
    step = stated.step if stated.step <= 1 else min(stated.step, _STEP_OF_ABOUT * number)
    return abs(true - stated.low) <= max(_ABOUT * number, step)


def _almost(stated: Amount, true: Decimal) -> bool:
    """Below by at most 7 % (or by a small step); above only what still rounds to the number."""
    number = abs(stated.low)
    if true >= stated.low:
        nearly = _near(stated, true, _BEYOND_ALMOST)
        return true == stated.low or (nearly and _rounds(true, stated.low, stated.step))
    step = stated.step if stated.step <= _STEP_OF_ALMOST * number else Decimal(0)
    return stated.low - true <= max(_ALMOST * number, step)


_RULES: Mapping[Bound, Callable[[Amount, Decimal], bool]] = {
    Bound.ABOUT: _about,
    Bound.ALMOST: _almost,
    # More than 50 says nothing of how much more: anything above agrees, 50 itself does not.
    Bound.MORE_THAN: lambda stated, true: true > stated.low,
    Bound.LESS_THAN: lambda stated, true: true < stated.low,
    # A least and a most include the number itself, as do both ends of a range.
    Bound.AT_LEAST: lambda stated, true: true >= stated.low,
    Bound.AT_MOST: lambda stated, true: true <= stated.low,
    Bound.BETWEEN: lambda stated, true: stated.low <= true <= stated.high,
}
