"""What a text of the old site becomes: a list of plain parts, independent of any page model.

Every HTML in here was written by us: tags `p h2 h3 ul ol li a b i br`, and no attribute
but `href`, whose scheme is http, https, mailto or tel, or which is relative.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text: paragraphs, headings and lists, as HTML."""

    html: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Plain text; paragraphs are separated by a line break."""

    text: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture by the id of its attachment, by its address, or both; 0 and "" are unknown."""

    attachment: int
    url: str
    alt: str = ""
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Gallery:
    """Pictures side by side. Without any, it means all pictures attached to the post."""

    pictures: tuple[Picture, ...]
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of equal length; cells are HTML without blocks. With `header` the first row names
    the columns."""

    rows: tuple[tuple[str, ...], ...]
    header: bool
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Video:
    """A video elsewhere, by an address that begins with https."""

    url: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows stands on the next page."""


Part = Paragraph | Quote | Picture | Gallery | Table | Video | PageBreak


@dataclass(frozen=True, slots=True)
class Cleaned:
    """`teaser` is the plain text above WordPress's "more" mark; `notes` say what was left out."""

    parts: tuple[Part, ...]
    notes: tuple[str, ...] = ()
    teaser: str = ""
