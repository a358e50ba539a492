"""What an index holds: its fields, and documents of it."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any

Value = str | int | Sequence[str]


class Kind(StrEnum):
    """WORDS are terms separated by blanks, ranked by BM25; a KEYWORD is a whole text, compared
    exactly, of which a document may have many; a NUMBER is an integer of 64 bits."""

    WORDS = "words"
    KEYWORD = "keyword"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Field:
    """`phrases`: the order of its words is kept, so that phrases can be asked for."""

    name: str
    kind: Kind
    phrases: bool = False


@dataclass(frozen=True)
class Schema:
    """An index by its name, lower-case letters only, and its fields in any order.

    Each document also has an `id`, a keyword, and what is `stored` with it.
    """

    name: str
    fields: tuple[Field, ...]

    @cached_property
    def by_name(self) -> Mapping[str, Field]:
        return {one.name: one for one in self.fields}

    @cached_property
    def digest(self) -> str:
        """Changes with every field: an index made for another digest has to be made anew."""
        said = ";".join(sorted(f"{one.name}:{one.kind}:{one.phrases}" for one in self.fields))
        return hashlib.sha256(said.encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Document:
    """`values` are by field, one that is missing has none; `stored` is any JSON, given back as is.

    A document with the same `id` replaces the one before.
    """

    id: str
    values: Mapping[str, Value]
    stored: Mapping[str, Any] = field(default_factory=dict)
