"""Quotations: the words and who said them."""

from collections.abc import Iterator

from bs4 import Tag

from selaras.pages.wordpress.cleaning.characters import one_line
from selaras.pages.wordpress.cleaning.inline import plain
from selaras.pages.wordpress.cleaning.notes import Notes, shortened
from selaras.pages.wordpress.content import Quote

LONGEST = 1000
LONGEST_SOURCE = 200
_MORE_THAN_WORDS = [
    "img", "iframe", "table", "ul", "ol", "video", "audio", "figure", "pre", "blockquote",
    "h1", "h2", "h3", "h4", "h5", "h6", "wp-gallery", "wp-embed", "wp-break", "wp-more",
]  # fmt: skip
_DASHES = "—–-―\N{NO-BREAK SPACE} "


def quote(tag: Tag, notes: Notes) -> Quote | None:
    """A blockquote that holds only words; None where it is long or holds more than that."""
    if tag.find(_MORE_THAN_WORDS):
        return None
    said_by = _source(tag)
    named = plain(said_by, Notes()) if said_by else ""
    source = one_line(named).lstrip(_DASHES)
    words = plain(tag, notes)
    if source:
        words = words[: words.rfind(named)]
    text = words.rstrip("\n" + _DASHES)
    if not text or len(text) > LONGEST or len(source) > LONGEST_SOURCE:
        return None
    for link in tag.find_all("a", href=True):
        notes.add(f"Tautan di dalam kutipan menjadi teks: {shortened(str(link['href']))}.")
    return Quote(text, source)


def _source(tag: Tag) -> Tag | None:
    """The last `cite` or `footer`, if nothing but white space follows it."""
    found = tag.find_all(["cite", "footer"])
    if not found:
        return None
    after = (sibling.get_text() for step in _up(found[-1], tag) for sibling in step.next_siblings)
    return None if "".join(after).strip() else found[-1]


def _up(inner: Tag, outer: Tag) -> Iterator[Tag]:
    """The element and what it stands in, up to a child of the outer one."""
    step: Tag | None = inner
    while step is not None and step is not outer:
        yield step
        step = step.parent
