"""How texts speak about one type of fact."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from selaras.language.reading.words import word_set


class Stricter(StrEnum):
    """Whether a region may go beyond the official value without contradicting it."""

    NO = ""
    LOWER = "lower"  # a smaller value is stricter: a capacity
    HIGHER = "higher"  # a larger value is stricter: days of quarantine


@dataclass(frozen=True, slots=True)
class Wording:
    """One type of fact with its words. A type without words of its own is read by its label.

    `kind` is one of `facts.models.Kind`; `broadest` and `narrowest` are levels of regions.
    `aliases` name the subject: a statement needs one of them, or, for a choice, a pattern.
    `patterns` say how a choice is written, with `{nilai}` where it stands ("level {nilai}");
    without one its words are enough. `excludes` are words that make it another subject ("remaja",
    "booster"). `choices` maps each value to the words that mean it. `rounded` accepts what a
    reader would round; `several` that more than one value holds at once (two telephone numbers).
    """

    key: str
    label: str
    kind: str
    narrowest: str
    broadest: str = "national"
    inherited: bool = False
    unit: str = ""
    aliases: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rounded: bool = True
    several: bool = False
    stricter: Stricter = Stricter.NO
    mandatory: bool = False

    @property
    def is_limit(self) -> bool:
        """Whether the fact is itself a limit, so that "paling banyak 50" says 50 and not less."""
        return bool(_LIMITS & set(self.label.lower().split()))

    @property
    def is_duration(self) -> bool:
        return self.unit in ("menit", "jam", "hari", "minggu", "bulan", "tahun")


_LIMITS = word_set("""
    maksimal maksimum minimal minimum batas terendah tertinggi
""")
