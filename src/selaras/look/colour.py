"""An institution's own colour within the contrast that people need (WCAG 2.2, 1.4.3).

The style sheet clamps lightness and chroma in OKLCH; that keeps the hue, and this module then
proves the ratio in sRGB and moves the lightness further where it is not enough. Formulas: WCAG 2.2
(relative luminance) and CSS Color 4 (OKLCH to sRGB).
"""

import re
from dataclasses import dataclass
from math import atan2, cos, hypot, sin

RGB = tuple[float, float, float]
# Paper, surface and sunk of `tokens.css`; a test compares them.
LIGHT_GROUNDS = ("#fbf8f2", "#fffdf9", "#f2ece1")
DARK_GROUNDS = ("#15191b", "#1c2225", "#242b2e")
ON_BAND = ("#fbf8f2",)
TEXT_RATIO = 4.5
STEP = 0.01
LINEAR_BELOW = 0.0031308  # where sRGB's curve begins, in linear light
_HEX = re.compile(r"#?([0-9a-fA-F]{6})")


class InvalidColour(ValueError):
    """Not a colour written as six hexadecimal digits."""


@dataclass(frozen=True, slots=True)
class Accents:
    """Colours of text and marks, `#rrggbb`, in the light and in the dark mode.

    `light` and `dark` hold 4.5:1 on every ground of their mode and on its soft ground, the bands
    hold it below the text that stands on them.
    """

    light: str
    dark: str
    soft_light: str
    soft_dark: str
    band_light: str
    band_dark: str


def accents(colour: str) -> Accents:
    """The nearest readable colours of the same hue. Raises `InvalidColour`."""
    lightness, chroma, hue = _to_oklch(_rgb(colour))
    soft_light = _hex(_from_oklch(0.945, min(chroma, 0.018), hue))
    soft_dark = _hex(_from_oklch(0.3, min(chroma, 0.03), hue))
    light, dark = (*LIGHT_GROUNDS, soft_light), (*DARK_GROUNDS, soft_dark)
    return Accents(
        light=_readable(min(lightness, 0.42), min(chroma, 0.12), hue, light, -STEP),
        dark=_readable(max(lightness, 0.8), min(chroma, 0.09), hue, dark, STEP),
        soft_light=soft_light,
        soft_dark=soft_dark,
        band_light=_readable(min(lightness, 0.36), min(chroma, 0.1), hue, ON_BAND, -STEP),
        band_dark=_readable(0.29, min(chroma, 0.05), hue, ON_BAND, -STEP),
    )


def contrast(one: str, other: str) -> float:
    """The WCAG contrast ratio of two colours, 1 to 21."""
    lighter, darker = sorted((_luminance(_rgb(one)), _luminance(_rgb(other))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _readable(
    lightness: float, chroma: float, hue: float, grounds: tuple[str, ...], step: float
) -> str:
    """Away from the grounds until the ratio holds; black and white always hold it."""
    while 0 <= lightness <= 1:
        found = _hex(_from_oklch(lightness, chroma, hue))
        if all(contrast(found, ground) >= TEXT_RATIO for ground in grounds):
            return found
        lightness += step
    return "#000000" if step < 0 else "#ffffff"


def _rgb(colour: str) -> RGB:
    match = _HEX.fullmatch(colour)
    if match is None:
        raise InvalidColour(colour)
    digits = match.group(1)
    red, green, blue = (int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4))
    return red, green, blue


def _hex(rgb: RGB) -> str:
    return "#" + "".join(f"{round(min(1, max(0, part)) * 255):02x}" for part in rgb)


def _linear(part: float) -> float:
    return part / 12.92 if part <= LINEAR_BELOW * 12.92 else float(((part + 0.055) / 1.055) ** 2.4)


def _encoded(part: float) -> float:
    part = max(0.0, part)
    return part * 12.92 if part <= LINEAR_BELOW else float(1.055 * part ** (1 / 2.4) - 0.055)


def _luminance(rgb: RGB) -> float:
    red, green, blue = map(_linear, rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _to_oklch(rgb: RGB) -> RGB:
    red, green, blue = map(_linear, rgb)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return lightness, hypot(a, b), atan2(b, a)


def _from_oklch(lightness: float, chroma: float, hue: float) -> RGB:
    a, b = chroma * cos(hue), chroma * sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    red = 4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short
    green = -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short
    blue = -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short
    return _encoded(red), _encoded(green), _encoded(blue)
