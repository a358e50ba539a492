"""Numbers in digits, in Indonesian notation and the usual slips, where they are unambiguous."""

import re
from decimal import Decimal

# Longer ones are no amount of anything; it also bounds the work on a hostile text.
_LONGEST = 40
_INDONESIAN = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?|(?:0|[1-9]\d*)(?:,\d+)?")
_ENGLISH = re.compile(r"[1-9]\d{0,2}(?:,\d{3}){2,}(?:\.\d+)?|[1-9]\d{0,2},\d{3}\.\d+")
_COMMA_FOR_THOUSANDS = re.compile(r"[1-9]\d{0,2},\d{3}")
_POINT_FOR_DECIMALS = re.compile(r"(?:0|[1-9]\d*)\.\d+")
_POINT_FOR_SEN = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+\.00")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4])\.[0-5]\d")
_WHOLE = 100


def value_of(
    written: str, *, percent: bool = False, money: bool = False, counted: bool = False,
    measured: bool = False,
) -> Decimal | None:  # fmt: skip
    """The number, with the decimals as written; None for what is none or could be two.

    `percent`, `money` (rupiah), `counted` (people, votes) and `measured` (another unit or
    magnitude) say what stands beside it: 1,200 votes and Rp45,000 have thousands, 58.590% has
    decimals, and 10.30 beside nothing may as well be a time.
    """
    if len(written) > _LONGEST:
        return None  # and no work for a hostile text
    if _INDONESIAN.fullmatch(written):
        return _indonesian(written, percent=percent, whole=(money or counted) and not measured)
    if _ENGLISH.fullmatch(written):
        return Decimal(written.replace(",", ""))
    if money and _POINT_FOR_SEN.fullmatch(written):
        return Decimal(written[:-3].replace(".", ""))
    beside = percent or money or counted or measured
    doubtful = not beside and (_CLOCK.fullmatch(written) or written.endswith(".0"))
    return Decimal(written) if _POINT_FOR_DECIMALS.fullmatch(written) and not doubtful else None


def step_of(value: Decimal) -> Decimal:
    """What the last written digit is worth."""
    exponent = value.as_tuple().exponent
    return Decimal((0, (1,), exponent if isinstance(exponent, int) else 0))


def _indonesian(written: str, *, percent: bool, whole: bool) -> Decimal:
    if whole and _COMMA_FOR_THOUSANDS.fullmatch(written):
        return Decimal(written.replace(",", ""))
    value = Decimal(written.replace(".", "").replace(",", "."))
    if percent and value > _WHOLE and written.count(".") == 1 and "," not in written:
        return Decimal(written)
    return value
