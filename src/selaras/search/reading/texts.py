"""The body of a page as plain text, in which each official fact is called by its name.

Not by its value: a text that thousands of places repeat would say the old value until all of
them were indexed again, and no reader may ever see that. The value is the answer above.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.html import escape
from wagtail.rich_text.rewriters import FIND_EMBED_TAG, extract_attrs

from selaras.embeds.blocks import blocks_in
from selaras.embeds.spec import EMBED_TYPE
from selaras.facts.models import FactType
from selaras.pages.aligning.parts import Block, parts_of
from selaras.pages.aligning.plain import tidy

Types = Mapping[str, FactType]


def body_of(blocks: list[Block], types: Types) -> str:
    """What the blocks say in words, one line for each paragraph; `types` are by id."""
    lines = [part.text for part in parts_of("", "", _named(blocks, types))]
    return "\n".join([*lines, *dict.fromkeys(_labels(blocks, types))])


def _labels(blocks: list[Block], types: Types) -> Iterable[str]:
    """What tables and histories of facts show."""
    for block in blocks_in(blocks):
        for fact_type in block.fact_types:
            known = types.get(str(fact_type))
            if known is not None:
                yield tidy(known.label)


def _named(data: Any, types: Types) -> Any:
    """The same with words where an official fact stands in the text."""
    if isinstance(data, str):
        if "<embed" not in data:
            return data
        return FIND_EMBED_TAG.sub(lambda found: _word(found.group(0), found.group(1), types), data)
    if isinstance(data, dict):
        return {name: _named(value, types) for name, value in data.items()}
    if isinstance(data, list | tuple):
        return [_named(value, types) for value in data]
    return data


def _word(tag: str, attributes: str, types: Types) -> str:
    read = extract_attrs(attributes)
    if read.get("embedtype") != EMBED_TYPE:
        return tag
    known = types.get(read.get("id", "").lower())
    return escape(known.label) if known is not None else ""
