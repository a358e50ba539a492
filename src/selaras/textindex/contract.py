"""The contract of a full-text engine. Its test runs against every adapter's real engine."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, NamedTuple, Protocol

from selaras.textindex.queries import Query
from selaras.textindex.schema import Document, Schema


class Hit(NamedTuple):
    id: str
    score: float
    stored: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Hits:
    """`total` is of all that match, None where it was not asked for."""

    hits: Sequence[Hit]
    total: int | None = None


NO_BOUNDS: Mapping[str, Sequence[int]] = MappingProxyType({})


class Facets(NamedTuple):
    """`values`: of each keyword field how many documents have each value, most first; `least`: of
    each number field how many have at least each of the bounds that were given."""

    values: Mapping[str, Sequence[tuple[str, int]]]
    least: Mapping[str, Sequence[int]]


@dataclass(frozen=True, slots=True)
class Statistics:
    """`size` is in bytes on disk; `parts` are segments or shards."""

    documents: int
    size: int
    parts: int


class Snapshot(Protocol):
    """An index as it was at one moment; later writes do not change what it answers.

    (OpenSearch answers each request from its newest refresh: there a snapshot promises only that
    the index it reads stays the same one while another is made.)
    """

    def search(self, query: Query, *, limit: int, offset: int = 0, count: bool = False) -> Hits:
        """The best first; equal scores by `id` within what is returned. `limit` and `offset`
        together are at most 10,000."""
        ...

    def newest(self, query: Query, field: str, *, limit: int, offset: int = 0) -> Hits:
        """As `search`, the highest number in `field` first, documents without it last; all score
        nothing."""
        ...

    def facets(
        self,
        query: Query,
        fields: Collection[str],
        bounds: Mapping[str, Sequence[int]] = NO_BOUNDS,
        *,
        most: int = 50,
    ) -> Facets:
        """Of the documents that match: the `most` frequent values of these keyword fields, and how
        many reach these bounds, which rise, of number fields. All in one pass."""
        ...

    def terms(self, field: str, prefix: str = "", *, most: int) -> Sequence[tuple[str, int]]:
        """Values of a keyword field that begin so, with how many documents have each; the most
        frequent first, equal ones by the alphabet."""
        ...

    def frequencies(self, field: str, terms: Collection[str]) -> Mapping[str, int]:
        """How many documents have each of these words or keywords. For a word of more than ten,
        those that were dropped lately may still be counted."""
        ...

    def documents(self, ids: Collection[str]) -> Mapping[str, Mapping[str, Any]]:
        """What is stored with each of these ids; one that is not there is absent."""
        ...

    def everything(self) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """Each id with what is stored, in any order, without holding all in memory."""
        ...

    def size(self) -> int:
        """About how many documents there are, by which rarity is reckoned: a minute old at most,
        and so cheap that every question may ask."""
        ...

    def statistics(self) -> Statistics: ...


class Writer(Protocol):
    def put(self, documents: Iterable[Document]) -> None:
        """Raises `Unsuitable` before anything of it is written. All are held until then, so a
        caller with very many gives them in batches."""
        ...

    def drop(self, ids: Iterable[str]) -> None: ...


class Index(Protocol):
    """One index. Raises `Unavailable`, `Busy` (both pass) or `Refused`."""

    schema: Schema

    def snapshot(self) -> Snapshot:
        """What is visible now: at the latest a second after a write returned, in every process."""
        ...

    def writing(self) -> AbstractContextManager[Writer]:
        """What is written inside is durable, and becomes visible at once, when it ends well;
        when it ends with an error, nothing of it is kept. (OpenSearch sends it in several requests
        then: an engine that fails between two of them keeps the first. To write it again mends.)"""
        ...

    def rebuilding(self) -> AbstractContextManager[Writer]:
        """As `writing`, into an empty index that takes the place of this one when it ends well;
        until then, and where it fails, this one answers."""
        ...

    def close(self) -> None: ...
