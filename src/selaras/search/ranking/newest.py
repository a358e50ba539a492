"""What a question finds in the order of time: for those who follow a search."""

from collections.abc import Mapping

from selaras.search import schema
from selaras.search.asking import Question
from selaras.search.ranking.choosing import Chosen, Ranked, fields_for, filters_of
from selaras.search.ranking.matching import strict_query_for
from selaras.search.ranking.reading import Read
from selaras.search.ranking.scoring import scored
from selaras.search.ranking.seeking import sought_in
from selaras.textindex.contract import Snapshot
from selaras.textindex.queries import Filtered


def newest(
    snapshot: Snapshot,
    read: Read,
    question: Question,
    weights: Mapping[str, float],
    *,
    limit: int,
) -> Chosen:
    """Texts with nearly all the words, the newest day first; those without a date come last."""
    fields = fields_for(question)
    query = strict_query_for(read, weights, fields)
    found = snapshot.newest(Filtered(query, filters_of(question)), schema.DATED, limit=limit).hits
    sought = sought_in(snapshot, read, fields)
    ranked = [Ranked(hit, scored({})) for hit in found]
    return Chosen(ranked, query, sought)
