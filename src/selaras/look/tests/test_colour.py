"""Whatever colour an institution chooses, everything on its site can be read."""

import random
import re

import pytest
from django.test import Client

from selaras.look.colour import (
    DARK_GROUNDS,
    LIGHT_GROUNDS,
    TEXT_RATIO,
    Accents,
    InvalidColour,
    accents,
    contrast,
)
from selaras.look.style.palette import colours, pairs

# Fixed, so that a failure can be repeated; the extremes are added by name.
CHOICES = [f"#{random.Random(seed).randrange(1 << 24):06x}" for seed in range(500)]  # noqa: S311
EXTREMES = ["#000000", "#ffffff", "#ffff00", "#00ff00", "#ff00ff", "#00ffff", "#0000ff", "#808080"]


def lowest(fronts: list[str], grounds: list[str]) -> float:
    return min(contrast(front, ground) for front in fronts for ground in grounds)


def ratios(made: Accents) -> dict[str, float]:
    """The lowest ratio of each use of a colour, over both modes."""
    known = colours()
    light, dark = [*LIGHT_GROUNDS, made.soft_light], [*DARK_GROUNDS, made.soft_dark]
    words = [known["ink"], known["muted"]]
    return {
        "accent": min(lowest([made.light], light), lowest([made.dark], dark)),
        "button": min(
            contrast(known["on-accent"].light, made.light),
            contrast(known["on-accent"].dark, made.dark),
        ),
        "band": lowest([known["on-band"].light], [made.band_light, made.band_dark]),
        "text on the soft ground": min(
            lowest([word.light for word in words], [made.soft_light]),
            lowest([word.dark for word in words], [made.soft_dark]),
        ),
    }


@pytest.mark.parametrize("use", ["accent", "button", "band", "text on the soft ground"])
def test_any_colour_is_made_readable_in_both_modes(use: str) -> None:
    poor = {
        colour: round(ratio, 2)
        for colour in CHOICES + EXTREMES
        if (ratio := ratios(accents(colour))[use]) < TEXT_RATIO
    }
    assert poor == {}


def test_a_readable_colour_keeps_its_hue() -> None:
    made = accents("#0d5566")
    assert made.light == "#0d5566"


def test_what_is_not_a_colour_is_refused() -> None:
    for written in ("", "red", "#12345", "#1234567", "#gggggg", "0d5566;}"):
        with pytest.raises(InvalidColour):
            accents(written)


def test_contrast_is_that_of_the_wcag() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


def test_the_grounds_are_those_of_the_style_sheet() -> None:
    known = [colours()[name] for name in ("paper", "surface", "sunk")]
    assert tuple(one.light for one in known) == LIGHT_GROUNDS
    assert tuple(one.dark for one in known) == DARK_GROUNDS


def test_every_pair_of_the_style_sheet_holds_its_ratio() -> None:
    failing = [(pair.front.name, pair.ground.name) for pair in pairs() if not pair.holds]
    assert failing == []


def test_the_sheet_of_a_colour_says_what_was_computed(country: None) -> None:
    made = accents("#b5651d")
    response = Client().get("/warna/b5651d.css", headers={"host": "kota-bandung.localhost"})
    sheet = response.content.decode()
    assert response.headers["Content-Type"].startswith("text/css")
    assert f"--accent:light-dark({made.light},{made.dark})" in sheet
    assert f"--accent-soft:light-dark({made.soft_light},{made.soft_dark})" in sheet
    assert f"--band:light-dark({made.band_light},{made.band_dark})" in sheet


@pytest.mark.parametrize("digits", ["b5651", "b5651dd", "B5651D", "b5651g", "b5651d;"])
def test_only_six_digits_are_a_sheet(country: None, digits: str) -> None:
    path = f"/warna/{digits}.css"
    assert Client().get(path, headers={"host": "kota-bandung.localhost"}).status_code == 404


def test_every_colour_token_of_the_sheets_is_declared() -> None:
    """A misspelt token would silently show nothing."""
    from selaras.look.style.palette import SHEET

    sheets = {path: path.read_text(encoding="utf-8") for path in SHEET.parent.glob("*.css")}
    declared = {name for text in sheets.values() for name in re.findall(r"(--[\w-]+)\s*:", text)}
    used = {name for text in sheets.values() for name in re.findall(r"var\((--[\w-]+)", text)}
    assert used - declared == set()
