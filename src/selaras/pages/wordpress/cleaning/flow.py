"""Running text as a row of styled pieces, written as HTML whose tags always nest."""

import re
from dataclasses import dataclass, replace
from html import escape
from itertools import groupby

from bs4 import Tag

from selaras.pages.wordpress.cleaning.addresses import safe_link
from selaras.pages.wordpress.cleaning.characters import tidied
from selaras.pages.wordpress.cleaning.notes import Notes, shortened

_MARKS = {
    "b": "b", "strong": "b",
    "i": "i", "em": "i", "cite": "i", "dfn": "i", "var": "i",
    "sub": "sub", "sup": "sup",
}  # fmt: skip
_RAISED = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_SPACES = re.compile(r"[ \t\n\f]+")


@dataclass(frozen=True, slots=True)
class Style:
    """How a piece is written: `b`, `i`, `sub`, `sup`, and where it leads.

    Our editor has neither raised nor lowered text: where Unicode has the characters (m², CO₂)
    they are used.
    """

    marks: frozenset[str] = frozenset()
    href: str = ""


PLAIN = Style()


def styled(style: Style, tag: Tag, notes: Notes) -> Style:
    """The style inside this element."""
    mark = _MARKS.get(tag.name)
    if mark:
        return replace(style, marks=style.marks | {mark})
    if tag.name == "a" and not style.href:
        stored = str(tag.get("href") or "")
        href = safe_link(stored)
        if stored and not href and not stored.startswith("#"):
            notes.add(f"Tautan yang tidak aman dibuang: {shortened(tidied(stored))}.")
        return replace(style, href=href)
    return style


class Flow:
    """The text of one paragraph, heading, list item or cell."""

    def __init__(self) -> None:
        self._pieces: list[tuple[str, Style]] = []
        self._spaced = True

    def text(self, text: str, style: Style = PLAIN) -> None:
        """Append; white space collapses as in a browser, line breaks are said by `line_break`."""
        collapsed = _SPACES.sub(" ", _raised(tidied(text), style))
        if self._spaced:
            collapsed = collapsed.removeprefix(" ")
        if collapsed:
            self._pieces.append((collapsed, style))
            self._spaced = collapsed.endswith(" ")

    def line_break(self) -> None:
        if self._pieces and self._pieces[-1][0] != "\n":
            self._pieces.append(("\n", PLAIN))
        self._spaced = True

    @property
    def ends_with_break(self) -> bool:
        return bool(self._pieces) and self._pieces[-1][0] == "\n"

    def plain(self) -> str:
        """The text alone; lines are separated by a line break."""
        lines = "".join(text for text, _ in self._pieces).split("\n")
        return "\n".join(line.strip() for line in lines).strip()

    def html(self, *, marks: bool = True) -> str:
        """The text as HTML, empty where nothing can be seen."""
        if not self.plain():
            return ""
        pieces = self._trimmed()
        linked = groupby(pieces, key=lambda piece: piece[1].href)
        return "".join(
            _linked(href, "".join(_marked(*piece) if marks else _text(piece[0]) for piece in group))
            for href, group in linked
        )

    def _trimmed(self) -> list[tuple[str, Style]]:
        pieces = list(self._pieces)
        while pieces and not pieces[0][0].strip():
            pieces.pop(0)
        while pieces and not pieces[-1][0].strip():
            pieces.pop()
        pieces[0] = (pieces[0][0].lstrip(), pieces[0][1])
        pieces[-1] = (pieces[-1][0].rstrip(), pieces[-1][1])
        return pieces


def _linked(href: str, html: str) -> str:
    if not href or not html.strip():
        return html
    return f'<a href="{escape(href)}">{html}</a>'


def _marked(text: str, style: Style) -> str:
    html = _text(text)
    if not text.strip():
        return html
    for mark in ("i", "b"):
        if mark in style.marks:
            html = f"<{mark}>{html}</{mark}>"
    return html


def _raised(text: str, style: Style) -> str:
    for mark, characters in (("sup", _RAISED), ("sub", _LOWERED)):
        if mark in style.marks and all(ord(character) in characters for character in text):
            return text.translate(characters)
    return text


def _text(text: str) -> str:
    return "<br/>" if text == "\n" else escape(text, quote=False)
