"""What a search that somebody follows has found lately."""

from dataclasses import replace
from datetime import UTC, datetime

from selaras.search.asking import Question
from selaras.search.finding import find
from selaras.search.found import Result

PAGES = 3
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def newest(question: Question) -> list[Result]:
    """The best results of its first pages, the newest of them first.

    What matches least is no news to who follows: only the best are put into the order of time.
    Raises what the engine raises.
    """
    found: list[Result] = []
    for number in range(1, PAGES + 1):
        page = find(replace(question, page=number))
        found += page.results
        if number >= page.pages:
            break
    return sorted(found, key=lambda one: one.dated or EPOCH, reverse=True)
