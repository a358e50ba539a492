"""Numbers and percentages in Indonesian notation: "1.200.000" and "58,6".

The dot separates thousands and the comma starts the decimals. Reading is strict, because
"58.6" and "1,200,000" come from another notation and a guess could be wrong by a factor of
a thousand. Note that "1,200" is well formed: it is one and two tenths.
"""

import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal

from selaras.language.errors import NumberError, tidied

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,[0-9]+)?")
_NOTATION = "koma untuk desimal, titik untuk ribuan"
_NO_BREAK_SPACE = "\u00a0"


def _ascii_digits(body: str) -> str:
    return "".join(str(unicodedata.decimal(character, character)) for character in body)


# How people write numbers otherwise: what would make it right, and the rule that says so.
# The first repair that yields a well-formed number is proposed; none is ever applied.
_REPAIRS: tuple[tuple[Callable[[str], str], str], ...] = (
    (lambda body: body.translate(str.maketrans(".,", ",.")), _NOTATION),
    (lambda body: body.replace(" ", "."), "titik untuk ribuan, bukan spasi"),
    (lambda body: body.replace("- ", "-"), "tanpa spasi sesudah tanda minus"),
    (lambda body: re.sub("^[−–—]", "-", body), "tanda minus ditulis dengan tanda hubung"),
    (lambda body: body.removeprefix("+"), "tanpa tanda tambah"),
    (lambda body: re.sub("^(-?)0+(?=[0-9])", r"\1", body), "tanpa nol di depan"),
    (lambda body: re.sub("^(-?),", r"\g<1>0,", body), "pakai nol di depan koma"),
    (_ascii_digits, "gunakan angka 0 sampai 9"),
)


def parse_number(text: str) -> Decimal:
    """The exact number that the text says, with the decimals as written; -0 is read as 0.

    Raises NumberError for anything but "1.200.000", "25000", "58,6", "-3" and their like.
    """
    tidy = tidied(text, NumberError, example="58,6")
    return _read(tidy, tidy)


def parse_count(text: str) -> int:
    """A whole number from zero on, as counts are written: "1.200.000" or "1200000".

    Raises NumberError, also for "1.200,00": decimals, even empty ones, are not a count.
    """
    tidy = tidied(text, NumberError, example="1.200.000")
    value = _read(tidy, tidy)
    if "," in tidy:
        raise NumberError(tidy, f'"{tidy}" bukan bilangan bulat.', "Tulis tanpa angka desimal.")
    if value < 0:
        raise NumberError(tidy, f'"{tidy}" kurang dari nol.', "Cacahan paling kecil 0.")
    return int(value)


def format_number(value: Decimal | int, *, decimals: int | None = None) -> str:
    """The exact number: with `decimals` places, or with as many as the value itself has.

    Raises ValueError if the value is not finite or if `decimals` places would lose a digit,
    TypeError for a float, which is not exact.
    """
    if not isinstance(value, Decimal | int):
        raise TypeError(f"expected Decimal or int, got {type(value).__name__}")
    exact = Decimal(value)
    if not exact.is_finite():
        raise ValueError(f"{exact} is not a finite number")
    # copy_abs, because abs() and other arithmetic round to the precision of the context.
    whole, _, fraction = format(exact.copy_abs(), ",f").partition(".")
    if decimals is not None:
        if decimals < 0 or fraction[decimals:].strip("0"):
            raise ValueError(f"{exact} does not fit {decimals} decimals")
        fraction = fraction[:decimals].ljust(decimals, "0")
    sign = "-" if exact < 0 else ""
    return sign + whole.replace(",", ".") + (f",{fraction}" if fraction else "")


def parse_percentage(text: str) -> Decimal:
    """A number in percent, with or without its unit: "58,6 %", "58,6%", "58,6 persen", "58,6".

    Raises NumberError.
    """
    tidy = tidied(text, NumberError, example="58,6 %")
    unit = "persen" if tidy.lower().endswith("persen") else "%"
    body = tidy[: -len(unit)] if tidy.lower().endswith(unit) else tidy
    return _read(body.rstrip(), tidy)


def format_percentage(value: Decimal) -> str:
    """A number in percent as "58,6 %", with a no-break space; exact like `format_number`."""
    return f"{format_number(value)}{_NO_BREAK_SPACE}%"


def _read(body: str, text: str) -> Decimal:
    if not _NUMBER.fullmatch(body):
        raise NumberError(text, f'"{text}" tidak dapat dibaca sebagai bilangan.', _remedy(body))
    value = Decimal(body.replace(".", "").replace(",", "."))
    return value if value else value.copy_abs()


def _remedy(body: str) -> str:
    for repair, rule in _REPAIRS:
        repaired = repair(body)
        if _NUMBER.fullmatch(repaired):
            return f'Tulis "{repaired}": {rule}.'
    if body.count(",") > 1:
        return 'Tulis satu koma saja, di depan desimal, misalnya "58,6".'
    if re.fullmatch("-?[0-9]+[.][0-9.,]+", body):
        return 'Titik ribuan memisahkan tepat tiga angka dari kanan, misalnya "1.200.000".'
    return 'Tulis dengan angka saja, misalnya "1.200.000" atau "58,6".'
