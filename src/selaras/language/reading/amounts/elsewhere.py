"""Numbers that are not amounts by what stands around them: days, years, times, names.

A number joined to one of these ("Pasal 5 dan 6", "jam 10 pagi - 9 malam") is another of its kind.
"""

from enum import Enum, auto

from selaras.language.reading.amounts.days import (
    DAYTIME,
    is_clock,
    is_day,
    is_law,
    is_year,
    resembles_year,
)
from selaras.language.reading.amounts.labels import is_name
from selaras.language.reading.amounts.nearby import behind
from selaras.language.reading.amounts.passage import Passage
from selaras.language.reading.amounts.quantity import FIRM, Quantity
from selaras.language.reading.amounts.vocabulary import LABELS, MAGNITUDES, is_noun

_JOINTS = frozenset(
    {
        ",", "dan", "&", "-", "hingga", "sampai", "s.d.", "s.d", "s/d", "sd", "atau", "serta",
        ", dan", ", serta", "sampai dengan", "sampai jam", "sampai pukul", "hingga pukul",
        "- jam", "- pukul", "hingga jam", ") dan (", "), (", "), dan (", ") sampai (",
    }
)  # fmt: skip
_LONGEST_JOINT = 16
_HOURS = 24
_DAYS = 31
_LABELS_UP_TO = 20


class Kind(Enum):
    """What a number turns out to be."""

    AMOUNT = auto()
    LABEL = auto()  # level 3: an amount without a unit
    NAME = auto()
    DAY = auto()
    CLOCK = auto()


class Scene:
    """Judges the numbers of a passage in their order."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self._kind = Kind.AMOUNT
        self._end = -1  # position behind the last number
        self._after = -1  # token behind it

    def judge(self, quantity: Quantity) -> Kind:
        """What a number is."""
        kind = self._judged(quantity)
        self._kind, self._end, self._after = kind, quantity.end, quantity.after
        if kind is Kind.CLOCK:
            self._pass_daytime()
        return kind

    def pass_over(self, index: int) -> None:
        """Digits up to this token are no amount by their shape; a number joined to them neither."""
        self._kind, self._after, self._end = Kind.NAME, index, self._passage.tokens[index - 1].end

    def is_label(self, index: int) -> bool:
        """Whether the number at a token stands behind level, kelas, tahap and their like."""
        if behind(self._passage, index, LABELS):
            return True
        if self._kind is not Kind.LABEL:
            return False
        joint = self._joint(self._passage.tokens[index].start)
        following = self._passage.base(index + 1)
        if not joint or following in FIRM or following in MAGNITUDES:
            return False
        return joint != "," or not (self._passage.inline(index + 1) and is_noun(following))

    def _judged(self, quantity: Quantity) -> Kind:
        passage = self._passage
        if quantity.unit in {"%", "IDR", "USD"}:
            return Kind.AMOUNT
        behind_unit = self._after == quantity.first
        if quantity.label:
            day = is_day(passage, quantity, behind_unit=behind_unit)
            named = passage.base(quantity.written) in LABELS  # "lvl2" is one token
            named = named or behind(passage, quantity.written, LABELS)
            return Kind.DAY if day and not named else Kind.LABEL
        if self._continues(quantity):
            return self._kind
        if is_clock(passage, quantity, behind_unit=behind_unit):
            return Kind.CLOCK
        if is_day(passage, quantity, behind_unit=behind_unit) or is_year(passage, quantity):
            return Kind.DAY
        named = is_law(passage, quantity) or is_name(passage, quantity)
        return Kind.NAME if named else Kind.AMOUNT

    def _continues(self, quantity: Quantity) -> bool:
        """Whether it is joined to a number that is no amount, and can be another such."""
        joint = self._joint(quantity.start)
        if self._kind in {Kind.AMOUNT, Kind.LABEL} or not joint:
            return False
        if quantity.scaled or quantity.unit not in {"", "malam"}:
            return False
        if self._kind is Kind.DAY:
            year = resembles_year(self._passage, quantity)
            return year or (joint != "," and quantity.ordinal(_DAYS))
        return quantity.low <= (_HOURS if self._kind is Kind.CLOCK else _LABELS_UP_TO)

    def _joint(self, start: int) -> str:
        """The "dan", "-", "sampai" between the last number and position `start`."""
        if not 0 < start - self._end <= _LONGEST_JOINT:
            return ""
        joint = " ".join(self._passage.lower[self._end : start].split())
        return joint if joint in _JOINTS else ""

    def _pass_daytime(self) -> None:
        """Over "pagi" and "WIB", so that the hour behind them is seen to be joined."""
        for _ in range(2):
            if self._passage.word(self._after) not in DAYTIME:
                return
            self._end = self._passage.tokens[self._after].end
            self._after += 1
