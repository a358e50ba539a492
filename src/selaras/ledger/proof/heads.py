"""Signed heads of the tree, as everybody gets them."""

import json
from datetime import datetime
from pathlib import Path

from selaras.ledger.proof.canonical import Data, canonical, moment
from selaras.ledger.proof.errors import Unreadable
from selaras.ledger.proof.models import TreeHead

FORMAT = "selaras-head/1"


def statement(*, size: int, root: bytes, at: datetime, kid: str) -> bytes:
    """What is signed."""
    return canonical(_fields(size, root, at, kid)).encode()


def as_json(head: TreeHead) -> Data:
    """The signed fields and the signature over their canonical JSON."""
    signed = _fields(head.size, bytes(head.root), head.at, head.kid)
    return {**signed, "signature": bytes(head.signature).hex()}


def root_in(path: Path) -> tuple[int, bytes]:
    """Size and root of a head that somebody saved. Raises `Unreadable`."""
    try:
        said = json.loads(path.read_bytes())
        size, root = said["size"], bytes.fromhex(said["root"])
        if said["format"] != FORMAT or type(size) is not int or size < 1:
            raise ValueError(said)
    except (OSError, KeyError, TypeError, ValueError, RecursionError):
        raise Unreadable(f"{path} bukan kepala.", "Simpan /bukti/kepala.json apa adanya.") from None
    return size, root


def _fields(size: int, root: bytes, at: datetime, kid: str) -> Data:
    return {"at": moment(at), "format": FORMAT, "kid": kid, "root": root.hex(), "size": size}


def latest() -> TreeHead | None:
    return TreeHead.objects.order_by("-size").first()
