"""What a WordPress export (WXR 1.0 to 1.2) holds, as plain values."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from urllib.parse import unquote


@dataclass(frozen=True, slots=True)
class Site:
    """The old website. `url` is where visitors reached it, without a trailing slash."""

    title: str
    url: str
    version: str
    authors: dict[str, str] = field(default_factory=dict)
    """Login to displayed name."""


@dataclass(frozen=True, slots=True)
class Term:
    """A category or a tag: `domain` is `category`, `post_tag` or a taxonomy of the old site."""

    domain: str
    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class Item:
    """One `<item>`. Texts are as exported; `line` is where it begins in the file."""

    line: int
    wp_id: int
    kind: str
    status: str
    title: str = ""
    slug: str = ""
    link: str = ""
    guid: str = ""
    creator: str = ""
    content: str = ""
    excerpt: str = ""
    parent: int = 0
    attachment_url: str = ""
    password: str = ""
    published_utc: datetime | None = None
    published_local: datetime | None = None
    comments: int = 0
    terms: tuple[Term, ...] = ()
    meta: dict[str, str] = field(default_factory=dict)
    """Only the keys of `WANTED_META`."""

    def moment(self, zone: tzinfo) -> datetime | None:
        """When it was published; a local time without its UTC twin is read in `zone`."""
        if self.published_utc is not None:
            return self.published_utc
        if self.published_local is not None:
            return self.published_local.replace(tzinfo=zone).astimezone(UTC)
        return None

    @property
    def readable_slug(self) -> str:
        """The slug without percent-encoding."""
        return unquote(self.slug, errors="replace")

    @property
    def thumbnail(self) -> int:
        """The attachment shown above the text; 0 for none."""
        return whole_number(self.meta.get("_thumbnail_id", ""))

    @property
    def alternative_text(self) -> str:
        return self.meta.get("_wp_attachment_image_alt", "").strip()


_NUMBER = re.compile(r"[0-9]{1,15}")
WANTED_META = {"_thumbnail_id", "_wp_attachment_image_alt", "_wp_attached_file"}


def whole_number(text: str) -> int:
    """The number that a field of the export holds; 0 where it holds none."""
    found = _NUMBER.fullmatch(text.strip())
    return int(found[0]) if found else 0
