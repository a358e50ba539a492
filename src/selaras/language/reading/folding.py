"""A text brought to plain letters, with the way back to where each of them stood.

NFKC with a map: mathematical and full-width letters, ligatures, fractions and exotic digits become
what they look like, invisible characters vanish, and every kind of dash, quote and blank becomes
one. Positions are code points.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_PLAIN: dict[int, str | None] = {
    **dict.fromkeys(map(ord, "‐‑‒–—―−﹣－"), "-"),
    **dict.fromkeys(map(ord, "‘’‚‛′ʼ`´"), "'"),
    **dict.fromkeys(map(ord, "“”„‟″«»"), '"'),
    **dict.fromkeys(map(ord, "\u00a0\u2007\u202f\u2009\u200a\u2002\u2003\u3000"), " "),
    ord("×"): "x",
    **dict.fromkeys(map(ord, "⁰¹²³⁴⁵⁶⁷⁸⁹"), ""),  # marks of footnotes, and squares
    **dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"), ""),
}
_STRANGE = re.compile(r"[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` has plain letters in the case that was written; `lower` the same in small ones.

    Both are equally long. `origins` says where each character stood, or is None where nothing
    moved.
    """

    text: str
    lower: str
    origins: Sequence[int] | None
    length: int

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where the characters from `start` to `end` stand in the text as it was given."""
        if self.origins is None:
            return start, end
        first = self.origins[start] if start < len(self.origins) else self.length
        last = self.origins[end - 1] + 1 if end > start else first
        return first, last


def fold(text: str) -> Folded:
    """The plain form of any text; linear in its length."""
    if text.isascii():
        return Folded(text, text.lower(), None, len(text))
    plain = _STRANGE.sub(lambda match: _folded(match[0]), text)
    if len(plain) == len(text) and all(len(_folded(one)) == 1 for one in set(text)):
        return Folded(plain, _lowered(plain), None, len(text))
    characters: list[str] = []
    origins: list[int] = []
    for position, character in enumerate(text):
        for one in _folded(character):
            characters.append(one)
            origins.append(position)
    plain = "".join(characters)
    return Folded(plain, _lowered(plain), origins, len(text))


@lru_cache(maxsize=4096)
def _folded(character: str) -> str:
    if character.isascii():
        return character
    if (plain := _PLAIN.get(ord(character))) is not None:
        return plain
    folded = unicodedata.normalize("NFKC", character)
    if "\u2044" in folded:  # "2½" is two and a half, not twenty-one halves
        folded = " " + folded.replace("\u2044", "/")
    return "".join(
        str(unicodedata.decimal(one)) if one.isdecimal() else _PLAIN.get(ord(one)) or one
        for one in folded
    )


def _lowered(text: str) -> str:
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(one.lower() if len(one.lower()) == 1 else one for one in text)
