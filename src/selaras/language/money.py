"""Amounts of rupiah: "Rp1.200.000", without a space and without ",00"."""

import re
from decimal import Decimal

from selaras.language.errors import NumberError, tidied
from selaras.language.numbers import format_number, parse_number

_UNIT = re.compile(r"^(-?) ?(?:Rp\.?|IDR) ?(?=[-0-9])", re.IGNORECASE)
_NO_SEN = re.compile(r",[-–]$")
_SCALE = re.compile(r"[0-9] ?(?:ribu|rb|juta|jt|miliar|milyar|triliun)\b", re.IGNORECASE)
_SEN_DIGITS = 2


def parse_money(text: str) -> Decimal:
    """Exact rupiah, at most two decimals, with or without "Rp" or "IDR" and a final ",-".

    Raises NumberError; an amount in words ("Rp1,2 juta") is refused, for it is often rounded.
    """
    tidy = tidied(text, NumberError, example="Rp1.200.000")
    if _SCALE.search(tidy):
        problem = f'"{tidy}" bukan jumlah yang lengkap.'
        raise NumberError(tidy, problem, 'Tulis seluruhnya dengan angka, misalnya "Rp1.200.000".')
    number = _UNIT.sub(r"\1", _NO_SEN.sub("", tidy))
    try:
        value = parse_number(number)
    except NumberError as error:
        problem = f'"{tidy}" tidak dapat dibaca sebagai jumlah rupiah.'
        raise NumberError(tidy, problem, error.remedy) from None
    if len(number.partition(",")[2]) > _SEN_DIGITS:
        problem = f'"{tidy}" memuat lebih dari dua angka di belakang koma.'
        raise NumberError(tidy, problem, 'Untuk ribuan pakai titik, misalnya "Rp1.200.000".')
    return value


def format_money(value: Decimal) -> str:
    """Rupiah as "Rp1.200.000", or "Rp1.200.000,50" when there are sen; "-Rp500" below zero.

    Raises ValueError if the value has a fraction of a sen or is not finite.
    """
    amount = format_number(value, decimals=_SEN_DIGITS).removesuffix(",00")
    return f"-Rp{amount[1:]}" if amount.startswith("-") else f"Rp{amount}"
