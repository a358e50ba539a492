"""A checked row as the grid shows it: what it changes against today, or what is wrong."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from selaras.announcements.changes import Change
from selaras.announcements.grid.checking import CheckedRow
from selaras.announcements.grid.errors import Mistake
from selaras.announcements.presentation import MOVEMENT_WORDS
from selaras.facts.formats import value_words
from selaras.facts.results import Key, Resolved, key_of

WRONG = "wrong"
ELSEWHERE = frozenset({Mistake.TWICE, Mistake.SCOPE, Mistake.TYPE, Mistake.WIDTH})


@dataclass(frozen=True)
class Mark:
    """`mark` is new, same, up, down, changed, wrong, or empty where there is no value.

    A row that has no cell of its own in the grid, because its region is not clear or has one
    already, is `stray`. `before` is the value of today in words.
    """

    checked: CheckedRow
    before: str
    after: str
    mark: str

    @property
    def code(self) -> str:
        return self.checked.region.pk if self.checked.region else ""

    @property
    def label(self) -> str:
        return self.checked.fact_type.label if self.checked.fact_type else self.checked.row.type_key

    @property
    def stray(self) -> bool:
        kinds = {flaw.mistake for flaw in self.checked.flaws}
        return not self.checked.region or not self.checked.fact_type or bool(kinds & ELSEWHERE)

    @property
    def word(self) -> str:
        return word_of(self.mark)

    @cached_property
    def problem(self) -> str:
        return " ".join(f"{one.problem} {one.remedy}".strip() for one in self.checked.flaws)


def word_of(mark: str) -> str:
    return _("keliru") if mark == WRONG else str(MOVEMENT_WORDS.get(mark, ""))


def marks_of(rows: Sequence[CheckedRow], held: Mapping[Key, Resolved]) -> list[Mark]:
    return [_mark(row, held) for row in rows]


def _mark(checked: CheckedRow, held: Mapping[Key, Resolved]) -> Mark:
    fact_type, region = checked.fact_type, checked.region
    now = held.get(key_of(fact_type, region.pk)) if fact_type and region else None
    fact = checked.fact
    if fact:
        change = Change.between(fact.fact_type, fact.region, now.value if now else None, fact.value)
        return Mark(checked, change.before or "", change.after, change.movement)
    blocks = any(flaw.mistake.blocks for flaw in checked.flaws)
    return Mark(checked, words_now(now), "", WRONG if blocks else "")


def words_now(now: Resolved | None) -> str:
    return value_words(now.fact_type, now.value, now.reader) if now else ""


def tally_of(marks: Iterable[Mark]) -> str:
    """`514 nilai: 12 naik, 3 turun, 2 keliru`."""
    counts = Counter(one.mark for one in marks if one.mark)
    total = _("%(count)d nilai") % {"count": counts.total()}
    parts = [f"{counts[one]} {word_of(one)}" for one in (*MOVEMENT_WORDS, WRONG) if counts[one]]
    return f"{total}: {', '.join(parts)}" if parts else total
