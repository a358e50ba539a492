"""Why a result stands where it does: the parts of its score, and what sets it lower."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from selaras.search.found import Result
from selaras.search.signals import SIGNALS

LABELS = {one.name: one.label for one in SIGNALS}
MEANINGS = {one.name: one.meaning for one in SIGNALS}
NOTHING = 0.0005  # what is less is shown as 0,000


@dataclass(frozen=True, slots=True)
class Part:
    """`width` is in hundredths of the greatest part of all results; `less` for what takes away."""

    label: str
    meaning: str
    value: float
    width: float
    less: bool


@dataclass(frozen=True, slots=True)
class Explained:
    """`below` says in words what sets it below the result above it; empty for the first."""

    place: int
    result: Result
    parts: Sequence[Part]
    below: str


def explained(results: Sequence[Result], first: int = 1) -> list[Explained]:
    """Each result with its parts, the greatest first; `first` is the place of the first."""
    greatest = max((abs(part) for one in results for part in one.scored.parts.values()), default=0)
    above = [None, *results[:-1]] if results else []
    return [
        Explained(
            place=place,
            result=one,
            parts=list(_parts(one.scored.parts, greatest)),
            below=_below(one, other, place) if other else "",
        )
        for place, (one, other) in enumerate(zip(results, above, strict=True), start=first)
    ]


def _parts(parts: Mapping[str, float], greatest: float) -> Iterator[Part]:
    for name, value in sorted(parts.items(), key=lambda pair: (-abs(pair[1]), pair[0])):
        if abs(value) >= NOTHING:
            width = round(100 * abs(value) / greatest, 1)
            label = LABELS.get(name, name)
            yield Part(label, MEANINGS.get(name, ""), value, width, value < 0)


def _below(one: Result, other: Result, place: int) -> str:
    mine, theirs = one.scored.parts, other.scored.parts
    lacks = {name: theirs.get(name, 0) - mine.get(name, 0) for name in theirs.keys() | mine.keys()}
    name, most = max(lacks.items(), key=lambda pair: (pair[1], pair[0]), default=("", 0.0))
    if most < NOTHING:
        return ""
    what = LABELS.get(name, name).lower()
    return f"Di bawah nomor {place - 1} terutama karena {what}: lebih kecil {_number(most)}."


def _number(value: float) -> str:
    return f"{value:.3f}".replace(".", ",")
