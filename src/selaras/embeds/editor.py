"""The editor's side of an embed: between the stored tag and Draftail's entity.

An entity's visible text is what readers of the edited page's region would see, with the label
of the fact. Converters get no request, so the page's reading stands in a context variable of
its own, from the start of an editing request to its end.
"""

from contextvars import ContextVar
from typing import Any, Protocol, cast, runtime_checkable

from django.core.signals import request_finished
from django.dispatch import receiver
from django.utils.text import Truncator
from draftjs_exporter.dom import DOM
from wagtail.admin.rich_text.converters.contentstate_models import Block, ContentState
from wagtail.admin.rich_text.converters.html_to_contentstate import (
    KEEP_WHITESPACE,
    HandlerState,
    InlineEntityElementHandler,
)
from wagtail.models import Page

from selaras.embeds.reading import Reading
from selaras.embeds.spec import EMBED_TYPE, EmbedSpec, InvalidEmbed, specs_in
from selaras.embeds.words import UNKNOWN, text_of
from selaras.institutions.models import Region
from selaras.institutions.queries import NATIONAL, institution_of_page_path

ENTITY = "FACT"
ATTRIBUTES = ["id", "format", "region", "as-of"]
CHIP_LENGTH = 80

_edited: ContextVar[Reading | None] = ContextVar("edited", default=None)


@runtime_checkable
class Embedding(Protocol):
    """A page that tells which of its content may contain embeds."""

    def embedding_data(self) -> list[Any]: ...


def region_of(page: Page | None) -> Region:
    """The region for which a page is read; the whole country where that cannot be known."""
    institution = institution_of_page_path(page.path, page.steplen) if page else None
    return institution.region if institution else Region.objects.get(pk=NATIONAL)


def begin_editing(region: Region, page: Page | None = None) -> None:
    """Until this request ends, texts are opened in the editor as this region reads them."""
    reader = Reading(region)
    if isinstance(page, Embedding):
        reader.load(specs_in(page.embedding_data()))
    _edited.set(reader)


@receiver(request_finished)
def end_editing(**_: Any) -> None:
    _edited.set(None)


def chip_text(spec: EmbedSpec | None, reader: Reading) -> str:
    """The label of a fact with its value; where there is no value, why."""
    shown = reader.show(spec)
    if shown.outcome is None:
        return UNKNOWN
    words = text_of(shown)
    if shown.outcome.resolved is not None:
        words = f"{shown.outcome.fact_type.label}: {words}"
    return Truncator(" ".join(words.split())).chars(CHIP_LENGTH)


def entity_data(spec: EmbedSpec) -> dict[str, str]:
    """What Draftail keeps of an embed: the attributes of its tag."""
    return {name: value for name, value in spec.attributes().items() if name in ATTRIBUTES}


def _spec(data: dict[str, str]) -> EmbedSpec | None:
    try:
        return EmbedSpec.from_attributes(data)
    except InvalidEmbed:
        return None


class FactElementHandler(InlineEntityElementHandler):
    """From the stored tag to an entity. An embed beyond recognition keeps what it says."""

    entity_type = ENTITY
    mutability = "IMMUTABLE"

    def __init__(self) -> None:
        """The type is fixed; Wagtail's own handlers are given theirs."""

    def get_attribute_data(self, attrs: dict[str, str]) -> dict[str, str]:
        return {name: attrs[name] for name in ATTRIBUTES if attrs.get(name)}

    def handle_endtag(self, name: str, state: HandlerState, contentstate: ContentState) -> None:
        """Without text an entity would have no length and be lost."""
        entity_range = state.current_entity_ranges.pop()
        entity = contentstate.entity_map[entity_range.key]
        reader = _edited.get() or Reading(region_of(None))
        text = chip_text(_spec(entity.data), reader)
        block = cast("Block", state.current_block)
        block.text += text
        entity_range.length = len(block.text) - entity_range.offset
        state.leading_whitespace = KEEP_WHITESPACE


def fact_entity(props: dict[str, Any]) -> Any:
    """From an entity to the stored tag; the visible text is dropped."""
    data = {name: str(props[name]) for name in ATTRIBUTES if props.get(name)}
    spec = _spec(data)
    attributes = spec.attributes() if spec else {"embedtype": EMBED_TYPE, **data}
    return DOM.create_element("embed", attributes)


CONVERSION = {
    "from_database_format": {f'embed[embedtype="{EMBED_TYPE}"]': FactElementHandler()},
    "to_database_format": {"entity_decorators": {ENTITY: fact_entity}},
}
