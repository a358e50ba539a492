"""Sizes of files, as people read them."""

from selaras.language.numbers import format_number

UNITS = (("GB", 1 << 30), ("MB", 1 << 20), ("KB", 1 << 10))


def readable(count: int) -> str:
    """`20 MB`, `1,5 MB`, `900 byte`: at most one decimal."""
    for unit, bytes_each in UNITS:
        if count >= bytes_each:
            tenths = round(count * 10 / bytes_each)
            whole, rest = divmod(tenths, 10)
            return f"{format_number(whole)}{f',{rest}' if rest else ''} {unit}"
    return f"{count} byte"
