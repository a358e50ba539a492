"""Kinds of what is reviewed; the rooms above name theirs when they start."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """`address` gives the path, on the editors' host, where a subject of this kind is decided."""

    name: str
    address: Callable[[str], str]


_kinds: dict[str, Kind] = {}


def is_reviewed(kind: Kind) -> None:
    """Name a kind: what waits of it stands in the inbox, and letters are written about it."""
    _kinds[kind.name] = kind


def kinds() -> frozenset[str]:
    return frozenset(_kinds)


def address_of(kind: str, key: str) -> str:
    """Raises KeyError for a kind that nobody named."""
    return _kinds[kind].address(key)
