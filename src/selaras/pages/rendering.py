"""What the templates of pages with a text are given."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.template.loader import render_to_string
from django.utils.html import strip_tags
from django.utils.safestring import SafeString

from selaras.embeds.reading import Reading, reading
from selaras.embeds.rendering import notes
from selaras.language.reading_time import reading_minutes
from selaras.pages.related import related_to
from selaras.pages.sharing import share_links

if TYPE_CHECKING:
    from selaras.pages.models import ArticlePage, ContentPage


def text_context(page: "ContentPage", body: Iterable[Any]) -> dict[str, Any]:
    """The rendered body, and the notes of the facts in it."""
    reader = page.read_facts()
    return {
        "body": render_blocks(body, reader, page),
        "notes": notes(reader),
        "institution": page.institution,
    }


def article_context(page: "ArticlePage", number: int | None) -> dict[str, Any]:
    """One part of an article, or all parts for None."""
    parts = page.parts
    shown = parts if number is None else parts[number - 1 : number]
    context = text_context(page, [block for part in shown for block in part.blocks])
    at = number or len(parts)
    return context | {
        "parts": parts,
        "part": None if number is None else parts[number - 1],
        "previous": parts[at - 2] if number and at > 1 else None,
        "next": parts[at] if at < len(parts) else None,
        "minutes": reading_minutes(words_of(page.body)),
        "related": related_to(page),
        "share": share_links(page.title, page.full_url),
    }


def words_of(body: Iterable[Any]) -> str:
    """The text of a body without markup, for counting."""
    texts = (text for block in body for text in block.block.get_searchable_content(block.value))
    return strip_tags(" ".join(map(str, texts)))


def render_blocks(blocks: Iterable[Any], reader: Reading, page: "ContentPage") -> SafeString:
    """The HTML of some blocks of a body as this reader reads them."""
    with reading(reader):
        return render_to_string("pages/blocks/body.html", {"blocks": list(blocks), "page": page})
