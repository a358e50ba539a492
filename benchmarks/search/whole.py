"""The whole search at the size of the demonstration: answers, notices, results, facets."""

import random
from collections.abc import Iterator, Sequence

from benchmarks.search.measuring import HEADING, spread, timed
from benchmarks.search.questions import asked_of
from selaras.search.asking import Question
from selaras.search.finding import find
from selaras.search.index import national_index
from selaras.search.indexing.filling import fill
from selaras.search.indexing.keeping import Indexer

ASKED = 300


def tables() -> Iterator[str]:
    index = national_index()
    number = fill(index)
    Indexer(index).settle_all()
    index.close()  # or no other process could write to it
    asked = _questions()
    yield f"\nThe demonstration, {number:,} entries, its database and its facets:\n\n{HEADING}"
    for region, told in (("00", "the country"), ("32.73", "the reader's region known")):
        whole = [timed(lambda: find(Question(one, region))) for one in asked]  # noqa: B023
        yield spread(f"the whole search, {told}", whole)


def _questions() -> Sequence[str]:
    texts = [
        f"{one['title']}. {one['body']}" for _, one in national_index().snapshot().everything()
    ]
    long = sorted(text for text in texts if len(text) > 200)
    return asked_of(random.Random(8).sample(long, min(ASKED, len(long))))  # noqa: S311
