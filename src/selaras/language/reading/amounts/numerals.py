"""Numbers in words, in digits with a magnitude, and in both: where they end and what they say.

A numeral is a row of groups with falling magnitudes: "dua juta | lima ratus ribu | seratus",
"1 juta | 200 ribu". A group is digits, or words below a thousand, with decimals ("koma lima") or
a half behind it ("dua belas setengah").
"""

from decimal import Decimal

from selaras.language.reading.amounts.digits import step_of
from selaras.language.reading.amounts.hundreds import opens, small
from selaras.language.reading.amounts.numeral import Numeral, whole
from selaras.language.reading.amounts.passage import Passage
from selaras.language.reading.amounts.vocabulary import (
    LETTERS,
    MAGNITUDES,
    PAIRS,
    ROUGHLY,
    UNITS,
)

_HALF = Decimal("0.5")
_TENTH = Decimal("0.1")
_HUNDRED = 100
_LONGEST_FRACTION = 6


def spelled(passage: Passage, index: int) -> Numeral | None:
    """The number in words that starts at a token."""
    word = passage.word(index)
    if word in ROUGHLY:
        value = Decimal(ROUGHLY[word])
        return scaled(passage, Numeral(value, value, value, index + 1, rough=True))
    if pair := _pair(passage, index):
        return scaled(passage, pair)
    first = small(passage, index)
    return None if first is None else _groups(passage, first)


def with_digits(passage: Passage, index: int, value: Decimal, *, money: bool) -> Numeral:
    """The number that starts with digits, which say `value`."""
    numeral = Numeral(value, value, step_of(value), index + 1)
    factor = LETTERS[money].get(passage.word(index + 1), 0)
    if factor and (passage.gap(index + 1) == "" or (money and passage.inline(index + 1))):
        value, step = whole(value * factor), whole(numeral.step * factor)
        return Numeral(value, value, step, index + 2, scaled=True, factor=factor)
    return _groups(passage, numeral)


def _pair(passage: Passage, index: int) -> Numeral | None:
    """Two digits for a range: "dua-tiga", or neighbours without a hyphen, "dua tiga"."""
    word, following = passage.word(index), passage.word(index + 1)
    if word in PAIRS:
        low, high = PAIRS[word]
        return Numeral(Decimal(low), Decimal(high), Decimal(1), index + 1)
    if word not in UNITS or following not in UNITS or not passage.close(index + 1):
        return None
    rises = 0 < UNITS[word] == UNITS[following] - 1
    if not rises or opens(passage, index + 1) or passage.word(index + 2) in UNITS:
        return None
    return Numeral(Decimal(UNITS[word]), Decimal(UNITS[following]), Decimal(1), index + 2)


def _groups(passage: Passage, first: Numeral) -> Numeral:
    """A first group with its magnitude, and the groups that follow it."""
    numeral = scaled(passage, _with_half(passage, _with_decimals(passage, first)))
    ceiling = numeral.step
    while numeral.scaled and not numeral.rough and passage.close(numeral.after):
        group = _next_group(passage, numeral.after)
        if group is None or group.low >= ceiling or not group.low:
            break
        numeral.low = numeral.high = numeral.low + group.low
        numeral.step, numeral.after, numeral.rough = group.step, group.after, group.rough
        if not group.scaled:
            break
        ceiling = group.step
    return numeral


def _next_group(passage: Passage, index: int) -> Numeral | None:
    """A group behind a magnitude; digits only with a magnitude of their own or rupiah."""
    if passage.number(index):
        written = passage.word(index)
        if not (written.isdigit() and len(written) <= 3 and written[0] != "0"):  # noqa: PLR2004
            return None
        value = Decimal(written)
        group = scaled(passage, Numeral(value, value, Decimal(1), index + 1))
        return group if group.scaled or passage.word(index + 1) == "rupiah" else None
    words = small(passage, index)
    if words is None:
        return None
    group = scaled(passage, words)
    if not group.scaled and not group.low % _HUNDRED:
        group.step = Decimal(_HUNDRED)
    return group


def scaled(passage: Passage, numeral: Numeral) -> Numeral:
    """With the magnitudes that follow at once: "ribu", and "ribu triliun" for more than one."""
    last = 0
    while passage.close(numeral.after):
        factor, rough = MAGNITUDES.get(passage.word(numeral.after), (0, False))
        if factor <= last:
            break
        numeral.low, numeral.high = whole(numeral.low * factor), whole(numeral.high * factor)
        numeral.step = whole(numeral.step * factor)
        numeral.factor *= factor
        numeral.scaled, numeral.rough, last = True, numeral.rough or rough, factor
        numeral.after += 1
    return numeral


def _with_decimals(passage: Passage, numeral: Numeral) -> Numeral:
    """With "koma lima", "koma nol lima", "koma dua puluh lima", "koma 6" behind it."""
    index = numeral.after
    if passage.word(index) != "koma" or not (passage.close(index) and passage.close(index + 1)):
        return numeral
    digits, after = _fraction(passage, index + 1)
    if not digits or numeral.scaled or numeral.low != int(numeral.low):
        return numeral
    value = Decimal(f"{int(numeral.low)}.{digits}")
    return Numeral(value, value, step_of(value), after)


def _fraction(passage: Passage, index: int) -> tuple[str, int]:
    written = passage.word(index)
    if passage.number(index):
        plain = written.isdigit() and len(written) <= _LONGEST_FRACTION
        return (written, index + 1) if plain else ("", index)
    after = index
    while after - index < _LONGEST_FRACTION and passage.word(after) in UNITS:
        if after > index and not passage.close(after):
            break
        after += 1
    tens = small(passage, index)
    if tens is not None and tens.after > after:
        return str(tens.low), tens.after
    return "".join(str(UNITS[passage.word(one)]) for one in range(index, after)), after


def _with_half(passage: Passage, numeral: Numeral) -> Numeral:
    """With "setengah" behind it: "satu setengah", "12 setengah"."""
    index = numeral.after
    whole = numeral.step == 1 and not numeral.scaled
    if not whole or passage.word(index) != "setengah" or not passage.close(index):
        return numeral
    value = numeral.low + _HALF
    return Numeral(value, value, _TENTH, index + 1)
