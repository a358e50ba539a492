"""A long text in parts: cut where the editor put a page break."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

BREAK = "page_break"


@dataclass(slots=True)
class Part:
    """One page of an article; `title` is empty where the editor gave none."""

    number: int
    title: str = ""
    blocks: list[Any] = field(default_factory=list)


def parts_of(body: Iterable[Any]) -> list[Part]:
    """The parts in order; at least one. A break with nothing behind it makes no part."""
    parts = [Part(1)]
    for block in body:
        if block.block_type != BREAK:
            parts[-1].blocks.append(block)
        elif parts[-1].blocks:
            parts.append(Part(len(parts) + 1, block.value["title"]))
    if len(parts) > 1 and not parts[-1].blocks:
        parts.pop()
    return parts
