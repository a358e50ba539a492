"""Checks a bundle with a set of public keys: pure, so that anybody can do the same elsewhere."""

import json
from base64 import urlsafe_b64decode
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from selaras.ledger.proof.canonical import Data, canonical
from selaras.ledger.proof.errors import Unproved, Unreadable
from selaras.ledger.proof.hashing import leaf_hash, root_from
from selaras.ledger.proof.signatures import is_signed

FORMAT = "selaras-proof/1"
LONGEST_PATH = 64
SPOILED = "Minta buktinya lagi dari alamat aslinya; kalau tetap begini, isinya bukan yang dicatat."


@dataclass(frozen=True, slots=True)
class Verified:
    """What a bundle proves: these leaves are in the tree of this size, signed then by this key.

    An entry that is not public has None for its leaf.
    """

    leaves: tuple[tuple[int, Data | None], ...]
    size: int
    at: datetime
    kid: str


def read_json(content: bytes) -> Any:
    """Raises `Unreadable`."""
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        raise Unreadable("Isinya bukan JSON.", "Berikan berkas bukti yang utuh.") from None


def verify(document: Any, key_set: Any) -> Verified:
    """Raises `Unreadable` for what is no bundle or no key set, `Unproved` for what is not so."""
    try:
        return _verify(document, key_set)
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError):
        raise Unreadable(
            "Ini bukan berkas bukti selaras-proof/1 dengan kumpulan kunci yang lengkap.",
            "Ambil buktinya dari /bukti/… dan kuncinya dari /.well-known/selaras-keys.json.",
        ) from None


def _verify(document: Any, key_set: Any) -> Verified:
    if document["format"] != FORMAT:
        raise ValueError(document["format"])
    head = document["head"]
    at = datetime.fromisoformat(head["at"])
    _require_signed(head, at, key_set)
    root, size = bytes.fromhex(head["root"]), _whole(head["size"])
    entries = document["entries"]
    if not isinstance(entries, list) or not entries:
        raise ValueError("no entries")
    leaves = tuple(_included(entry, root, size) for entry in entries)
    return Verified(leaves, size, at, head["kid"])


def _require_signed(head: Data, at: datetime, key_set: Any) -> None:
    key = next((one for one in key_set["keys"] if one["kid"] == head["kid"]), None)
    if key is None:
        raise Unproved(
            f"Kunci {head['kid']} tidak ada dalam kumpulan kunci.",
            "Ambil kumpulan kunci yang terbaru dari sumbernya.",
        )
    public = urlsafe_b64decode(key["x"] + "=" * (-len(key["x"]) % 4))
    signed = {name: value for name, value in head.items() if name != "signature"}
    if not is_signed(canonical(signed).encode(), bytes.fromhex(head["signature"]), public):
        raise Unproved("Tanda tangan kepalanya tidak sah.", SPOILED)
    ended = key.get("valid_to")
    if at < datetime.fromisoformat(key["valid_from"]) or (
        ended and at > datetime.fromisoformat(ended)
    ):
        raise Unproved(
            f"Kepala itu bertanggal {head['at']}, di luar masa kunci {head['kid']}.", SPOILED
        )


def _included(entry: Data, root: bytes, size: int) -> tuple[int, Data | None]:
    index, leaf = _whole(entry["index"]), entry.get("leaf")
    path = [bytes.fromhex(one) for one in entry["path"]]
    if len(path) > LONGEST_PATH:
        raise ValueError("too long a path")
    found = bytes.fromhex(entry["hash"]) if leaf is None else _hash_of(leaf)
    if root_from(found, index, size, path) != root:
        raise Unproved(f"Entri {index} tidak ada dalam catatan yang ditandatangani.", SPOILED)
    return index, leaf


def _hash_of(leaf: Data) -> bytes:
    if not isinstance(leaf["data"], dict) or not isinstance(leaf["kind"], str):
        raise TypeError("no leaf")
    return leaf_hash(canonical(leaf).encode())


def _whole(number: Any) -> int:
    if type(number) is not int:
        raise TypeError(number)
    return number
