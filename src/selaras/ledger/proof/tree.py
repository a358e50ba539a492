"""Proofs from the kept nodes: one query each, of as many rows as the tree is high."""

from collections.abc import Iterable, Mapping

from selaras.ledger.proof.hashing import Place, Range, complete, consistency, hash_of, inclusion
from selaras.ledger.proof.models import LogNode

POSITIONS = 1 << 48  # more leaves than there will ever be, on each level


def place_key(place: Place) -> int:
    level, position = place
    return level * POSITIONS + position


def nodes_at(places: Iterable[Place]) -> dict[Place, bytes]:
    """The kept hashes of these complete subtrees; what is missing is left out."""
    wanted = {place_key(place): place for place in places}
    rows = LogNode.objects.filter(pk__in=wanted).values_list("place", "hash")
    return {wanted[key]: bytes(found) for key, found in rows}


def inclusion_path(index: int, size: int) -> list[bytes]:
    """Raises ValueError where there is no such leaf, LookupError where the tree is damaged."""
    return _hashes(inclusion(index, size))


def inclusion_paths(indexes: Iterable[int], size: int) -> dict[int, list[bytes]]:
    """As `inclusion_path`, for several leaves of one tree at once."""
    spans = {index: inclusion(index, size) for index in indexes}
    nodes = _nodes(span for path in spans.values() for span in path)
    return {index: [hash_of(span, nodes) for span in path] for index, path in spans.items()}


def consistency_path(first: int, second: int) -> list[bytes]:
    """Raises as `inclusion_path`."""
    return _hashes(consistency(first, second))


def root_of(size: int) -> bytes:
    return _hashes([(0, size)])[0]


def _hashes(spans: list[Range]) -> list[bytes]:
    nodes = _nodes(spans)
    return [hash_of(span, nodes) for span in spans]


def _nodes(spans: Iterable[Range]) -> Mapping[Place, bytes]:
    return nodes_at({place for span in spans for place in complete(*span)})
