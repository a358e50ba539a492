"""What a search that somebody follows has found lately."""

from datetime import UTC, datetime

from selaras.search.asking import Question
from selaras.search.found import Result
from selaras.search.index import filled_snapshot
from selaras.search.ranking.newest import newest as newest_of
from selaras.search.ranking.presenting import presented
from selaras.search.ranking.reading import read_question
from selaras.search.tuning import weights
from selaras.search.vocabulary import speller, thesaurus

MOST = 30
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def newest(question: Question) -> list[Result]:
    """What has nearly all its words, the newest first; nothing where it cannot be searched for.

    Raises what the engine raises.
    """
    if not question.searchable:
        return []
    snapshot = filled_snapshot()
    words = speller(snapshot) if question.corrected else None
    read = read_question(question.text, thesaurus(), words)
    chosen = newest_of(snapshot, read, question, weights(), limit=MOST)
    found = presented(snapshot, chosen.ranked, chosen.sought)
    return sorted(found, key=lambda one: one.dated or EPOCH, reverse=True)
