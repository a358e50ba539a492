"""The running text inside an element, whatever else stands in there."""

from bs4 import Tag
from bs4.element import NavigableString, PageElement, PreformattedString

from selaras.pages.wordpress.cleaning.flow import PLAIN, Flow, Style, styled
from selaras.pages.wordpress.cleaning.notes import Notes

BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "h1", "h2", "h3",
    "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav",
    "ol", "p", "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr", "ul", "wp-classic", "wp-paragraph",
}  # fmt: skip
INVISIBLE = {
    "base", "basefont", "head", "link", "meta", "noframes", "param", "source", "style", "template",
    "title", "track",
}  # fmt: skip
DROPPED = {
    "applet": "Applet", "audio": "Rekaman suara", "button": "Tombol", "canvas": "Kanvas",
    "embed": "Objek sisipan", "form": "Formulir", "frame": "Bingkai", "frameset": "Bingkai",
    "input": "Isian", "math": "Rumus", "object": "Objek sisipan",
    "script": "Skrip", "select": "Isian", "svg": "Gambar SVG", "textarea": "Isian",
}  # fmt: skip
EMOJI_CLASSES = {"emoji", "wp-smiley"}


def text_of(node: PageElement) -> str | None:
    """The text of a text node; None for elements and for what only looks like text."""
    if isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
        return str(node)
    return None


def classes(tag: Tag) -> set[str]:
    return set(tag.get_attribute_list("class"))


def drop(tag: Tag, notes: Notes) -> bool:
    """Whether nothing of this element is shown; what readers would miss is noted."""
    if tag.name in DROPPED:
        notes.add(f"{DROPPED[tag.name]} dibuang.")
        return True
    return tag.name in INVISIBLE


def fill(flow: Flow, node: PageElement, notes: Notes, style: Style = PLAIN) -> None:
    """Write the text inside a node into the flow; blocks in it are separated by line breaks.

    Pictures, frames and nested tables are not text: who fills looks for them first.
    """
    text = text_of(node)
    if text is not None:
        flow.text(text, style)
    if not isinstance(node, Tag) or drop(node, notes):
        return
    if node.name == "br":
        flow.line_break()
    elif node.name == "img" and EMOJI_CLASSES & classes(node):
        flow.text(str(node.get("alt") or ""), style)
    else:
        inner = styled(style, node, notes)
        if node.name in BLOCKS:
            flow.line_break()
        for child in node.children:
            fill(flow, child, notes, inner)
        if node.name in BLOCKS:
            flow.line_break()


def plain(node: Tag, notes: Notes) -> str:
    """The text of an element without any markup; its lines are separated by a line break."""
    flow = Flow()
    fill(flow, node, notes)
    return flow.plain()
