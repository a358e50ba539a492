"""An announcement as a text that others may repeat: the single narrative, block by block.

Its facts stand in it as embeds of what holds now, so that whoever repeats the text stays right.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.utils.html import escape, format_html
from django.utils.text import normalize_newlines

from selaras.announcements.models import Announcement
from selaras.embeds.spec import EmbedSpec
from selaras.facts.formats import Format
from selaras.facts.models import FactType


class Kind(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    POINT = "point"  # one of a list
    FACTS = "facts"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Block:
    """`html` is what rich text stores; `title` is plain text, of a question or of a box."""

    kind: Kind
    html: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class AnnouncedText:
    title: str
    summary: str
    blocks: tuple[Block, ...]


def text_of(announcement: Announcement) -> AnnouncedText:
    """Everything that it says in words, in a fixed number of queries."""
    blocks = (
        *_points("Pesan kunci", (escape(row.text) for row in announcement.keymessages.all())),
        *_facts(announcement),
        *_questions(announcement),
        *_points(
            "Kontak",
            (
                format_html("<b>{}</b>: {}", row.name, row.reach)
                for row in announcement.contacts.all()
            ),
        ),
    )
    return AnnouncedText(announcement.title, announcement.summary, blocks)


def paragraphs(text: str) -> str:
    """Plain text with blank lines between its paragraphs, as rich text."""
    parts = normalize_newlines(text).split("\n\n")
    words = (" ".join(part.split()) for part in parts)
    return "".join(format_html("<p>{}</p>", said) for said in words if said)


def _points(heading: str, points: Iterator[str]) -> Iterator[Block]:
    found = [Block(Kind.POINT, str(point)) for point in points]
    if found:
        yield Block(Kind.HEADING, escape(heading))
        yield from found


def _questions(announcement: Announcement) -> Iterator[Block]:
    rows = list(announcement.questions.all())
    if rows:
        yield Block(Kind.HEADING, "Tanya jawab")
    for row in rows:
        yield Block(Kind.QUESTION, paragraphs(row.answer), " ".join(row.question.split()))


def _facts(announcement: Announcement) -> Iterator[Block]:
    set_here = announcement.facts.values("version__fact_type")
    types = FactType.objects.filter(pk__in=set_here).order_by("label", "pk")
    items = [
        f"<li>{escape(one.label)}: {EmbedSpec(one.pk, Format.SENTENCE).tag()}</li>" for one in types
    ]
    if items:
        yield Block(Kind.FACTS, f"<ul>{''.join(items)}</ul>", "Fakta resmi")
