"""tantivy as it comes: small letters, BM25 over title and body, any word may match."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import tantivy

from selaras.search.evaluation.corpus import OfflineDocument
from selaras.search.evaluation.systems.contract import Searcher, System, words

_FIELDS = ("title", "body")
_MEMORY = 128_000_000  # bytes for the writer
# Results with the score of the last one may stand in any order: that many more are looked at.
_MORE = 20


class _Searcher:
    setup = "default tokenizer, BM25, title OR body, any word"

    def __init__(self, index: tantivy.Index) -> None:
        self._schema = index.schema
        self._searcher = index.searcher()

    def search(self, query: str, *, region: str, limit: int) -> list[str]:
        found = self._searcher.search(self._query(query), limit + _MORE, count=False).hits
        last = found[:limit][-1][0] if found else 0.0
        scored = [
            (-score, self._searcher.doc(address)["id"][0])
            for score, address in found
            if score >= last
        ]
        return [one for _, one in sorted(scored)][:limit]

    def _query(self, query: str) -> tantivy.Query:
        return tantivy.Query.boolean_query(
            [
                (tantivy.Occur.Should, tantivy.Query.term_query(self._schema, field, word))
                for word in words(query)
                for field in _FIELDS
            ]
        )


@contextmanager
def _index(folder: Path, documents: Sequence[OfflineDocument]) -> Iterator[Searcher]:
    schema = tantivy.SchemaBuilder()
    schema.add_text_field("id", stored=True, tokenizer_name="raw")
    for field in _FIELDS:
        schema.add_text_field(field)
    index = tantivy.Index(schema.build(), path=str(folder))
    writer = index.writer(_MEMORY, num_threads=1)
    for one in documents:
        writer.add_document(tantivy.Document(id=one.id, title=one.title, body=one.body))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    yield _Searcher(index)


PLAIN_TANTIVY = System("tantivy", _index)
