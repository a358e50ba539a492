"""Our ranking and the bare engine over the same documents."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import tantivy

from selaras.institutions.queries import NATIONAL
from selaras.language.searching.spelling import Speller
from selaras.language.searching.synonyms import Thesaurus
from selaras.search import schema
from selaras.search.asking import Question
from selaras.search.entries import Entry
from selaras.search.ranking.choosing import Ranked, Ranking, choose
from selaras.search.ranking.facets import counts_of
from selaras.search.ranking.reading import read_question
from selaras.search.ranking.standing import Place
from selaras.search.signals import DEFAULTS
from selaras.search.synonyms import shipped
from selaras.search.vocabulary import MOST_WORDS
from selaras.textindex.embedded.index import EmbeddedIndex
from selaras.textindex.schema import Document

BATCH = 500
MEMORY = 64_000_000  # bytes of a writer, as ours
_WORD = re.compile(r"[^\W_]+")


class Ours:
    """What `find` does between the question and one page in its order, and where `counted` the
    number of all, by kind, region and age; no database."""

    name = "Selaras"

    def __init__(self, folder: Path) -> None:
        self.index = EmbeddedIndex(folder, schema.ENTRIES)
        self._thesaurus = Thesaurus(shipped())
        self._speller: Speller | None = None

    def fill(self, documents: Iterable[Document]) -> None:
        with self.index.rebuilding() as writer:
            for some in batched(documents):
                writer.put(some)
        self.index.close()

    def search(self, asked: str, region: str = NATIONAL, *, counted: bool = False) -> list[Ranked]:
        snapshot = self.index.snapshot()
        if self._speller is None:
            self._speller = Speller(dict(snapshot.terms(schema.WORDS, most=MOST_WORDS)))
        question = Question(asked, region=region)
        read = read_question(question.text, self._thesaurus, self._speller)
        chosen = choose(snapshot, read, question, _ranking(region))
        if counted:
            counts_of(snapshot, chosen.query, question)
        return list(chosen.ranked)


def _ranking(region: str) -> Ranking:
    known = region != NATIONAL
    own = frozenset({region} if known else ())
    above = frozenset({region.partition(".")[0], NATIONAL} if known else {NATIONAL})
    return Ranking(DEFAULTS, Place(own, above), frozenset(), lambda _: {}, datetime.now(UTC))


class Bare:
    """tantivy as it comes: its tokenizer, title and body, any word, ten with what is stored."""

    name = "tantivy"

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._searcher: tantivy.Searcher | None = None

    def fill(self, entries: Iterable[Entry]) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("id", stored=True, tokenizer_name="raw")
        for field in ("title", "body"):
            builder.add_text_field(field, stored=True)
        index = tantivy.Index(builder.build(), path=str(self._folder))
        writer = index.writer(MEMORY, num_threads=1)
        for one in entries:
            writer.add_document(tantivy.Document(id=one.key, title=one.title, body=one.body))
        writer.commit()
        writer.wait_merging_threads()

    def search(self, asked: str, *, count: bool = False) -> list[dict[str, Any]]:
        if self._searcher is None:
            self._index = tantivy.Index.open(str(self._folder))
            self._searcher = self._index.searcher()
        query = self._index.parse_query(" ".join(_WORD.findall(asked)), ["title", "body"])
        found = self._searcher.search(query, 10, count)
        return [self._searcher.doc(address).to_dict() for _, address in found.hits]


def batched(documents: Iterable[Document]) -> Iterable[list[Document]]:
    some: list[Document] = []
    for one in documents:
        some.append(one)
        if len(some) == BATCH:
            yield some
            some = []
    if some:
        yield some
