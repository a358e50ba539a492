"""Collects the fields of one item after another while the XML streams past."""

import re
from collections.abc import Callable
from datetime import UTC, datetime

from selaras.pages.wordpress.items import WANTED_META, Item, Site, Term, whole_number

_WORDPRESS = re.compile(r"^http://wordpress\.org/export/(\d+\.\d+)/$")
_EXCERPT = re.compile(r"^http://wordpress\.org/export/\d+\.\d+/excerpt/$")
_PREFIXES = {
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://purl.org/dc/elements/1.1/": "dc:",
}
_ITEM_DEPTH = 3  # rss/channel/item


class Collector:
    """A target for an XML parser; keeps no more than the present item.

    `items` holds what was read since it was last emptied, `site` what stood before the items.
    """

    def __init__(self, line: Callable[[], int]) -> None:
        self._line = line
        self._path: list[str] = []
        self._text: list[str] = []
        self._names: dict[str, str] = {}
        self._channel: dict[str, str] = {}
        self._authors: dict[str, str] = {}
        self._login = ""
        self._begin_item()
        self.items: list[Item] = []
        self.site: Site | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = self._name(tag)
        self._path.append(name)
        self._text.clear()
        if name == "item" and len(self._path) == _ITEM_DEPTH:
            self._close_head()
            self._begin_item()
        elif name == "category" and self._in_item():
            self._term = (attributes.get("domain", "category"), attributes.get("nicename", ""))
        elif name == "wp:comment":
            self._comments += 1

    def data(self, text: str) -> None:
        if "wp:comment" not in self._path:
            self._text.append(text)

    def end(self, _tag: str) -> None:
        text = "".join(self._text)
        self._text.clear()
        name = self._path[-1]
        if name == "item" and len(self._path) == _ITEM_DEPTH:
            self.items.append(self._item())
        elif "wp:comment" in self._path:
            pass
        elif self._in_item():
            self._end_of_item_field(name, text)
        else:
            self._end_of_channel_field(name, text)
        self._path.pop()

    def close(self) -> None:
        self._close_head()

    def _name(self, tag: str) -> str:
        known = self._names.get(tag)
        if known is None:
            known = self._names[tag] = _short_name(tag)
        return known

    def _in_item(self) -> bool:
        return len(self._path) > _ITEM_DEPTH and self._path[_ITEM_DEPTH - 1] == "item"

    def _begin_item(self) -> None:
        self._begun_at = self._line()
        self._fields: dict[str, str] = {}
        self._terms: list[Term] = []
        self._meta: dict[str, str] = {}
        self._meta_key = ""
        self._term = ("", "")
        self._comments = 0

    def _end_of_item_field(self, name: str, text: str) -> None:
        if name == "wp:meta_key":
            self._meta_key = text.strip()
        elif name == "wp:meta_value":
            if self._meta_key in WANTED_META:
                self._meta[self._meta_key] = text
        elif name == "category":
            self._terms.append(Term(*self._term, text.strip()))
        elif len(self._path) == _ITEM_DEPTH + 1:
            self._fields[name] = text

    def _end_of_channel_field(self, name: str, text: str) -> None:
        if name == "wp:author_login":
            self._login = text.strip()
        elif name == "wp:author_display_name":
            self._authors[self._login] = text.strip()
        elif len(self._path) == _ITEM_DEPTH:
            self._channel[name] = text.strip()

    def _close_head(self) -> None:
        if self.site is None:
            head = self._channel
            url = head.get("wp:base_blog_url") or head.get("link") or head.get("wp:base_site_url")
            self.site = Site(
                title=head.get("title", ""),
                url=(url or "").rstrip("/"),
                version=head.get("wp:wxr_version", ""),
                authors=self._authors,
            )

    def _item(self) -> Item:
        fields = self._fields
        return Item(
            line=self._begun_at,
            wp_id=whole_number(fields.get("wp:post_id", "")),
            kind=fields.get("wp:post_type", "").strip(),
            status=fields.get("wp:status", "").strip(),
            title=fields.get("title", "").strip(),
            slug=fields.get("wp:post_name", "").strip(),
            link=fields.get("link", "").strip(),
            guid=fields.get("guid", "").strip(),
            creator=fields.get("dc:creator", "").strip(),
            content=fields.get("content:encoded", ""),
            excerpt=fields.get("excerpt:encoded", "").strip(),
            parent=whole_number(fields.get("wp:post_parent", "")),
            attachment_url=fields.get("wp:attachment_url", "").strip(),
            password=fields.get("wp:post_password", ""),
            published_utc=_moment(fields.get("wp:post_date_gmt", ""), utc=True),
            published_local=_moment(fields.get("wp:post_date", ""), utc=False),
            comments=self._comments,
            terms=tuple(self._terms),
            meta=self._meta,
        )


def _short_name(tag: str) -> str:
    """`{http://wordpress.org/export/1.2/}post_id` is `wp:post_id`."""
    space, brace, local = tag.removeprefix("{").rpartition("}")
    if not brace:
        return tag
    if _WORDPRESS.match(space):
        return f"wp:{local}"
    if _EXCERPT.match(space):
        return f"excerpt:{local}"
    return f"{_PREFIXES.get(space, '?:')}{local}"


def _moment(text: str, *, utc: bool) -> datetime | None:
    """WordPress writes `0000-00-00 00:00:00` where it does not know."""
    try:
        found = datetime.strptime(text.strip(), "%Y-%m-%d %H:%M:%S")  # noqa: DTZ007
    except ValueError:
        return None
    return found.replace(tzinfo=UTC) if utc else found
