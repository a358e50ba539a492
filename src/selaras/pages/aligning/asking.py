"""What the editor's script sends, read with all its bounds."""

import json
import re
from typing import Any
from uuid import UUID

from selaras.alignment.services.texts import TextPart
from selaras.common.errors import Refused

MOST_BYTES = 4 << 20  # of JSON: 300,000 letters that are all escaped, and room for the names
MOST_LETTERS, MOST_PARTS, NAME_LETTERS = 300_000, 200, 100
HALVES = re.compile("[\ud800-\udfff]")  # of surrogate pairs: they stand for no character


class Unreadable(Refused):
    """Something that the editor's script never sends."""

    def __init__(self) -> None:
        super().__init__("Kiriman ini tidak terbaca.", "Muat ulang halamannya.")


class TooMuch(Refused):
    def __init__(self, what: str) -> None:
        super().__init__(
            f"Teks ini terlalu panjang untuk diperiksa sekaligus: {what}.",
            "Bagi menjadi beberapa halaman.",
        )


def read_json(body: bytes) -> dict[str, Any]:
    """Raises `Unreadable` or `TooMuch`."""
    if len(body) > MOST_BYTES:
        raise TooMuch(f"lebih dari {MOST_BYTES >> 20} MB")
    try:
        data = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise Unreadable from error
    if not isinstance(data, dict):
        raise Unreadable
    return data


def read_parts(data: dict[str, Any]) -> list[TextPart]:
    """The texts of all fields in their order. Raises `Unreadable` or `TooMuch`."""
    sent = data.get("parts")
    if not isinstance(sent, list):
        raise Unreadable
    if len(sent) > MOST_PARTS:
        raise TooMuch(f"{len(sent)} bagian, paling banyak {MOST_PARTS}")
    parts = [_part(one) for one in sent]
    letters = sum(len(part.text) for part in parts)
    if letters > MOST_LETTERS:
        raise TooMuch(f"{letters} huruf, paling banyak {MOST_LETTERS}")
    return parts


def read_words(data: dict[str, Any], name: str, most: int) -> str:
    """A text that was sent under this name, or nothing. Raises `Unreadable`."""
    words = data.get(name) or ""
    if not isinstance(words, str) or len(words) > most or "\0" in words or HALVES.search(words):
        raise Unreadable
    return words


def read_id(data: dict[str, Any], name: str) -> UUID | None:
    """Raises `Unreadable`."""
    try:
        words = read_words(data, name, NAME_LETTERS)
        return UUID(words) if words else None
    except ValueError as error:
        raise Unreadable from error


def _part(one: Any) -> TextPart:
    if not isinstance(one, dict) or not isinstance(one.get("text"), str):
        raise Unreadable
    return TextPart(read_words(one, "name", NAME_LETTERS), HALVES.sub("\ufffd", one["text"]))
