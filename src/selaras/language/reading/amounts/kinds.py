"""What an amount is, and how it can be bounded."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Bound(StrEnum):
    """How an amount is said: 200 orang, sekitar 200, hampir 200, lebih dari 200, minimal 200…"""

    EXACT = "exact"
    ABOUT = "about"  # sekitar, kurang lebih, kira-kira, ± , -an ("40rb-an")
    ALMOST = "almost"  # hampir, nyaris, mendekati: a little less, never more
    MORE_THAN = "more_than"  # lebih dari, di atas, melampaui, melebihi, lebih (after it)
    AT_LEAST = "at_least"  # minimal, paling sedikit, sekurang-kurangnya, mulai dari
    LESS_THAN = "less_than"  # kurang dari, di bawah, belum sampai, tidak sampai, belum mencapai
    AT_MOST = (
        "at_most"  # maksimal, paling banyak, paling lama, hingga (as a limit), tidak lebih dari
    )
    BETWEEN = "between"  # 3 sampai 5 hari, antara 10 dan 20 persen


@dataclass(frozen=True, slots=True)
class Amount:
    """One amount: its place in the folded text, and what it says.

    `start` and `end` span number and unit ("Rp2,1 juta", "61,3 persen", "lima hari", "98%") with
    a bound that follows ("200 orang lebih"), `outset` where its comparator begins (else `start`).
    `low` and `high` are equal but for BETWEEN. `unit` is "%" , "IDR", a duration ("detik",
    "menit", "jam", "hari", "minggu", "bulan", "tahun"), or the noun that follows the number
    ("suara", "orang", "dosis"), or empty. `step` is what the last written digit is worth: 0.1 for
    "58,6", 100000 for "1,2 juta", 1000000 for "tiga juta", 5 for "separuh" and its like.
    `spelled` where words say the number, `roman` where Roman numerals do.
    """

    start: int
    end: int
    outset: int
    low: Decimal
    high: Decimal
    bound: Bound
    unit: str
    step: Decimal
    spelled: bool = False
    roman: bool = False
