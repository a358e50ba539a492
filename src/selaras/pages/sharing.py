"""Passing a page on: plain links, no script and no counter of anybody."""

from dataclasses import dataclass
from urllib.parse import quote


@dataclass(frozen=True, slots=True)
class ShareLink:
    name: str
    url: str


def share_links(title: str, url: str) -> list[ShareLink]:
    """Where readers pass things on, in the order in which Indonesians use it."""
    both = quote(f"{title} {url}", safe="")
    text, address = quote(title, safe=""), quote(url, safe="")
    return [
        ShareLink("WhatsApp", f"https://wa.me/?text={both}"),
        ShareLink("Telegram", f"https://t.me/share/url?url={address}&text={text}"),
        ShareLink("X", f"https://x.com/intent/post?text={text}&url={address}"),
        ShareLink("Facebook", f"https://www.facebook.com/sharer/sharer.php?u={address}"),
    ]
