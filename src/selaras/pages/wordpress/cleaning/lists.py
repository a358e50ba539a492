"""Lists, also nested."""

from bs4 import Tag
from bs4.element import PageElement

from selaras.pages.wordpress.cleaning.flow import PLAIN, Flow, Style, styled
from selaras.pages.wordpress.cleaning.inline import BLOCKS, drop, fill
from selaras.pages.wordpress.cleaning.notes import Notes

LISTS = {"ul", "ol", "menu"}


def list_html(tag: Tag, notes: Notes) -> str:
    """A list as HTML; empty where none of its items says anything.

    Text and lists that stand in a list outside its items count as items.
    """
    items = "".join(f"<li>{html}</li>" for child in tag.children if (html := _item(child, notes)))
    name = "ol" if tag.name == "ol" else "ul"
    return f"<{name}>{items}</{name}>" if items else ""


def _item(node: PageElement, notes: Notes) -> str:
    flow = Flow()
    nested: list[str] = []
    _write(node, PLAIN, flow, nested, notes)
    return flow.html() + "".join(nested)


def _write(node: PageElement, style: Style, flow: Flow, nested: list[str], notes: Notes) -> None:
    """An item's text goes into the flow, the lists in it stand behind its text."""
    if not isinstance(node, Tag) or node.name in {"br", "img"}:
        fill(flow, node, notes, style)
    elif node.name in LISTS:
        nested.append(list_html(node, notes))
    elif not drop(node, notes):
        inner = styled(style, node, notes)
        if node.name in BLOCKS:
            flow.line_break()
        for child in node.children:
            _write(child, inner, flow, nested, notes)
        if node.name in BLOCKS:
            flow.line_break()
