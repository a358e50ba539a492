"""Numbers in words below a thousand: "dua ratus lima puluh", "duapuluh", "sebelas"."""

from decimal import Decimal

from selaras.language.reading.amounts.numeral import Numeral
from selaras.language.reading.amounts.passage import Passage
from selaras.language.reading.amounts.vocabulary import ONES, POWERS, TOGETHER, UNITS

_HUNDRED = 100


def small(passage: Passage, index: int) -> Numeral | None:
    """A number below a thousand in words ("dua ratus lima puluh"), or seribu, sejuta."""
    word = passage.word(index)
    if word in ONES:
        value = Decimal(ONES[word])
        return Numeral(value, value, value, index + 1, scaled=True)
    digit, suffix = TOGETHER.get(word, (0, ""))
    if digit and POWERS.get(suffix, 0) > _HUNDRED:
        power = Decimal(POWERS[suffix])
        return Numeral(digit * power, digit * power, power, index + 1, scaled=True)
    hundreds, after = (1, index + 1) if word == "seratus" else _times(passage, index, "ratus")
    if hundreds and not passage.close(after):
        return _plain(hundreds * _HUNDRED, after)
    rest, end = _below_hundred(passage, after)
    if rest is None:
        return _plain(hundreds * _HUNDRED, after) if hundreds else None
    return _plain(hundreds * _HUNDRED + rest, end)


def _below_hundred(passage: Passage, index: int) -> tuple[int | None, int]:
    word = passage.word(index)
    if word in {"sepuluh", "sebelas"}:
        return (10 if word == "sepuluh" else 11), index + 1
    teens, after = _times(passage, index, "belas")
    if teens:
        return 10 + teens, after
    tens, after = _times(passage, index, "puluh")
    digit = UNITS.get(passage.word(after))
    if not tens:
        return digit, after + (digit is not None)
    follows = bool(digit) and passage.close(after) and not opens(passage, after)
    return tens * 10 + (digit or 0) * follows, after + follows


def opens(passage: Passage, index: int) -> bool:
    """Whether a digit in words belongs to what follows: "dua puluh | lima belas"."""
    return passage.close(index + 1) and passage.word(index + 1) in {"puluh", "belas", "ratus"}


def _times(passage: Passage, index: int, suffix: str) -> tuple[int, int]:
    """The digit of "dua puluh" or "duapuluh" for the suffix "puluh", and where it ends; or 0."""
    word = passage.word(index)
    if word in TOGETHER and TOGETHER[word][1] == suffix:
        return TOGETHER[word][0], index + 1
    digit = UNITS.get(word, 0)
    if digit and passage.word(index + 1) == suffix and passage.close(index + 1):
        return digit, index + 2
    return 0, index


def _plain(value: int, after: int) -> Numeral:
    number = Decimal(value)
    return Numeral(number, number, Decimal(1), after)
