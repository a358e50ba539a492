"""What a site makes of its colour, shown while the colour is chosen."""

from dataclasses import asdict, dataclass
from decimal import ROUND_DOWN, Decimal
from typing import Any

from selaras.language.numbers import format_number
from selaras.look.colour import DARK_GROUNDS, LIGHT_GROUNDS, accents, contrast

ON_BAND = "#fbf8f2"
TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Swatch:
    """One mode: the ground, a text on it, and the band with a text on it; all `#rrggbb`."""

    mode: str
    ground: str
    text: str
    band: str
    on_band: str
    words: str


def swatches(colour: str) -> list[Swatch]:
    """Light and dark. Raises `InvalidColour`."""
    made = accents(colour)
    return [
        _swatch("Terang", LIGHT_GROUNDS[0], made.light, made.band_light),
        _swatch("Gelap", DARK_GROUNDS[0], made.dark, made.band_dark),
    ]


def as_json(colour: str) -> list[dict[str, Any]]:
    return [asdict(swatch) for swatch in swatches(colour)]


def _swatch(mode: str, ground: str, text: str, band: str) -> Swatch:
    # Rounded down: a ratio is never shown better than it is.
    ratio = format_number(Decimal(contrast(text, ground)).quantize(TENTH, ROUND_DOWN))
    return Swatch(mode, ground, text, band, ON_BAND, f"{mode}: kontras teks {ratio} : 1")
