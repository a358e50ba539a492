"""Every number of a text with its unit, without those that are no amounts."""

from collections.abc import Iterator
from decimal import Decimal

from selaras.language.reading.amounts.digits import value_of
from selaras.language.reading.amounts.elsewhere import Kind, Scene
from selaras.language.reading.amounts.numeral import Numeral, whole
from selaras.language.reading.amounts.numerals import (
    scaled,
    spelled,
    with_digits,
)
from selaras.language.reading.amounts.passage import Passage
from selaras.language.reading.amounts.quantity import Quantity
from selaras.language.reading.amounts.shapes import beyond_shape
from selaras.language.reading.amounts.shares import share, span_of_one
from selaras.language.reading.amounts.units import (
    Before,
    Unit,
    before,
    percent_follows,
    unit_behind,
)
from selaras.language.reading.amounts.vocabulary import (
    COUNTED,
    DURATIONS,
    LABELS,
    MAGNITUDES,
    MEASURES,
    OPENERS,
    ROMAN,
    ROMAN_RANGES,
    RUPIAH,
    SPANS,
    UNITS,
)

_GLUED = "level"  # "lvl2" is a level; "kelas2" may as well be kelas-kelas
_WORDS = OPENERS | SPANS.keys() | {_GLUED}
_WHOLE = 100
_DIGITS = 3
_FIFTH = Decimal(5)
_CENT = Decimal("0.01")
# Of these there is half of one; of warga and sasaran there is half of all.
_DIVISIBLE = frozenset({"%", "IDR", *DURATIONS.values(), *MEASURES})


def quantities(passage: Passage) -> Iterator[Quantity]:
    """All that count or measure something, in their order."""
    scene = Scene(passage)
    passed = 0
    for index, token in enumerate(passage.tokens):
        if index < passed or not (token.number or token.base in _WORDS):
            continue
        quantity, passed = _at(passage, scene, index)
        if quantity is not None:
            yield quantity


def _at(passage: Passage, scene: Scene, index: int) -> tuple[Quantity | None, int]:
    """The quantity that starts at a token, if there is one, and the token to go on with."""
    token = passage.tokens[index]
    if token.number:
        quantity, after = _in_digits(passage, scene, index)
    elif token.word in SPANS:
        quantity, after = _one(passage, index), index + 1
    elif token.base == _GLUED:
        quantity, after = _glued(passage, index), index + 1
    elif (written := passage.written(index)) in ROMAN or written in ROMAN_RANGES:
        quantity, after = _roman(passage, scene, index), index + 1
    elif part := share(passage, index):
        quantity, after = _part(passage, index, part), part.after
    else:
        quantity, after = _in_words(passage, scene, index)
    if quantity is None:
        return None, after
    kind = scene.judge(quantity)
    after = max(after, quantity.after)
    return (quantity if kind in {Kind.AMOUNT, Kind.LABEL} else None), after


def _in_digits(passage: Passage, scene: Scene, index: int) -> tuple[Quantity | None, int]:
    after = beyond_shape(passage, index)
    if after > index:
        scene.pass_over(after)
        return None, after
    if _is_torn(passage, index):
        scene.pass_over(index + 2)
        return None, index + 2
    around = before(passage, index)
    money = around.currency == "IDR"
    value = _value(passage, index, money=money)
    if value is None:
        scene.pass_over(index + 1)
        return None, index + 1
    numeral = _with_suffix(passage, with_digits(passage, index, value, money=money))
    numeral = _times_a_day(passage, _said_twice(passage, numeral))
    return _measured(passage, scene, around, index, numeral), numeral.after


def _is_torn(passage: Passage, index: int) -> bool:
    """Whether a blank tore decimals off: "51, 42 persen" may be one number or two."""
    if passage.gap(index + 1) != ", " or not passage.number(index + 1):
        return False
    short = len(passage.word(index)) <= _DIGITS and len(passage.word(index + 1)) <= _DIGITS
    if not short or passage.base(index - 1) in LABELS or passage.number(index - 1):
        return False
    end = passage.tokens[index + 1].end
    scaled = passage.close(index + 2) and passage.word(index + 2) in MAGNITUDES
    return scaled or percent_follows(passage, index + 2, end)


def _value(passage: Passage, index: int, *, money: bool) -> Decimal | None:
    token = passage.tokens[index]
    following = passage.base(index + 1) if passage.close(index + 1) else ""
    return value_of(
        token.word,
        percent=percent_follows(passage, index + 1, token.end),
        money=money or following in RUPIAH,
        counted=following in COUNTED,
        measured=following in MAGNITUDES or following in DURATIONS or following in MEASURES,
    )


def _with_suffix(passage: Passage, numeral: Numeral) -> Numeral:
    """With "-an" behind digits, which makes them rough: "40-an"."""
    index = numeral.after
    if passage.word(index) == "an" and passage.gap(index) in {"", "-"}:
        numeral.rough = True
        numeral.after += 1
    return numeral


def _said_twice(passage: Passage, numeral: Numeral) -> Numeral:
    """With the same number in words behind it, as in regulations: 5 (lima) hari."""
    index = numeral.after
    if passage.gap(index) not in {" (", "("}:
        return numeral
    words = spelled(passage, index)
    if words is None or (words.low, words.high) != (numeral.low, numeral.high):
        return numeral
    if passage.character(passage.tokens[words.after - 1].end) == ")":
        numeral.after, numeral.bracketed = words.after, True
    return numeral


def _times_a_day(passage: Passage, numeral: Numeral) -> Numeral:
    """3 x 24 jam are 72 hours; its last digit stands for a day."""
    index = numeral.after
    if passage.word(index) not in {"x", "kali"} or passage.word(index + 1) != "24":
        return numeral
    if passage.word(index + 2) != "jam" or not passage.close(index + 2):
        return numeral
    day = Decimal(24)
    return Numeral(numeral.low * day, numeral.high * day, numeral.step * day, index + 2)


def _in_words(passage: Passage, scene: Scene, index: int) -> tuple[Quantity | None, int]:
    numeral = spelled(passage, index)
    if numeral is None:
        return None, index + 1
    after = numeral.after
    while passage.word(after) in UNITS and passage.close(after):
        after += 1
    if after > numeral.after:  # digits read out one by one
        scene.pass_over(after)
        return None, after
    quantity = _measured(passage, scene, before(passage, index), index, numeral)
    quantity.spelled = True
    return quantity, numeral.after


def _measured(
    passage: Passage, scene: Scene, around: Before, index: int, numeral: Numeral
) -> Quantity:
    """A numeral with what stands around it."""
    end = passage.tokens[numeral.after - 1].end + numeral.bracketed
    short = not numeral.scaled and numeral.step == 1 and numeral.high < _WHOLE
    label = short and not around.currency and scene.is_label(index)
    unit = unit_behind(passage, numeral.after, end, currency=around.currency, label=label)
    low, high = numeral.low, numeral.high
    if around.negative and (low or high):
        low, high = high.copy_negate(), low.copy_negate()
    return Quantity(
        around.first, index, unit.after, around.start, unit.end, low, high, numeral.step,
        unit.name, scaled=numeral.scaled, factor=numeral.factor,
        rough=numeral.rough or unit.rough, label=label,
    )  # fmt: skip


def _part(passage: Passage, index: int, part: Numeral) -> Quantity:
    """Setengah juta, setengah jam, or separuh of something, which is a percentage."""
    numeral = scaled(passage, part)
    start, end = passage.tokens[index].start, passage.tokens[numeral.after - 1].end
    unit = unit_behind(passage, numeral.after, end, currency="", label=False)
    low, step = numeral.low, numeral.step
    if not numeral.scaled and unit.name not in _DIVISIBLE:
        low, step = whole((low * _WHOLE).quantize(_CENT)), _FIFTH
        unit = Unit("%", end, numeral.after)
    return Quantity(
        index, index, unit.after, start, unit.end, low, low, step, unit.name,
        scaled=numeral.scaled, rough=numeral.rough, spelled=True,
    )  # fmt: skip


def _one(passage: Passage, index: int) -> Quantity | None:
    """Selama seminggu."""
    unit = span_of_one(passage, index)
    token, one = passage.tokens[index], Decimal(1)
    if not unit:
        return None
    return Quantity(
        index, index, index + 1, token.start, token.end, one, one, one, unit, spelled=True
    )


def _glued(passage: Passage, index: int) -> Quantity | None:
    """The 2 of "lvl2", which looks as if it doubled the word."""
    end, two = passage.tokens[index].end, Decimal(2)
    if passage.character(end - 1) != "2":
        return None
    return Quantity(index, index, index + 1, end - 1, end, two, two, Decimal(1), label=True)


def _roman(passage: Passage, scene: Scene, index: int) -> Quantity | None:
    """Level IV, kelas III; nowhere else are such letters a number."""
    if not scene.is_label(index):
        return None
    token = passage.tokens[index]
    written = passage.written(index)
    value = ROMAN.get(written, 0)
    low, high = ROMAN_RANGES.get(written, (value, value))
    return Quantity(
        index, index, index + 1, token.start, token.end, Decimal(low), Decimal(high), Decimal(1),
        roman=True, label=True,
    )  # fmt: skip
