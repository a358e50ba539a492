"""Goes through the HTML of a text once and builds its parts."""

from typing import TYPE_CHECKING

from bs4 import Tag
from bs4.element import PageElement

from selaras.pages.wordpress.cleaning import pictures, tables
from selaras.pages.wordpress.cleaning.addresses import file_name, video_address, web_address
from selaras.pages.wordpress.cleaning.body import BREAK, Body
from selaras.pages.wordpress.cleaning.flow import PLAIN, Style, styled
from selaras.pages.wordpress.cleaning.inline import (
    BLOCKS,
    classes,
    drop,
    fill,
    text_of,
)
from selaras.pages.wordpress.cleaning.lists import LISTS, list_html
from selaras.pages.wordpress.cleaning.notes import Notes, shortened
from selaras.pages.wordpress.cleaning.quotes import quote
from selaras.pages.wordpress.content import Video

if TYPE_CHECKING:
    from collections.abc import Callable

_FRAMES = ["iframe", "video", "wp-embed"]
_HEADINGS = {"h1": "h2", "h2": "h2", "h3": "h3", "h4": "h3", "h5": "h3", "h6": "h3"}


class Walker:
    """`teaser` is the HTML above the "more" mark, empty where there is none."""

    def __init__(self, notes: Notes) -> None:
        self.body = Body()
        self.teaser = ""
        self._notes = notes
        self._elements: dict[str, Callable[[Tag, Style], None]] = {
            "br": self._line_break,
            "hr": self._separator,
            "img": self._image,
            "figure": self._figure,
            "table": self._table,
            "blockquote": self._blockquote,
            "pre": self._preformatted,
            "iframe": self._frame,
            "video": self._recording,
            "audio": self._recording,
            "wp-embed": self._embedded,
            "wp-gallery": self._listed_gallery,
            "wp-break": self._page_break,
            "wp-more": self._more,
            **dict.fromkeys(LISTS, self._list),
            **dict.fromkeys(_HEADINGS, self._heading),
        }

    def walk(self, node: PageElement, style: Style = PLAIN) -> None:
        text = text_of(node)
        if text is not None:
            self.body.flow.text(text, style)
        if not isinstance(node, Tag):
            return
        if node.name in self._elements:
            self._elements[node.name](node, style)
        elif not _is_repeated_button(node) and not drop(node, self._notes):
            self._other(node, style)

    def _children(self, tag: Tag, style: Style) -> None:
        for child in tag.children:
            self.walk(child, style)

    def _other(self, tag: Tag, style: Style) -> None:
        is_block = tag.name in BLOCKS
        if is_block:
            self.body.end_paragraph()
        if is_block and pictures.GALLERY_CLASSES & classes(tag):
            self._gallery(tag, style)
        else:
            self._children(tag, styled(style, tag, self._notes))
        if is_block:
            self.body.end_paragraph()

    def _line_break(self, _tag: Tag, _style: Style) -> None:
        if self.body.flow.ends_with_break:
            self.body.end_paragraph()
        else:
            self.body.flow.line_break()

    def _separator(self, _tag: Tag, _style: Style) -> None:
        self.body.end_paragraph()

    def _heading(self, tag: Tag, style: Style) -> None:
        self.body.end_paragraph()
        fill(self.body.flow, tag, self._notes, style)
        self.body.end_heading(_HEADINGS[tag.name])
        self._strays(tag)

    def _list(self, tag: Tag, style: Style) -> None:
        if pictures.GALLERY_CLASSES & classes(tag):
            self._gallery(tag, style)
            return
        self.body.add_html(list_html(tag, self._notes))
        self._strays(tag)

    def _strays(self, tag: Tag) -> None:
        """Pictures and videos where only text can stand follow after it."""
        for found in tag.find_all(["img", *_FRAMES]):
            self._elements[found.name](found, PLAIN)

    def _image(self, tag: Tag, style: Style) -> None:
        if not pictures.is_picture(tag):
            fill(self.body.flow, tag, self._notes, style)
            return
        shown = pictures.picture(tag, self._notes)
        if shown is not None:
            self.body.add(shown)

    def _figure(self, tag: Tag, style: Style) -> None:
        found = pictures.pictures_in(tag)
        inner = tag.find("table")
        if isinstance(inner, Tag) and not tables.is_layout(inner):
            self._add_table(inner, pictures.caption_of(tag, self._notes))
        elif len(found) > 1 and not tag.find([*_FRAMES, "blockquote", "table"]):
            self._gallery(tag, style)
        elif len(found) == 1 and not tag.find([*_FRAMES, "blockquote", "table"]):
            shown = pictures.figure(tag, self._notes)
            if shown is not None:
                self.body.add(shown)
        else:
            self.body.end_paragraph()
            self._children(tag, style)
            self.body.end_paragraph()

    def _gallery(self, tag: Tag, style: Style) -> None:
        shown = pictures.gallery(tag, self._notes)
        if shown is None:
            self._children(tag, style)
        else:
            self.body.add(shown)

    def _listed_gallery(self, tag: Tag, _style: Style) -> None:
        self.body.add(pictures.listed_gallery(tag))

    def _table(self, tag: Tag, style: Style) -> None:
        if not tables.is_layout(tag):
            self._add_table(tag, "")
            return
        self.body.end_paragraph()
        self._children(tag, style)
        self.body.end_paragraph()

    def _add_table(self, tag: Tag, caption: str) -> None:
        found = tables.table(tag, self._notes, caption=caption)
        if found is not None:
            self.body.add(found)

    def _blockquote(self, tag: Tag, style: Style) -> None:
        found = quote(tag, self._notes)
        if found is not None:
            self.body.add(found)
            return
        self.body.end_paragraph()
        self._children(tag, style)
        self.body.end_paragraph()

    def _preformatted(self, tag: Tag, style: Style) -> None:
        """Verses and code keep their lines."""
        self.body.end_paragraph()
        for line in tag.get_text().split("\n"):
            self.body.flow.text(line, style)
            self.body.flow.line_break()
        self.body.end_paragraph()
        self._strays(tag)

    def _frame(self, tag: Tag, _style: Style) -> None:
        self._linked_or_video(str(tag.get("data-src") or tag.get("src") or ""), "Bingkai")

    def _embedded(self, tag: Tag, _style: Style) -> None:
        self._linked_or_video(str(tag.get("url") or ""), "")

    def _linked_or_video(self, source: str, what: str) -> None:
        url = web_address(source)
        video = video_address(url)
        if video:
            self.body.add(Video(video))
            return
        if what:
            said = f"dijadikan tautan: {shortened(url)}" if url else "tanpa alamat dibuang"
            self._notes.add(f"{what} {said}.")
        self._link(url, url)

    def _recording(self, tag: Tag, _style: Style) -> None:
        for source in [tag, *tag.find_all("source")]:
            url = web_address(str(source.get("src") or ""))
            if url:
                self._link(url, file_name(url) or url)
                return
        self._notes.add("Rekaman tanpa alamat dibuang.")

    def _link(self, url: str, label: str) -> None:
        self.body.end_paragraph()
        if url:
            self.body.flow.text(label, Style(href=url))
        self.body.end_paragraph()

    def _page_break(self, _tag: Tag, _style: Style) -> None:
        self.body.add(BREAK)

    def _more(self, tag: Tag, style: Style) -> None:
        self.teaser = self.teaser or self.body.text_so_far()
        self._children(tag, style)


def _is_repeated_button(tag: Tag) -> bool:
    """The block editor's files say the same link twice, the second time as a button."""
    return "wp-block-file__button" in classes(tag) or "wp-block-file__embed" in classes(tag)
