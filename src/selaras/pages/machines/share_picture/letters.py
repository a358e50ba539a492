"""What the built-in font of Pillow can draw: basic Latin and a little punctuation."""

import unicodedata
from functools import cache

from anyascii import anyascii
from PIL import ImageFont

# Symbols, signs that change others, and what Unicode has not named: emoji are made of these.
_DROPPED = {"So", "Sk", "Cs", "Co", "Cn", "Cc", "Cf", "Me"}
_PROBE = 24


def drawable(text: str) -> str:
    """The text in letters that the font has: other scripts in Latin letters, no emoji."""
    composed = unicodedata.normalize("NFC", text)
    return " ".join("".join(map(_drawn, composed)).split())


@cache
def font(size: int) -> ImageFont.FreeTypeFont:
    """The font that comes with Pillow (Aileron). Size in pixels."""
    found = ImageFont.load_default(size)
    if not isinstance(found, ImageFont.FreeTypeFont):
        raise RuntimeError("Pillow was built without FreeType")
    return found


@cache
def _drawn(character: str) -> str:
    """Characters are many, those in headlines few: what was found out is kept."""
    if character.isspace():
        return " "
    if _has_glyph(character):
        return character
    if unicodedata.category(character) in _DROPPED:
        return ""
    return "".join(letter for letter in anyascii(character) if letter.isprintable())


def _has_glyph(character: str) -> bool:
    """Every missing character is drawn as the same box, also this one, which never exists."""
    return _mask(character) != _mask("\uffff")


@cache
def _mask(character: str) -> tuple[tuple[int, int], bytes]:
    mask = font(_PROBE).getmask(character)
    return mask.size, bytes(mask)
