"""A history as a drawing: steps of a strip for choices, a stepped line for quantities.

Drawings are 1000 wide and 100 high, and are stretched to whatever room they get.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from selaras.embeds.timelines import Stretch
from selaras.facts.formats import value_words
from selaras.facts.models import FactType, Kind
from selaras.facts.results import Resolved

QUANTITIES = {Kind.NUMBER, Kind.PERCENTAGE, Kind.MONEY}
WIDTH, HEIGHT, TOP = 1000, 100, 8
NARROWEST = 3  # what was brief stays visible


@dataclass(frozen=True, slots=True)
class Step:
    """A rectangle of a strip."""

    x: int
    width: int
    y: int
    height: int
    tone: int | None


@dataclass(frozen=True, slots=True)
class Mark:
    """What a height of the drawing means."""

    words: str
    tone: int | None = None


@dataclass(frozen=True, slots=True)
class Drawing:
    """`line` and `area` are paths of SVG."""

    steps: list[Step] = field(default_factory=list)
    line: str = ""
    area: str = ""
    marks: list[Mark] = field(default_factory=list)


def drawing_of(fact_type: FactType, stretches: list[Stretch], now: datetime) -> Drawing | None:
    """None for kinds that have no order, and for what began just now."""
    first = stretches[0].start
    whole = (now - first).total_seconds()
    if whole <= 0:
        return None

    def across(at: datetime | None) -> int:
        return round((at - first).total_seconds() * WIDTH / whole) if at else WIDTH

    if fact_type.kind == Kind.CHOICE:
        return _strip(fact_type, stretches, across)
    return _line(fact_type, stretches, across) if fact_type.kind in QUANTITIES else None


def values_in(stretches: Iterable[Stretch]) -> list[Resolved]:
    return [one.resolved for one in stretches if one.resolved is not None]


def _strip(
    fact_type: FactType, stretches: list[Stretch], across: Callable[[datetime | None], int]
) -> Drawing:
    """The higher a choice ranks, the higher its step; named are those that occurred."""
    ranks = sorted(choice.rank for choice in fact_type.choices.all())
    steps = []
    for one in stretches:
        if one.resolved is None:
            continue
        option = one.resolved.value
        x = across(one.start)
        height = round((ranks.index(option.rank) + 1) * HEIGHT / len(ranks))
        width = max(across(one.end) - x, NARROWEST)
        steps.append(Step(x, width, HEIGHT - height, height, option.tone))
    occurred = {one.value for one in values_in(stretches)}
    gravest_first = sorted(occurred, key=lambda option: -option.rank)
    return Drawing(steps, marks=[Mark(option.label, option.tone) for option in gravest_first])


def _line(
    fact_type: FactType, stretches: list[Stretch], across: Callable[[datetime | None], int]
) -> Drawing:
    """With the area down to zero; it breaks off where nothing held."""
    values = values_in(stretches)
    amounts: list[Decimal] = [one.value for one in values]
    low, high = min(*amounts, Decimal(0)), max(*amounts, Decimal(0))
    span = (high - low) or Decimal(1)

    def down(value: Decimal) -> int:
        return TOP + round((high - value) * (HEIGHT - TOP) / span)

    line, area, drawing, zero = "", "", False, down(Decimal(0))
    for one in stretches:
        if one.resolved is None:
            drawing = False
            continue
        x, end, y = across(one.start), across(one.end), down(one.resolved.value)
        line += f"V{y}H{end}" if drawing else f"M{x} {y}H{end}"
        area += f"M{x} {zero}V{y}H{end}V{zero}Z"
        drawing = True
    return Drawing(line=line, area=area, marks=_extremes(fact_type, values))


def _extremes(fact_type: FactType, values: Sequence[Resolved]) -> list[Mark]:
    amounts = [one.value for one in values]
    high, low = (
        value_words(fact_type, value, values[0].reader) for value in (max(amounts), min(amounts))
    )
    if high == low:
        return [Mark(f"tetap {high}")]
    return [Mark(f"tertinggi {high}"), Mark(f"terendah {low}")]
