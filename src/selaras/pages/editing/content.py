"""What a text editor sends, made fit to be stored: only what a text may contain, no word lost."""

import json
import re
from collections.abc import Callable, Iterator, Set
from typing import Any

from wagtail.whitelist import check_url

from selaras.common.errors import Refused

State = dict[str, Any]
DEEPEST_LIST = 4  # as Wagtail's editor
# Control characters, non-characters and halves of surrogate pairs: databases refuse some of them.
UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
KEY = re.compile(r"[A-Za-z0-9_-]{1,40}")
NUMBERED = {"LINK", "DOCUMENT"}  # what they lead to is a row


class UnreadableText(Refused):
    """Something that is not the content of a text editor."""

    def __init__(self) -> None:
        super().__init__(
            "Isi teks yang dikirim tidak dapat dibaca.",
            "Muat ulang halaman ini, lalu tempelkan lagi teks Anda.",
        )


def clean(raw: str, *, blocks: Set[str], entities: Set[str]) -> str:
    """Content as the editor sent it, for the exporter; `blocks` and `entities` are the known kinds.

    An unknown kind of paragraph becomes a plain one, and an unknown entity leaves its words. Raises
    `UnreadableText`.
    """
    try:
        state = json.loads(raw)
        if state is None:
            return raw
        known = {
            key: entity for key, entity in state["entityMap"].items() if _allowed(entity, entities)
        }
        kept = [_block(block, blocks, known) for block in state["blocks"]]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise UnreadableText from error
    return json.dumps({"blocks": [block for block in kept if block], "entityMap": known})


def _block(block: State, blocks: Set[str], entities: State) -> State | None:
    text = UNFIT.sub("", block["text"])
    kind = block.get("type")
    atomic = kind == "atomic"
    ranges = [one for one in block.get("entityRanges") or [] if str(one["key"]) in entities]
    if atomic and not ranges and not text.strip():
        return None
    place = _places(block["text"])
    return {
        "key": block["key"] if KEY.fullmatch(str(block.get("key", ""))) else "a",
        "text": text,
        "type": kind if kind in blocks and (ranges or not atomic) else "unstyled",
        "depth": min(max(int(block.get("depth") or 0), 0), DEEPEST_LIST),
        "inlineStyleRanges": list(_moved(block.get("inlineStyleRanges") or [], place)),
        "entityRanges": list(_moved(ranges, place)),
        "data": {},
    }


def _places(text: str) -> Callable[[int], int]:
    """From a place in the sent text to the same place in the kept one; both count characters."""
    places = [0]
    for character in text:
        places.append(places[-1] + (not UNFIT.match(character)))
    return lambda place: places[min(max(place, 0), len(text))]


def _moved(ranges: list[State], place: Callable[[int], int]) -> Iterator[State]:
    for one in ranges:
        start, end = place(one["offset"]), place(one["offset"] + one["length"])
        if end > start:
            yield {**one, "offset": start, "length": end - start}


def _allowed(entity: State, entities: Set[str]) -> bool:
    kind, data = entity["type"], entity.get("data") or {}
    if kind == "LINK" and not data.get("id"):
        fit = bool(data.get("url") and check_url(data["url"]))
    else:
        fit = kind not in NUMBERED or str(data.get("id")).isdecimal()
    return fit and kind in entities
