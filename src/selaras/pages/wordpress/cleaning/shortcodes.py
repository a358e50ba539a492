"""WordPress's shortcodes: the usual ones become elements, the rest goes and is noted."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable
from html import escape, unescape

from selaras.pages.wordpress.cleaning.addresses import file_name, video_address, web_address
from selaras.pages.wordpress.cleaning.markup import embed_tag
from selaras.pages.wordpress.cleaning.notes import Notes, shortened

_CODE = re.compile(r"\[(\[?)(/?)([a-zA-Z][a-zA-Z0-9_-]*)((?:[\s=/][^\[\]]*)?)\](\]?)")
_ATTRIBUTE = re.compile(r"""([a-zA-Z][a-zA-Z0-9_-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))""")
_ADDRESS = re.compile(r"""https?://[^\s"'<>\[\]]+""")
_DOCUMENT = re.compile(r"\.(pdf|docx?|xlsx?|pptx?|odt|ods|odp|csv|zip)$", re.IGNORECASE)
NEAR = 80  # characters in which a line may hold white space only
_ENCLOSING = {"caption", "wp_caption", "embed", "audio", "video", "youtube", "playlist"}
_SOURCES = ("src", "mp4", "mp3", "m4v", "m4a", "webm", "ogv", "ogg", "wav", "flac")


def without_shortcodes(html: str, notes: Notes) -> str:
    """The text with elements in place of shortcodes. What an unknown one encloses stays."""
    codes = list(_CODE.finditer(html))
    closers: dict[str, list[int]] = defaultdict(list)
    for place, code in enumerate(codes):
        if code[2]:
            closers[code[3].lower()].append(place)
    out: list[str] = []
    position = place = 0
    while place < len(codes):
        code = codes[place]
        out.append(html[position : code.start()])
        name = code[3].lower()
        last = _closer(closers[name], place) if name in _ENCLOSING and not code[2] else place
        content = html[code.end() : codes[last].start()] if last > place else ""
        out.append(_replacement(html, code, content, closed=name in closers, notes=notes))
        position = codes[last].end()
        place = last + 1
    out.append(html[position:])
    return "".join(out)


def _closer(places: list[int], opener: int) -> int:
    """The place of the first closing code after the opener, or the opener where none is left."""
    found = bisect_right(places, opener)
    return places[found] if found < len(places) else opener


def _replacement(
    html: str, code: re.Match[str], content: str, *, closed: bool, notes: Notes
) -> str:
    if code[1] and code[5]:
        return code[0][1:-1]
    name = code[3].lower()
    attributes = _attributes(code[4])
    known = _KNOWN.get(name)
    if known is not None and not code[2]:
        return code[1] + known(attributes, code[4], content) + code[5]
    if not (closed or attributes or known or _stands_for_something(html, code)):
        return code[0]
    return code[1] + _unknown(name, code[4], notes, closing=bool(code[2])) + code[5]


def _stands_for_something(html: str, code: re.Match[str]) -> bool:
    """A bare word in brackets is a shortcode if it looks like a name or has a line of its own."""
    if "_" in code[3] or "-" in code[3] or code[4].strip() == "/":
        return True
    before = html[max(code.start() - NEAR, 0) : code.start()].rstrip(" \t")[-1:]
    after = html[code.end() : code.end() + NEAR].lstrip(" \t")[:1]
    return not code[4] and before in {"", "\n", ">"} and after in {"", "\n", "<"}


def _attributes(text: str) -> dict[str, str]:
    plain = unescape(text.replace("\N{RIGHT DOUBLE QUOTATION MARK}", '"'))
    plain = plain.replace("\N{LEFT DOUBLE QUOTATION MARK}", '"')
    return {match[1].lower(): match[2] or match[3] or match[4] or "" for match in
            _ATTRIBUTE.finditer(plain)}  # fmt: skip


def _unknown(name: str, text: str, notes: Notes, *, closing: bool) -> str:
    """Plugins that show documents name them in an attribute: those stay as links."""
    if closing:
        return ""
    addresses = [web_address(found[0]) for found in _ADDRESS.finditer(unescape(text))]
    documents = [url for url in addresses if _DOCUMENT.search(file_name(url))]
    if documents:
        notes.add(f"Kode pendek [{shortened(name)}] dijadikan tautan ke berkasnya.")
        return "".join(_link_paragraph(url) for url in documents)
    about = f": {shortened(', '.join(filter(None, addresses)))}" if any(addresses) else ""
    notes.add(f"Kode pendek [{shortened(name)}] dibuang{about}.")
    return ""


def _caption(attributes: dict[str, str], _text: str, content: str) -> str:
    start = content.rfind("<img")
    end = content.find(">", start) + 1 if start >= 0 else 0
    rest = content[end:]
    if rest.lstrip().lower().startswith("</a>"):
        end += rest.lower().index("</a>") + 4
    caption = content[end:].strip() or escape(attributes.get("caption", ""))
    number = attributes.get("id", "").rpartition("_")[2]
    return (
        f'<figure data-id="{escape(number)}">{content[:end]}'
        f"<figcaption>{caption}</figcaption></figure>"
    )


def _gallery(attributes: dict[str, str], _text: str, _content: str) -> str:
    ids = attributes.get("ids") or attributes.get("include") or ""
    return f'<wp-gallery ids="{escape(ids)}"></wp-gallery>'


def _embed(_attributes: dict[str, str], text: str, content: str) -> str:
    found = _ADDRESS.search(unescape(content)) or _ADDRESS.search(unescape(text))
    return embed_tag(found[0]) if found else ""


def _recording(attributes: dict[str, str], text: str, content: str) -> str:
    named = [attributes[key] for key in _SOURCES if attributes.get(key)]
    found = _ADDRESS.search(unescape(content)) or _ADDRESS.search(unescape(text))
    url = web_address(named[0] if named else found[0] if found else "")
    if not url:
        return ""
    return embed_tag(url) if video_address(url) else _link_paragraph(url)


def _link_paragraph(url: str) -> str:
    return f'<p><a href="{escape(url)}">{escape(file_name(url) or url)}</a></p>'


_KNOWN: dict[str, Callable[[dict[str, str], str, str], str]] = {
    "caption": _caption,
    "wp_caption": _caption,
    "gallery": _gallery,
    "embed": _embed,
    "youtube": _embed,
    "audio": _recording,
    "video": _recording,
}
