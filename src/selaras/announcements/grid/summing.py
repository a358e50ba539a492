"""Many mistakes in few sentences: one for each kind, with its lines and some examples."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from selaras.announcements.grid.errors import GridFlaw, Mistake

MOST_EXAMPLES = 3
MOST_SPANS = 6

WORDS: dict[Mistake, str] = {
    Mistake.UNREADABLE: "tidak terbaca",
    Mistake.UNSEPARATED: "kolom tidak terpisah",
    Mistake.NO_REGION: "kolom wilayah tidak ada",
    Mistake.HEADER: "judul kolom",
    Mistake.WIDTH: "jumlah kolom berbeda",
    Mistake.MERGED: "sel gabungan",
    Mistake.UNKNOWN: "wilayah tidak dikenal",
    Mistake.AMBIGUOUS: "wilayah tidak jelas",
    Mistake.CONTRADICTION: "kode dan nama tidak cocok",
    Mistake.TWICE: "wilayah ganda",
    Mistake.TYPE: "jenis fakta tidak dikenal",
    Mistake.SCOPE: "di luar cakupan",
    Mistake.CHOICE: "pilihan yang tidak ada",
    Mistake.FORMAT: "nilai tidak terbaca",
    Mistake.FORMULA: "rumus, bukan nilai",
    Mistake.MISSING: "tanpa nilai, tidak ikut diumumkan",
    Mistake.TOO_MANY: "terlalu banyak",
}


@dataclass(frozen=True, slots=True)
class Example:
    line: int
    problem: str
    remedy: str
    count: int


@dataclass(frozen=True, slots=True)
class Summary:
    """All mistakes of one kind; `lines` as `2–9, 14`, empty where they were typed."""

    mistake: Mistake
    count: int
    lines: str
    examples: list[Example]

    @property
    def words(self) -> str:
        return WORDS[self.mistake]

    @property
    def more(self) -> int:
        """How many mistakes the examples do not tell."""
        return self.count - sum(one.count for one in self.examples)


def summed(flaws: Iterable[GridFlaw]) -> list[Summary]:
    """The kinds in the order of `Mistake`, those that block first."""
    by_kind: dict[Mistake, list[GridFlaw]] = {}
    for flaw in flaws:
        by_kind.setdefault(flaw.mistake, []).append(flaw)
    order = sorted(by_kind, key=lambda kind: (not kind.blocks, [*Mistake].index(kind)))
    return [_summary(kind, by_kind[kind]) for kind in order]


def _summary(kind: Mistake, flaws: Sequence[GridFlaw]) -> Summary:
    alike: dict[str, list[GridFlaw]] = {}
    for flaw in flaws:
        alike.setdefault(flaw.problem, []).append(flaw)
    often = sorted(alike.values(), key=len, reverse=True)[:MOST_EXAMPLES]
    examples = [Example(one[0].line, one[0].problem, one[0].remedy, len(one)) for one in often]
    return Summary(kind, len(flaws), lines_words(flaw.line for flaw in flaws), examples)


def lines_words(lines: Iterable[int]) -> str:
    """`2–9, 14`, with the number of those that are not named."""
    spans: list[list[int]] = []
    for line in sorted({one for one in lines if one}):
        if spans and line == spans[-1][1] + 1:
            spans[-1][1] = line
        else:
            spans.append([line, line])
    named = [f"{top}–{end}" if end > top else str(top) for top, end in spans[:MOST_SPANS]]
    rest = sum(end - top + 1 for top, end in spans[MOST_SPANS:])
    return ", ".join(named) + (f", dan {rest} lainnya" if rest else "")
