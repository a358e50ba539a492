"""The body of a page as the units that are compared: paragraphs, points of lists, other blocks."""

import json
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any
from uuid import uuid4

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

Block = dict[str, Any]
TEXT, BLOCK, PART = "text:", "block:", "part"
LISTS = ("text:ul", "text:ol")
EDITORS_MARK = "data-block-key"  # the text editor gives each paragraph one, anew


@dataclass(frozen=True)
class Unit:
    """`content` is stored HTML for `text:…`, JSON for the others.

    `block` is the key of the block in which it stands, empty for what comes from a source.
    """

    kind: str
    content: str
    block: str = ""

    @property
    def is_text(self) -> bool:
        return self.kind.startswith(TEXT)

    @cached_property
    def key(self) -> Hashable:
        """Equal for units that say the same, however an editor wrote them down."""
        if self.is_text:
            return self.kind, _plain_html(self.content)
        if self.kind.startswith(BLOCK) or self.kind == PART:
            return self.kind, json.dumps(_without_keys(json.loads(self.content)), sort_keys=True)
        return self.kind, " ".join(self.content.split())


def units_of(body: Iterable[Block]) -> Iterator[Unit]:
    """The units of a body as it is stored; `body_of` puts them together again."""
    for block in body:
        kind, value, key = block["type"], block["value"], block.get("id") or ""
        if kind == "paragraph":
            yield from text_units(value, key)
        elif kind == "accordion":
            for part in value["parts"]:
                yield Unit(PART, _json(part.get("value", part)), key)
        else:
            yield Unit(f"{BLOCK}{kind}", _json(value), key)


def text_units(html: str, block: str = "") -> Iterator[Unit]:
    for node in BeautifulSoup(html, "html.parser").children:
        if isinstance(node, Tag) and f"{TEXT}{node.name}" in LISTS:
            for point in node.find_all("li", recursive=False):
                yield Unit(f"{TEXT}{node.name}", str(point), block)
        elif isinstance(node, Tag):
            yield Unit(f"{TEXT}{node.name}", str(node), block)
        elif type(node) is NavigableString and node.strip():
            yield Unit(
                f"{TEXT}p", f"<p>{node.output_ready(formatter='minimal').strip()}</p>", block
            )


def body_of(units: Iterable[Unit]) -> list[Block]:
    """A body to be stored. What stood in different blocks before still does."""
    found: list[list[Unit]] = []
    for unit in units:
        if found and _joins(found[-1], unit):
            found[-1].append(unit)
        else:
            found.append([unit])
    return [_block(together) for together in found]


def html_of(units: Iterable[Unit]) -> str:
    """The rich text of text units; points beside each other are one list."""
    parts = []
    for kind, group in groupby(units, lambda unit: unit.kind):
        said = "".join(unit.content for unit in group)
        tag = kind.removeprefix(TEXT)
        parts.append(f"<{tag}>{said}</{tag}>" if kind in LISTS else said)
    return "".join(parts)


def _joins(together: list[Unit], unit: Unit) -> bool:
    last = together[-1]
    if not ((last.is_text and unit.is_text) or last.kind == unit.kind == PART):
        return False
    known = next((one.block for one in together if one.block), "")
    return not known or not unit.block or known == unit.block


def _block(units: list[Unit]) -> Block:
    first = units[0]
    value: Any
    if first.is_text:
        kind, value = "paragraph", html_of(units)
    elif first.kind == PART:
        kind, value = "accordion", {"parts": [_part(unit) for unit in units]}
    else:
        kind, value = first.kind.removeprefix(BLOCK), json.loads(first.content)
    key = next((unit.block for unit in units if unit.block), "")
    return {"type": kind, "value": value, **({"id": key} if key else {})}


def _part(unit: Unit) -> Block:
    """Without a key the library would take it for a value of another shape, and drop its words."""
    return {"type": "item", "value": json.loads(unit.content), "id": str(uuid4())}


def _plain_html(html: str) -> str:
    soup = BeautifulSoup(html, "html.parser")
    for tag in soup.find_all(True):
        tag.attrs = {name: tag.attrs[name] for name in sorted(tag.attrs) if name != EDITORS_MARK}
    return " ".join(str(soup).split())


def _without_keys(value: Any) -> Any:
    """Without the keys that lists give their items; texts as they are compared."""
    if isinstance(value, dict):
        if {"type", "value", "id"} <= value.keys():
            value = {name: inner for name, inner in value.items() if name != "id"}
        return {name: _without_keys(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_without_keys(inner) for inner in value]
    return _plain_html(value) if isinstance(value, str) and "<" in value else value


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
