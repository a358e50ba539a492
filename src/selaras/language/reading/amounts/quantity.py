"""A number with its unit, before ranges and bounds are looked at."""

from dataclasses import dataclass
from decimal import Decimal

from selaras.language.reading.amounts.vocabulary import COUNTED, DURATIONS, MEASURES

FIRM = frozenset({"%", "IDR", "USD", *DURATIONS.values(), *COUNTED, *MEASURES})


@dataclass(slots=True)
class Quantity:
    """A number and its unit, from token `first` to token `after` (excluded).

    `written` is the index of the number itself, `first` may be a "Rp" before it. A `label` stands
    behind level, kelas, tahap and their like, and takes no unit.
    """

    first: int
    written: int
    after: int
    start: int
    end: int
    low: Decimal
    high: Decimal
    step: Decimal
    unit: str = ""
    scaled: bool = False
    factor: int = 1
    rough: bool = False
    spelled: bool = False
    roman: bool = False
    label: bool = False

    @property
    def firm(self) -> bool:
        """Whether magnitude or unit leave no doubt that it counts or measures."""
        return self.scaled or self.unit in FIRM

    def ordinal(self, limit: int) -> bool:
        """Whether it is a whole number from 1 to `limit`, as labels and days are."""
        return 1 <= self.low <= limit and self.step == 1
