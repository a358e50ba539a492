"""Addresses of the old site: which item, or which upload, one of them leads to."""

import re
from urllib.parse import SplitResult, parse_qs, unquote, urljoin, urlsplit

from selaras.pages.wordpress.items import whole_number
from selaras.pages.wordpress.scanning import Overview

UPLOADS = "/wp-content/uploads/"
# A proxy of WordPress.com that shows pictures of other sites: i0.wp.com/host/path
_PICTURE_PROXY = re.compile(r"^i\d\.wp\.com$")
_SIZE = re.compile(r"-(?:\d{1,5}x\d{1,5}|scaled|e\d{9,13}|rotated)(?=\.[a-z0-9]{2,5}$)", re.I)


def split(url: str) -> SplitResult | None:
    """The parts of an address; None for what only looks like one."""
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 -- reading it raises for a port that is none
    except ValueError:
        return None
    return parts


def bare_host(host: str | None) -> str:
    return (host or "").lower().removeprefix("www.")


class OldSite:
    """Answers questions about addresses of the old site."""

    def __init__(self, overview: Overview) -> None:
        base = split(overview.site.url)
        self.host = bare_host(base.hostname if base else None)
        self.port = base.port if base else None
        self._by_path = {
            path: number
            for number, entry in overview.entries.items()
            if (path := self.path_of(entry.link))
        }
        self._media_pages = {
            path: number
            for number, item in overview.media.items()
            if (path := self.path_of(item.link))
        }
        self._by_upload = {
            path: number
            for number, item in overview.media.items()
            if (path := item.meta.get("_wp_attached_file") or self.upload_path(item.attachment_url))
        }
        self._overview = overview

    def local(self, href: str) -> SplitResult | None:
        """The parts of an address if it lies on the old site."""
        parts = split(href)
        if parts is None or parts.scheme not in {"", "http", "https"}:
            return None
        if _PICTURE_PROXY.match(parts.netloc):
            parts = split(f"//{parts.path.lstrip('/')}")
        if parts is None or (parts.netloc and bare_host(parts.hostname) != self.host):
            return None
        return parts

    def has_page(self, number: int) -> bool:
        """Whether a number is that of a post or a page that comes along."""
        return number in self._overview.entries

    def absolute(self, href: str) -> str:
        return urljoin(f"{self._overview.site.url}/", href)

    def path_of(self, href: str) -> str:
        """The decoded path of an address on the old site, without its last slash."""
        parts = self.local(href)
        return unquote(parts.path).rstrip("/") if parts else ""

    def upload_path(self, href: str) -> str:
        """`2021/09/foto.jpg` for an address inside the old site's uploads, else empty."""
        path = self.path_of(href)
        return path.partition(UPLOADS)[2] if UPLOADS in path else ""

    def item_at(self, href: str) -> int:
        """The number of the post, page or attachment at an address; 0 for none."""
        parts = self.local(href)
        if parts is None:
            return 0
        path = unquote(parts.path).rstrip("/")
        asked = parse_qs(parts.query)
        for name in ("p", "page_id", "attachment_id"):
            number = whole_number(asked.get(name, [""])[0])
            if number in self._overview.entries or number in self._overview.media:
                return number
        return self._by_path.get(path) or self._media_pages.get(path) or 0

    def attachment_at(self, href: str) -> int:
        """The attachment whose upload, in whatever size, an address shows; 0 for none."""
        path = self.upload_path(href)
        return next((self._by_upload[one] for one in sizes(path) if one in self._by_upload), 0)


def sizes(path: str) -> list[str]:
    """The path of an upload, then of what it was made smaller from."""
    if not path:
        return []
    original = _SIZE.sub("", path)
    whole = re.sub(r"(\.[a-z0-9]{2,5})$", r"-scaled\1", original, flags=re.I)
    return list(dict.fromkeys([path, original, whole]))
