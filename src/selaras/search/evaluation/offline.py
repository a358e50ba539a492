"""Our search over documents that are in no database, as it is measured."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from selaras.language.searching.spelling import Speller
from selaras.language.searching.synonyms import Thesaurus
from selaras.search import schema
from selaras.search.evaluation.corpus import OfflineDocument
from selaras.search.ranking.analysis import analyse
from selaras.search.ranking.matching import query_for
from selaras.search.ranking.reading import read_question
from selaras.search.ranking.scoring import closeness
from selaras.search.ranking.seeking import sought_in
from selaras.textindex.contract import Hit
from selaras.textindex.opening import open_index
from selaras.textindex.schema import Document

CANDIDATES = 12  # that are compared closely
MOST_WORDS = 500_000
OFFLINE = schema.ENTRIES


class OfflineSearch:
    """An index of these documents in an empty folder; `groups` are synonyms."""

    def __init__(
        self,
        folder: Path,
        documents: Iterable[OfflineDocument],
        *,
        weights: Mapping[str, float],
        groups: Sequence[Sequence[str]],
    ) -> None:
        self._weights = weights
        index = open_index("", OFFLINE, folder=folder)
        with index.rebuilding() as writer:
            writer.put(_documents(documents))
        self._snapshot = index.snapshot()
        self._speller = Speller(dict(self._snapshot.terms(schema.WORDS, most=MOST_WORDS)))
        self._thesaurus = Thesaurus(groups)

    def search(self, query: str, *, region: str = "", limit: int = 10) -> list[str]:
        """Ids, the best first. The region alone makes no document better: none has one here."""
        del region
        read = read_question(query, self._thesaurus, self._speller)
        if not read.terms:
            return []
        found = self._snapshot.search(
            query_for(read, self._weights), limit=max(limit, CANDIDATES)
        ).hits
        sought = sought_in(self._snapshot, read)

        def score(hit: Hit) -> float:
            profile, title = hit.stored["profile"], hit.stored["title_letters"]
            return sum(closeness(hit.score, profile, title, sought, self._weights).values())

        best = sorted(found[:CANDIDATES], key=lambda hit: (-score(hit), hit.id))
        return [hit.id for hit in (*best, *found[CANDIDATES:])][:limit]


def _documents(documents: Iterable[OfflineDocument]) -> Iterator[Document]:
    for one in documents:
        found = analyse(one.title, one.body)
        stored = {"profile": found.profile, "title_letters": found.title_letters}
        yield Document(one.id, found.values, stored)
