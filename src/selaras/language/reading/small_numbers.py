"""Whole numbers under a hundred as words or digits, for counts of days and hours of the clock."""

from selaras.language.reading.cursor import Cursor

ONES = {
    "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8,
    "sembilan": 9,
}  # fmt: skip
WHOLE = {"sepuluh": 10, "sebelas": 11}
SPELLED = frozenset(ONES | WHOLE)


def small_number(cursor: Cursor, index: int, *, digits: int = 3) -> tuple[int, int] | None:
    """The number that begins at that token and the token after it: "dua puluh satu", "12"."""
    if (plain := cursor.digits(index, 1, digits)) is not None:
        return plain, index + 1
    word = cursor.word(index)
    if word in WHOLE:
        return WHOLE[word], index + 1
    if word not in ONES:
        return None
    value, after = ONES[word], index + 1
    if cursor.beside(after, "belas"):
        return 10 + value, after + 1
    if cursor.beside(after, "puluh"):
        more = ONES.get(cursor.word(after + 1), 0) if not cursor.gap(after + 1) else 0
        return 10 * value + more, after + 2 if more else after + 1
    return value, after
