"""The colours of `tokens.css`, read from that sheet itself, and the contrast that they hold."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from selaras.look.colour import TEXT_RATIO, accents, contrast

SHEET = Path(__file__).resolve().parents[1] / "static" / "look" / "css" / "tokens.css"
SHAPE_RATIO = 3.0
GROUNDS = ("paper", "surface", "sunk", "accent-soft")
TONES = (1, 2, 3, 4)

_HEX = r"(#[0-9a-fA-F]{6})"
_DECLARED = re.compile(rf"--([a-z][a-z0-9-]*):\s*(?:light-dark\({_HEX},\s*{_HEX}\)|{_HEX});")
_TONE = re.compile(r'\[data-tone="(\d)"\]\s*\{([^}]*)\}')


@dataclass(frozen=True, slots=True)
class Colour:
    """A token and its value, `#rrggbb`, in both modes."""

    name: str
    light: str
    dark: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A colour on a ground, and the WCAG ratio that is needed there: 4.5 for text, 3 for shapes."""

    front: Colour
    ground: Colour
    needed: float = TEXT_RATIO

    @property
    def light(self) -> float:
        return contrast(self.front.light, self.ground.light)

    @property
    def dark(self) -> float:
        return contrast(self.front.dark, self.ground.dark)

    @property
    def holds(self) -> bool:
        return min(self.light, self.dark) >= self.needed


@lru_cache(maxsize=1)
def colours() -> dict[str, Colour]:
    """All colour tokens by name; those of a severity are called `tone-3`, `fill-3`, `strong-3`."""
    sheet = SHEET.read_text(encoding="utf-8")
    found = {one.name: one for one in _declared(_TONE.sub("", sheet))}
    for tone, block in _TONE.findall(sheet):
        found |= {f"{one.name}-{tone}": Colour(f"{one.name}-{tone}", one.light, one.dark)
                  for one in _declared(block)}  # fmt: skip
    made = accents(found["brand"].light)
    derived = [
        Colour("accent", made.light, made.dark),
        Colour("accent-soft", made.soft_light, made.soft_dark),
        Colour("band", made.band_light, made.band_dark),
    ]
    return found | {one.name: one for one in derived}


def pairs() -> list[Pair]:
    """Every colour of text or of a mark on every ground that it stands on."""
    known = colours()
    texts = [
        Pair(known[front], known[ground])
        for front in ("ink", "muted", "accent")
        for ground in GROUNDS
    ]
    tones = [
        pair
        for tone in TONES
        for pair in (
            Pair(known[f"tone-{tone}"], known[f"fill-{tone}"]),
            Pair(known["on-strong"], known[f"strong-{tone}"]),
        )
    ]
    return [
        *texts,
        Pair(known["on-accent"], known["accent"]),
        Pair(known["on-band"], known["band"]),
        *tones,
        *(Pair(known["edge"], known[ground], SHAPE_RATIO) for ground in GROUNDS),
    ]


def _declared(text: str) -> Iterator[Colour]:
    """Colours in the order of the sheet, so that a later declaration wins as it does there."""
    for name, light, dark, both in _DECLARED.findall(text):
        yield Colour(name, light or both, dark or both)
