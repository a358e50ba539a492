"""From the parts of a text to the value of a page's body, with links that lead to what is here."""

import re
from collections import Counter
from collections.abc import Iterator
from html import escape, unescape
from typing import Any

from selaras.media.models import File, Picture
from selaras.pages.wordpress import content
from selaras.pages.wordpress.cleaning.characters import cut
from selaras.pages.wordpress.cleaning.notes import shortened
from selaras.pages.wordpress.library import Library
from selaras.pages.wordpress.oldsite import OldSite
from selaras.pages.wordpress.records import Records
from selaras.pages.wordpress.redirects import address_of

_LINK = re.compile(r'<a href="([^"]*)">')
MOST_BREAKS = 20
LONGEST_CAPTION = 300
LONGEST_TITLE = 200
LONGEST_GALLERY_TITLE = 120
LONGEST_ALT = 255
FEWEST_IN_GALLERY = 2

Block = dict[str, Any]


class Builder:
    """Builds bodies; `notes` and `links` tell what could not be kept of the present one."""

    def __init__(self, *, library: Library, old: OldSite, records: Records) -> None:
        self._library = library
        self._old = old
        self._records = records
        self.notes: list[str] = []
        self.links: Counter[str] = Counter()

    def body(self, parts: tuple[content.Part, ...], *, post: int, title: str) -> list[Block]:
        """The stored form of a body. `title` names tables and videos that have no name."""
        self.notes, self.links = [], Counter()
        blocks: list[Block] = []
        breaks = 0
        for part in parts:
            if isinstance(part, content.PageBreak):
                breaks += 1
                if breaks > MOST_BREAKS:
                    continue
            blocks += self._blocks(part, post, title)
        if breaks > MOST_BREAKS:
            self.notes.append(f"Hanya {MOST_BREAKS} dari {breaks} batas halaman yang dipakai.")
        return _without_needless_breaks(blocks)

    def _blocks(self, part: content.Part, post: int, title: str) -> Iterator[Block]:
        match part:
            case content.Paragraph(html):
                yield {"type": "paragraph", "value": self._linked(html)}
            case content.Quote(text, source):
                yield {"type": "quote", "value": {"text": text, "source": source}}
            case content.Picture():
                value = self._picture(part)
                if value is not None:
                    yield {"type": "picture", "value": value}
            case content.Gallery():
                yield from self._gallery(part, post)
            case content.Table():
                yield {"type": "table", "value": self._table(part, title)}
            case content.Video(url):
                yield {"type": "video", "value": {"url": url, "title": cut(title, LONGEST_TITLE)}}
            case content.PageBreak():
                yield {"type": "page_break", "value": {"title": ""}}

    def _picture(self, part: content.Picture) -> dict[str, Any] | None:
        found = self._library.find(part.attachment, part.url)
        if not isinstance(found, Picture):
            where = shortened(part.url) or f"nomor {part.attachment}"
            self.notes.append(f"Gambar tidak ada di sini: {where}.")
            return None
        return _shown(found, alt=part.alt, caption=part.caption)

    def _gallery(self, part: content.Gallery, post: int) -> Iterator[Block]:
        if part.pictures:
            found = [self._picture(picture) for picture in part.pictures]
        else:
            found = [_shown(picture) for picture in self._library.pictures_of(post)]
        values = [value for value in found if value is not None]
        if len(values) >= FEWEST_IN_GALLERY:
            name = cut(part.caption, LONGEST_GALLERY_TITLE)
            yield {"type": "gallery", "value": {"title": name, "pictures": values}}
            return
        for value in values:
            yield {"type": "picture", "value": value}

    def _table(self, part: content.Table, title: str) -> dict[str, Any]:
        """A column is rich where one of its cells is more than words."""
        rows = part.rows[1:] if part.header else part.rows
        heads = part.rows[0] if part.header else ("",) * len(part.rows[0])
        rich = [any("<" in row[place] for row in rows) for place in range(len(heads))]
        return {
            "caption": cut(part.caption or title, LONGEST_TITLE),
            "table": {
                "caption": "",
                "columns": [
                    {"type": "rich" if is_rich else "text", "heading": _words(head)}
                    for is_rich, head in zip(rich, heads, strict=True)
                ],
                "rows": [
                    {"values": [
                        f"<p>{self._linked(cell)}</p>" if is_rich else _words(cell)
                        for is_rich, cell in zip(rich, row, strict=True)
                    ]}
                    for row in rows
                ],
            },
        }  # fmt: skip

    def _linked(self, html: str) -> str:
        return _LINK.sub(lambda match: self._link(unescape(match[1])), html)

    def _link(self, href: str) -> str:
        """The opening tag of a link to what an address of the old site has become."""
        if self._old.local(href) is None:
            return f'<a href="{escape(href)}">'
        number = self._old.item_at(href)
        if self._old.has_page(number):
            row = self._records.get(str(number))
            page = row.page_id if row else 0
            if page is not None:
                return f'<a linktype="page" id="{page}">'
        found = self._library.find(number, href)
        if isinstance(found, File):
            return f'<a linktype="document" id="{found.pk}">'
        if isinstance(found, Picture):
            return f'<a href="{escape(address_of(found))}">'
        address = self._old.absolute(href)
        self.links[address] += 1
        return f'<a href="{escape(address)}">'


def _shown(picture: Picture, *, alt: str = "", caption: str = "") -> dict[str, Any]:
    said = alt or picture.description or caption
    return {
        "image": {"image": picture.pk, "alt_text": cut(said, LONGEST_ALT), "decorative": False},
        "caption": cut(caption, LONGEST_CAPTION),
    }


def _words(cell: str) -> str:
    """A cell without markup."""
    return unescape(re.sub(r"<br/>", " ", re.sub(r"</?(?:a|b|i)\b[^>]*>", "", cell)))


def _without_needless_breaks(blocks: list[Block]) -> list[Block]:
    """Breaks only between blocks: what stood beside one may have been left out."""
    kept: list[Block] = []
    for block in blocks:
        if block["type"] != "page_break" or (kept and kept[-1]["type"] != "page_break"):
            kept.append(block)
    while kept and kept[-1]["type"] == "page_break":
        kept.pop()
    return kept
