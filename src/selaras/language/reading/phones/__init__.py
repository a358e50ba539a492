"""Telephone numbers in running text, whatever their separators and prefix."""

from selaras.language.reading.cursor import Cursor
from selaras.language.reading.phones.kinds import Phone
from selaras.language.reading.phones.long_numbers import long_number
from selaras.language.reading.phones.short_numbers import short_number
from selaras.language.reading.words import Reading

__all__ = ["Phone", "phones"]


def phones(reading: Reading) -> list[Phone]:
    """Every telephone number in the order of the text, none overlapping another.

    Numbers with an area code or of a mobile are known by their shape, short ones only behind a
    word such as "hubungi" or "hotline". Dates, money, account numbers, numbers of laws and
    longer digits such as a NIK are none.
    """
    cursor = Cursor(reading)
    found: list[Phone] = []
    passed = 0
    for index, token in enumerate(cursor.tokens):
        if index < passed or not token.number:
            continue
        reader = long_number if token.word[0] in "06" else short_number
        read = reader(cursor, index)
        if read:
            phone, passed = read
            found.append(phone)
    return found
