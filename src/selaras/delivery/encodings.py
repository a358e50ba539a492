"""Which encoding a client takes, and pages in it."""

import gzip
from collections.abc import Callable

import brotli

IDENTITY, GZIP, BROTLI = "", "gzip", "br"
PREFERRED = (BROTLI, GZIP)
MOST_KNOWN = 512
SMALLEST = 200  # bytes; below, compressing makes no difference
_known: dict[str, str] = {}


def encoding_for(accepted: str) -> str:
    """The best that `Accept-Encoding` names; the page as it is where that cannot be read."""
    found = _known.get(accepted)
    if found is None:
        found = _chosen(accepted)
        if len(_known) >= MOST_KNOWN:
            _known.clear()
        _known[accepted] = found
    return found


def _chosen(accepted: str) -> str:
    weights: dict[str, float] = {}
    for item in accepted.lower().split(",")[:20]:
        name, _, parameters = item.strip().partition(";")
        weights[name.strip()] = _weight(parameters)
    other = weights.get("*", 0.0)
    offered = {name: weights.get(name, other) for name in PREFERRED}
    best = max(PREFERRED, key=lambda name: offered[name])
    return best if offered[best] > 0 else IDENTITY


def _weight(parameters: str) -> float:
    name, _, value = parameters.strip().partition("=")
    if not name:
        return 1.0
    try:
        weight = float(value)
    except ValueError:
        return 0.0
    return weight if name.strip() == "q" and 0.0 <= weight <= 1.0 else 0.0


def _brotli(body: bytes) -> bytes:
    packed: bytes = brotli.compress(body, quality=5, mode=brotli.MODE_TEXT)
    return packed


def _gzip(body: bytes) -> bytes:
    return gzip.compress(body, 6, mtime=0)


ENCODERS: dict[str, Callable[[bytes], bytes]] = {BROTLI: _brotli, GZIP: _gzip}


def encoded(body: bytes, encoding: str) -> bytes:
    return ENCODERS[encoding](body) if encoding else body
