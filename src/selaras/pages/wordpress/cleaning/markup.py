"""From WordPress's stored text to HTML that a parser reads in time that grows with its length.

Block comments (`<!-- wp:… -->`) tell where the block editor's text ends and classic text begins;
in classic text an empty line separates paragraphs. Own elements mark what HTML has no word for:
`wp-classic`, `wp-more`, `wp-break`, `wp-embed`, `wp-gallery`.
"""

import re
from collections.abc import Iterator
from html import escape

from selaras.pages.wordpress.cleaning.notes import Notes, shortened

_BLOCK = re.compile(r"^\s*(/?)wp:([a-z0-9/_-]+)\s*(.*?)\s*(/?)$", re.DOTALL)
_SILENT_BLOCKS = {"spacer", "separator", "nextpage", "more"}
_EMBEDDED_DATA = re.compile(r"data:[\w/+.-]*(?:;[\w=-]+)*,[A-Za-z0-9+/=%]{200,}")
# An ampersand or a "<" that begins nothing is text; left as it is, html.parser would read the
# rest of the document again for each of them.
_LOOSE_AMPERSAND = re.compile(r"&(?!#?\w{1,32};)")
# The quantifiers are possessive: nothing is tried twice.
_LOOSE_BRACKET = re.compile(
    r"""<(?!/?[a-zA-Z](?:[^<>"']++|"[^"]{0,8000}"|'[^']{0,8000}')*+>)(/?[a-zA-Z][^<>]*>)?"""
)
_LONE_ADDRESS = re.compile(
    r"^((?:[ \t]|<wp-classic>|<p(?: [^<>]*)?>)*)"
    r"""(https?://[^\s<>"'\[\]]+)"""
    r"((?:[ \t]|</p>|</wp-classic>)*)$",
    re.MULTILINE,
)


def plain_html(text: str, notes: Notes) -> str:
    """The text with comments turned into elements and with every tag whole."""
    text = _EMBEDDED_DATA.sub("data:,", text)
    html = "".join(_regions(text, notes))

    def mended(match: re.Match[str]) -> str:
        if match[1] is None:
            return "&lt;"
        notes.add(f"Tag yang rusak dibuang: {shortened(match[0])}")
        return ""

    return _LOOSE_BRACKET.sub(mended, _LOOSE_AMPERSAND.sub("&amp;", html))


def embeds_of_lone_addresses(html: str) -> str:
    """An address alone on its line is shown by WordPress as what it leads to."""
    return _LONE_ADDRESS.sub(lambda match: embed_tag(match[2]), html)


def embed_tag(url: str) -> str:
    return f'<wp-embed url="{escape(url)}"></wp-embed>'


def _regions(text: str, notes: Notes) -> Iterator[str]:
    """The text without comments; text outside all blocks stands in `wp-classic`."""
    depth = 0
    classic: list[str] = []
    for kind, piece in _pieces(text):
        if kind == "text":
            if depth:
                yield piece
            else:
                classic.append(piece)
            continue
        block = _BLOCK.match(piece)
        if block is None:
            mark = _mark(piece)
            if depth:
                yield mark
            else:
                classic.append(mark)
            continue
        yield from _closed(classic)
        closing, name, _, void = block.groups()
        if closing:
            depth = max(depth - 1, 0)
        elif void:
            if name not in _SILENT_BLOCKS:
                notes.add(f'Blok "{shortened(name)}" dibuang.')
        else:
            depth += 1
    yield from _closed(classic)


def _closed(classic: list[str]) -> Iterator[str]:
    text = "".join(classic)
    classic.clear()
    if text.strip():
        yield f"<wp-classic>{text}</wp-classic>"


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Texts and comments in turn; a comment that never ends is text without its mark."""
    position = 0
    while (start := text.find("<!--", position)) >= 0:
        end = text.find("-->", start + 4)
        if end < 0:
            break
        yield "text", text[position:start]
        yield "comment", text[start + 4 : end]
        position = end + 3
    yield "text", text[position:].replace("<!--", "")


def _mark(comment: str) -> str:
    word = comment.strip()
    if word == "nextpage":
        return "<wp-break></wp-break>"
    if word == "more" or word.startswith("more "):
        return "<wp-more></wp-more>"
    return ""
