"""What an index answers."""

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from selaras.textindex.contract import NO_BOUNDS, Facets, Hit, Hits, Statistics
from selaras.textindex.faceting import at_least, between, check_facets
from selaras.textindex.fitting import check_page, field_of
from selaras.textindex.opensearch.connecting import Cluster
from selaras.textindex.opensearch.counting import each_count, most_frequent
from selaras.textindex.opensearch.failing import Missing
from selaras.textindex.opensearch.indices import Indices
from selaras.textindex.opensearch.mapping import ID, STORED
from selaras.textindex.opensearch.sources import given_back
from selaras.textindex.opensearch.translating import translated
from selaras.textindex.queries import Keyword, Query
from selaras.textindex.schema import Kind, Schema

PAGE = 1_000
# While one index takes the place of another, a question may still be on its way to the old one.
ATTEMPTS = 3
ALL = {"match_all": {"boost": 0}}


class ClusterSnapshot:
    """Each question is answered from the newest refresh of the index that answers then. Before
    anything was written there is none, and nothing is found."""

    def __init__(self, cluster: Cluster, indices: Indices, schema: Schema) -> None:
        self._cluster = cluster
        self._indices = indices
        self._schema = schema

    def search(self, query: Query, *, limit: int, offset: int = 0, count: bool = False) -> Hits:
        return self._page(query, ["_score", {ID: "asc"}], limit, offset, count=count)

    def newest(self, query: Query, field: str, *, limit: int, offset: int = 0) -> Hits:
        """All score nothing; documents without the number come last."""
        field_of(self._schema, field, Kind.NUMBER)
        first = {field: {"order": "desc", "missing": "_last"}}
        return self._page(query, [first, {ID: "asc"}], limit, offset)

    def facets(
        self,
        query: Query,
        fields: Collection[str],
        bounds: Mapping[str, Sequence[int]] = NO_BOUNDS,
        *,
        most: int = 50,
    ) -> Facets:
        check_facets(self._schema, fields, bounds)
        counting: dict[str, Any] = {
            name: {"terms": {"field": name, "size": most}} for name in fields
        } | {name: {"range": {"field": name, "ranges": between(bounds[name])}} for name in bounds}
        body = {"size": 0, "query": translated(query, self._schema), "aggs": counting}
        found = self._ask(body).get("aggregations", {})
        buckets = {name: found.get(name, {}).get("buckets", ()) for name in counting}
        return Facets(
            {name: [(one["key"], one["doc_count"]) for one in buckets[name]] for name in fields},
            {name: at_least(bounds[name], buckets[name]) for name in bounds},
        )

    def terms(self, field: str, prefix: str = "", *, most: int) -> Sequence[tuple[str, int]]:
        field_of(self._schema, field, Kind.KEYWORD)
        return most_frequent(self._ask, field, prefix, most)

    def frequencies(self, field: str, terms: Collection[str]) -> Mapping[str, int]:
        field_of(self._schema, field, Kind.WORDS, Kind.KEYWORD)
        return each_count(self._ask, field, terms)

    def documents(self, ids: Collection[str]) -> Mapping[str, Mapping[str, Any]]:
        wanted = list(dict.fromkeys(ids))
        return {
            hit.id: hit.stored
            for start in range(0, len(wanted), PAGE)
            for hit in self._having(wanted[start : start + PAGE])
        }

    def everything(self) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """By id. Not from a point in time, which would be lost with the machine that holds it:
        what is written meanwhile may be there or not, all else is there once."""
        body: dict[str, Any] = {"query": ALL, "sort": [{ID: "asc"}], "size": PAGE}
        while found := self._hits(body):
            yield from ((hit.id, hit.stored) for hit in found)
            body["search_after"] = [found[-1].id]

    def size(self) -> int:
        return self._indices.counted(self._count)

    def _count(self) -> int:
        return _total(self._ask({"size": 0, "query": ALL, "track_total_hits": True}))

    def statistics(self) -> Statistics:
        """The size is of all copies."""
        try:
            said = self._cluster.ask("GET", f"/{self._indices.alias}/_stats/store", level="shards")
        except Missing:
            return Statistics(0, 0, 0)
        behind = said["indices"].values()
        return Statistics(
            documents=self._count(),
            size=sum(one["total"]["store"]["size_in_bytes"] for one in behind),
            parts=sum(len(one["shards"]) for one in behind),
        )

    def _page(
        self, query: Query, order: list[Any], limit: int, offset: int, *, count: bool = False
    ) -> Hits:
        check_page(limit, offset)
        body = {
            "query": translated(query, self._schema),
            "sort": order,
            "from": offset,
            "size": limit,
            "_source": [STORED],
            "track_total_hits": count,
        }
        answer = self._ask(body)
        return Hits(_hits(answer), _total(answer) if count else None)

    def _having(self, ids: Sequence[str]) -> Sequence[Hit]:
        body = {"query": translated(Keyword(ID, ids), self._schema), "size": len(ids)}
        return self._hits(body)

    def _hits(self, body: dict[str, Any]) -> Sequence[Hit]:
        return _hits(self._ask({**body, "_source": [STORED], "track_total_hits": False}))

    def _ask(self, body: dict[str, Any]) -> dict[str, Any]:
        """Equal questions go to the same copy of the index: copies score a little differently,
        and the second page has to follow on the first one."""
        asked = {one: said for one, said in body.items() if one not in {"from", "size"}}
        for _ in range(ATTEMPTS):
            try:
                answer: dict[str, Any] = self._cluster.ask(
                    "POST",
                    f"/{self._indices.alias}/_search",
                    body,
                    allow_partial_search_results="false",
                    search_type="dfs_query_then_fetch",
                    preference=hashlib.sha256(json.dumps(asked).encode()).hexdigest()[:12],
                )
            except Missing:
                continue
            return answer
        return {"hits": {"hits": [], "total": {"value": 0}}}


def _hits(answer: dict[str, Any]) -> list[Hit]:
    return [
        Hit(one["_id"], one["_score"] or 0.0, given_back(one["_source"]))
        for one in answer["hits"]["hits"]
    ]


def _total(answer: dict[str, Any]) -> int:
    total: int = answer["hits"]["total"]["value"]
    return total
