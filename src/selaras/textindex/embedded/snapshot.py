"""The index as it was at one moment."""

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import tantivy

from selaras.textindex.contract import NO_BOUNDS, Facets, Hit, Hits, Statistics
from selaras.textindex.embedded.documents import read
from selaras.textindex.embedded.failing import told
from selaras.textindex.embedded.fields import ID, SHARE, SHARES
from selaras.textindex.embedded.queries import Translator, same_score
from selaras.textindex.errors import Unsuitable
from selaras.textindex.faceting import at_least, between, check_facets
from selaras.textindex.fitting import check_page, field_of
from selaras.textindex.queries import Keyword, Query
from selaras.textindex.schema import Kind, Schema

# Values of a facet are counted this generously, so that equal ones at the end are in order.
_COUNTED = 1_000
# Words that more documents have are counted with those dropped since their part was last merged.
_RARE = 10
_BY_SCORE: Mapping[str, Any] = {}
_BY_ID: Mapping[str, Any] = {"order_by_field": ID, "order": tantivy.Order.Asc}


class EmbeddedSnapshot:
    """Equal scores are in order of `id` on each page; which of equal ones are on a page depends on
    where the engine keeps them, except where all score the same: there `id` decides alone.
    """

    def __init__(
        self,
        searcher: tantivy.Searcher,
        schema: Schema,
        translate: Translator,
        folder: Path | None,
    ) -> None:
        self._searcher = searcher
        self._schema = schema
        self._translate = translate
        self._folder = folder

    def search(self, query: Query, *, limit: int, offset: int = 0, count: bool = False) -> Hits:
        check_page(limit, offset)
        made = self._translate(query)
        score = same_score(query)
        best = _BY_SCORE if score is None else _BY_ID
        with told():
            found = self._searcher.search(made, max(limit, 1), count, offset=offset, **best)
            hits = self._hits(found.hits[:limit], score)
        hits.sort(key=lambda hit: (-hit.score, hit.id))
        return Hits(hits, _total(found) if count else None)

    def newest(self, query: Query, field: str, *, limit: int, offset: int = 0) -> Hits:
        """All score nothing; documents without the number come last."""
        check_page(limit, offset)
        field_of(self._schema, field, Kind.NUMBER)
        made = self._translate(query)
        with told():
            found = self._searcher.search(made, max(limit, 1), False, field, offset).hits[:limit]
            hits = self._hits(found, 0.0)
        numbers = [-math.inf if number is None else number for number, _ in found]
        both = sorted(zip(numbers, hits, strict=True), key=lambda one: (-one[0], one[1].id))
        return Hits([hit for _, hit in both])

    def _hits(
        self, found: Sequence[tuple[Any, tantivy.DocAddress]], score: float | None
    ) -> list[Hit]:
        hits = []
        for own, address in found:
            id_, stored = read(self._searcher.doc(address))
            hits.append(Hit(id_, own if score is None else score, stored))
        return hits

    def facets(
        self,
        query: Query,
        fields: Collection[str],
        bounds: Mapping[str, Sequence[int]] = NO_BOUNDS,
        *,
        most: int = 50,
    ) -> Facets:
        check_facets(self._schema, fields, bounds)
        counted = max(_COUNTED, most)
        asked: dict[str, Any] = {
            name: {"terms": {"field": name, "size": counted, "segment_size": 2 * counted}}
            for name in fields
        } | {name: {"range": {"field": name, "ranges": between(bounds[name])}} for name in bounds}
        made = self._translate(query)
        with told():
            answer = self._searcher.aggregate(made, asked)
        return Facets(
            {name: _ordered(answer[name]["buckets"])[:most] for name in fields},
            {name: at_least(bounds[name], answer[name]["buckets"]) for name in bounds},
        )

    def terms(self, field: str, prefix: str = "", *, most: int) -> Sequence[tuple[str, int]]:
        field_of(self._schema, field, Kind.KEYWORD)
        if most < 1:
            return []
        with told():
            # Asked of all documents, or those that were dropped would count until merged away.
            everything = tantivy.Query.all_query()
            return self._searcher.terms_with_prefix(field, prefix, everything, most)

    def frequencies(self, field: str, terms: Collection[str]) -> Mapping[str, int]:
        """Of a word that over ten documents have, dropped ones may still count for a while."""
        field_of(self._schema, field, Kind.WORDS, Kind.KEYWORD)
        with told():
            return {term: self._frequency(field, term) for term in terms}

    def documents(self, ids: Collection[str]) -> Mapping[str, Mapping[str, Any]]:
        wanted = list(ids)
        if not wanted:
            return {}
        made = self._translate(Keyword(ID, wanted))
        with told():
            found = self._searcher.search(made, len(wanted), count=False)
            return dict(read(self._searcher.doc(address)) for _, address in found.hits)

    def everything(self) -> Iterator[tuple[str, Mapping[str, Any]]]:
        for share in range(SHARES):
            with told():
                most = self._searcher.doc_freq(SHARE, share)
                made = tantivy.Query.term_query(self._translate.made, SHARE, share)
                # Scored alike they come as they are stored, which is how they are read fastest.
                alike = tantivy.Query.const_score_query(made, 0.0)
                found = self._searcher.search(alike, max(most, 1), count=False)
            for _, address in found.hits:
                yield read(self._searcher.doc(address))

    def size(self) -> int:
        return int(self._searcher.num_docs)

    def statistics(self) -> Statistics:
        size = 0 if self._folder is None else _size(self._folder)
        return Statistics(self._searcher.num_docs, size, self._searcher.num_segments)

    def _frequency(self, field: str, term: str) -> int:
        try:
            count = self._searcher.doc_freq(field, term)
        except ValueError as error:
            raise Unsuitable(f"Not a word: {term[:80]!r}") from error
        if not 0 < count <= _RARE:
            return count
        made = tantivy.Query.term_query(self._translate.made, field, term, "basic")
        return _total(self._searcher.search(made, 1, count=True))


def _total(found: Any) -> int:
    return int(found.count)  # missing from the engine's type stub


def _ordered(buckets: Sequence[Mapping[str, Any]]) -> list[tuple[str, int]]:
    counted = ((one["key"], one["doc_count"]) for one in buckets)
    return sorted(counted, key=lambda one: (-one[1], one[0]))


def _size(folder: Path) -> int:
    size = 0
    for file in folder.glob("*"):
        with suppress(FileNotFoundError):  # merged away meanwhile
            size += file.stat().st_size
    return size
