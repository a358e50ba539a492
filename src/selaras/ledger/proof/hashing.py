"""Hashes, proofs and their verification in a Merkle tree, as RFC 9162, section 2.1, writes them.

Pure: nothing here reads a database. A range `[start, end)` of leaves that a proof names begins
where a complete subtree does, so its hash follows from hashes of complete subtrees alone.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256

LEAF, NODE = b"\x00", b"\x01"
EMPTY = sha256(b"").digest()
Range = tuple[int, int]
Place = tuple[int, int]  # of a complete subtree: its level, 0 for leaves, and its position there


def leaf_hash(content: bytes) -> bytes:
    return sha256(LEAF + content).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return sha256(NODE + left + right).digest()


class Frontier:
    """A tree that leaves are added to; it holds the hashes of its complete subtrees only."""

    def __init__(self, size: int = 0, hashes: Sequence[bytes] = ()) -> None:
        """`hashes` are those of `complete(0, size)`."""
        self.size = size
        self._hashes = list(hashes)

    def add(self, leaf: bytes) -> Iterator[tuple[Place, bytes]]:
        """The complete subtrees that this leaf makes, itself first."""
        made = leaf
        for place in completed_by(self.size):
            if place[0]:
                made = node_hash(self._hashes.pop(), made)
            yield place, made
        self._hashes.append(made)
        self.size += 1

    def root(self) -> bytes:
        return joined(self._hashes)


def joined(hashes: Sequence[bytes]) -> bytes:
    """The hash over complete subtrees that stand side by side, from the largest on."""
    if not hashes:
        return EMPTY
    found = hashes[-1]
    for left in reversed(hashes[:-1]):
        found = node_hash(left, found)
    return found


def complete(start: int, end: int) -> list[Place]:
    """The complete subtrees that make up this range, the largest first."""
    places = []
    while start < end:
        level = (end - start).bit_length() - 1
        places.append((level, start >> level))
        start += 1 << level
    return places


def completed_by(index: int) -> Iterator[Place]:
    """The complete subtrees whose last leaf is this one, itself first."""
    level, size = 0, index + 1
    yield 0, index
    while size % 2 == 0:
        level, size = level + 1, size // 2
        yield level, size - 1


def hash_of(span: Range, nodes: Mapping[Place, bytes]) -> bytes:
    """The hash of a range that a proof names. Raises KeyError for a subtree that is missing."""
    return joined([nodes[place] for place in complete(*span)])


def inclusion(index: int, size: int) -> list[Range]:
    """The ranges whose hashes prove that a leaf is in a tree, from the leaf upwards."""
    if not 0 <= index < size:
        raise ValueError(f"no leaf {index} in a tree of {size}")
    return _path(index, 0, size)


def _path(index: int, start: int, end: int) -> list[Range]:
    found: list[Range] = []
    while end - start > 1:
        middle = start + _split(end - start)
        if index < middle:
            found.append((middle, end))
            end = middle
        else:
            found.append((start, middle))
            start = middle
    return found[::-1]


def consistency(first: int, second: int) -> list[Range]:
    """The ranges whose hashes prove that the first tree is the beginning of the second."""
    if not 0 < first <= second:
        raise ValueError(f"no tree of {first} in one of {second}")
    found: list[Range] = []
    start, end, whole = 0, second, True
    while end != first:
        middle = start + _split(end - start)
        if first <= middle:
            found.append((middle, end))
            end = middle
        else:
            found.append((start, middle))
            start, whole = middle, False
    if not whole:
        found.append((start, end))
    return found[::-1]


def _split(size: int) -> int:
    """The largest power of two below the size."""
    return 1 << (size - 1).bit_length() - 1


def root_from(leaf: bytes, index: int, size: int, path: Iterable[bytes]) -> bytes | None:
    """The root that an inclusion proof leads to; None for a path that fits no such tree."""
    if not 0 <= index < size:
        return None
    place, last, found = index, size - 1, leaf
    for beside in path:
        if last == 0:
            return None
        if place & 1 or place == last:
            found = node_hash(beside, found)
            while place and not place & 1:
                place, last = place >> 1, last >> 1
        else:
            found = node_hash(found, beside)
        place, last = place >> 1, last >> 1
    return found if last == 0 else None


def is_consistent(
    first: int, second: int, first_root: bytes, second_root: bytes, path: Sequence[bytes]
) -> bool:
    """Whether the path proves that the tree of the first root grew into that of the second."""
    if not 0 < first <= second:
        return False
    if first == second:
        return not path and first_root == second_root
    hashes = [first_root, *path] if first & (first - 1) == 0 else list(path)
    if not hashes:
        return False
    place, last = first - 1, second - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    older = newer = hashes[0]
    for beside in hashes[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            older, newer = node_hash(beside, older), node_hash(beside, newer)
            while place and not place & 1:
                place, last = place >> 1, last >> 1
        else:
            newer = node_hash(newer, beside)
        place, last = place >> 1, last >> 1
    return last == 0 and older == first_root and newer == second_root
