"""Passing a page on: plain links, no script and no counter of anybody."""

from dataclasses import dataclass
from urllib.parse import quote, urlencode


@dataclass(frozen=True, slots=True)
class ShareLink:
    name: str
    url: str


def share_links(title: str, url: str) -> list[ShareLink]:
    """Where readers pass things on, in the order in which Indonesians use it."""
    both = f"{title} {url}"
    return [
        ShareLink("WhatsApp", f"https://wa.me/?text={quote(both, safe='')}"),
        ShareLink("Telegram", f"https://t.me/share/url?{urlencode({'url': url, 'text': title})}"),
        ShareLink("X", f"https://x.com/intent/post?{urlencode({'text': title, 'url': url})}"),
        ShareLink("Facebook", f"https://www.facebook.com/sharer/sharer.php?{urlencode({'u': url})}"),
    ]
