"""Which addresses may stand in a text, and which of them are videos."""

import re
from urllib.parse import parse_qs, urlsplit

SAFE_SCHEMES = {"http", "https", "mailto", "tel"}
LONGEST = 2000
_HIDDEN = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029]+")
_SCHEME = re.compile(r"^([a-zA-Z][a-zA-Z0-9+.-]*):")
_YOUTUBE_HOSTS = {
    "youtube.com", "www.youtube.com", "m.youtube.com",
    "youtube-nocookie.com", "www.youtube-nocookie.com",
}  # fmt: skip
_YOUTUBE_ID = re.compile(r"^[A-Za-z0-9_-]{11}$")
_VIMEO_ID = re.compile(r"^(?:/video)?/(\d{4,12})(?:/|$)")
_OTHER_VIDEOS = re.compile(
    r"^https://(?:www\.|m\.)?(?:tiktok\.com/@[\w.-]+/video/\d+|instagram\.com/(?:reel|tv)/[\w-]+"
    r"|facebook\.com/(?:watch/?\?v=\d+|reel/\d+|[\w.-]+/videos/[\w./-]+))"
)


def safe_link(href: str) -> str:
    """The address without hidden characters; empty where it must not stand in a text."""
    address = _HIDDEN.sub("", href)
    if not address or len(address) > LONGEST or address.startswith(("#", "\\")):
        return ""
    if address.startswith("//"):
        return f"https:{address}"
    scheme = _SCHEME.match(address)
    if scheme:
        return address if scheme[1].lower() in SAFE_SCHEMES else ""
    return "" if ":" in re.split(r"[/?#]", address, maxsplit=1)[0] else address


def web_address(url: str) -> str:
    """The address if it is absolute and http or https, else empty."""
    address = safe_link(url)
    return address if address.lower().startswith(("http://", "https://")) else ""


def video_address(url: str) -> str:
    """The address of a video on a known provider, without trackers; empty for everything else."""
    address = web_address(url)
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").lower()
    except ValueError:
        return ""
    if host in _YOUTUBE_HOSTS or host == "youtu.be":
        video = _youtube_id(host, parts.path, parts.query)
        return f"https://www.youtube.com/watch?v={video}" if _YOUTUBE_ID.match(video) else ""
    if host in {"vimeo.com", "www.vimeo.com", "player.vimeo.com"}:
        found = _VIMEO_ID.match(parts.path)
        return f"https://vimeo.com/{found[1]}" if found else ""
    other = _OTHER_VIDEOS.match(re.sub(r"^http:", "https:", address))
    return other[0] if other else ""


def _youtube_id(host: str, path: str, query: str) -> str:
    steps = [step for step in path.split("/") if step]
    if host == "youtu.be":
        return steps[0] if steps else ""
    if len(steps) > 1 and steps[0] in {"embed", "shorts", "live", "v"}:
        return steps[1]
    return parse_qs(query).get("v", [""])[0]


def file_name(url: str) -> str:
    """The last step of an address's path; empty where there is none."""
    try:
        return urlsplit(url).path.rpartition("/")[2]
    except ValueError:
        return ""
