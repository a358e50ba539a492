"""Units in plain words, for comparing by word and for showing."""

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from bs4 import BeautifulSoup

from selaras.embeds.spec import EMBED_TYPE, specs_in
from selaras.facts.queries.types import fact_types_by_id
from selaras.pages.adopting.units import BLOCK, PART, Unit
from selaras.pages.blocks import BodyBlock

Labels = Mapping[str, str]
NO_LABELS: Labels = {}
TEXT_NAMES = {
    "text:h2": "Subjudul", "text:h3": "Subjudul", "text:ul": "Butir daftar",
    "text:ol": "Butir daftar", PART: "Tanya jawab",
}  # fmt: skip


def plain(unit: Unit, labels: Labels = NO_LABELS) -> str:
    """What a reader reads of it, a fact as `[its name]`."""
    if unit.is_text:
        return _plain_html(unit.content, labels)
    if unit.kind.startswith(BLOCK) or unit.kind == PART:
        return "\n".join(said for said in _texts(json.loads(unit.content), labels) if said)
    return unit.content


def name_of(unit: Unit) -> str:
    """`Teks`, `Butir daftar`, `Kotak fakta`: what kind of place it is."""
    if unit.kind.startswith(BLOCK):
        block = _blocks().get(unit.kind.removeprefix(BLOCK))
        return str(block.label) if block else "Bagian"
    return TEXT_NAMES.get(unit.kind, "Paragraf")


def fact_labels(units: Iterable[Unit]) -> dict[str, str]:
    """The names of the facts in them, by key; one query."""
    keys = {
        str(spec.fact_type)
        for unit in units
        for spec in specs_in(unit.content if unit.is_text else unit.content.replace('\\"', '"'))
    }
    return {key: one.label for key, one in fact_types_by_id(keys).items()}


def _plain_html(html: str, labels: Labels) -> str:
    soup = BeautifulSoup(html, "html.parser")
    for embed in soup.find_all("embed"):
        known = embed.get("embedtype") == EMBED_TYPE and labels.get(str(embed.get("id")))
        embed.replace_with(f"[{known}]" if known else "[fakta resmi]")
    for line in soup.find_all("br"):
        line.replace_with("\n")
    lines = (" ".join(line.split()) for line in soup.get_text("").split("\n"))
    return "\n".join(line for line in lines if line)


def _texts(value: Any, labels: Labels) -> list[str]:
    if isinstance(value, dict):
        kept = (inner for name, inner in value.items() if name not in {"id", "type"})
        return [text for inner in kept for text in _texts(inner, labels)]
    if isinstance(value, list):
        return [text for inner in value for text in _texts(inner, labels)]
    if isinstance(value, str):
        return [_plain_html(value, labels) if "<" in value else value]
    return []


@lru_cache(maxsize=1)
def _blocks() -> dict[str, Any]:
    return dict(BodyBlock().child_blocks)
