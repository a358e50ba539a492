"""A page as it is kept: pieces of HTML, the slots between them, and what it depended on."""

import hashlib
import json
import zlib
from dataclasses import dataclass
from typing import Any

from selaras.embeds.slots import Slot, slot_from

BETWEEN = b"\0"  # never in HTML
Header = tuple[str, str]


class Damaged(Exception):
    """What is stored is not what was written, or of a form that is not known any more."""


@dataclass(frozen=True, slots=True)
class Kept:
    """`path` is the path as WSGI has it; `made_at` is in seconds since 1970, of this machine.

    `keys` are changes of the ledger after which the pieces must be made again. `any_query`:
    the page is the same whatever stands behind the question mark.
    """

    host: str
    path: str
    release: str
    epoch: int
    made_at: float
    keys: frozenset[str]
    any_query: bool
    status: int
    headers: tuple[Header, ...]
    pieces: tuple[bytes, ...]
    slots: tuple[Slot, ...]

    def filled(self, values: tuple[bytes, ...]) -> bytes:
        parts = [self.pieces[0]]
        for value, piece in zip(values, self.pieces[1:], strict=True):
            parts += [value, piece]
        return b"".join(parts)


Row = tuple[str, str, str, int, float, bool, str, bytes, bytes]


def packed(page: Kept) -> Row:
    """As a row of the store, with a digest over all that readers would see."""
    told = json.dumps(
        {
            "status": page.status,
            "headers": page.headers,
            "slots": [slot.stored() for slot in page.slots],
            "keys": sorted(page.keys),
        }
    )
    body = zlib.compress(BETWEEN.join(page.pieces), 5)
    return (
        page.host, page.path, page.release, page.epoch, page.made_at, page.any_query, told, body,
        _digest(page.host, page.path, told, body),
    )  # fmt: skip


def unpacked(row: Row) -> Kept:
    """Raises `Damaged`."""
    host, path, release, epoch, made_at, any_query, told, body, digest = row
    if digest != _digest(host, path, told, body):
        raise Damaged(f"{host}{path}")
    try:
        said: dict[str, Any] = json.loads(told)
        slots = tuple(slot_from(stored) for stored in said["slots"])
    except (KeyError, ValueError, TypeError) as error:
        raise Damaged(f"{host}{path}") from error
    return Kept(
        host=host,
        path=path,
        release=release,
        epoch=epoch,
        made_at=made_at,
        keys=frozenset(said["keys"]),
        any_query=bool(any_query),
        status=said["status"],
        headers=tuple((name, value) for name, value in said["headers"]),
        pieces=tuple(zlib.decompress(body).split(BETWEEN)),
        slots=slots,
    )


def _digest(host: str, path: str, told: str, body: bytes) -> bytes:
    found = hashlib.blake2b(digest_size=12)
    for part in (host.encode(), path.encode(), told.encode(), body):
        found.update(part + BETWEEN)
    return found.digest()
