"""One search: answers from the facts as they are now, and results from the index."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from selaras.facts.models import FactType
from selaras.institutions.queries import NATIONAL
from selaras.search.answers.facts import answers_for
from selaras.search.answers.notices import notices_for
from selaras.search.answers.sites import sites_for
from selaras.search.answers.understanding import Understood, understand
from selaras.search.asked.clicks import click_share
from selaras.search.asking import MOST_PAGES, PER_PAGE, Question
from selaras.search.found import Answer, Corrected, Facets, Found, Notice, Site
from selaras.search.index import filled_snapshot
from selaras.search.ranking.choosing import Ranking, choose
from selaras.search.ranking.facets import counts_of, facets_of
from selaras.search.ranking.presenting import presented
from selaras.search.ranking.reading import Read, read_question
from selaras.search.ranking.standing import Place
from selaras.search.tuning import weights
from selaras.search.vocabulary import speller, thesaurus

NOTHING = Found((), 0, 1, 1)


@dataclass(frozen=True, slots=True)
class _Beside:
    """What is told beside the results, and what they are ranked by."""

    about: Understood
    answers: Sequence[Answer]
    notices: Sequence[Notice]
    sites: Sequence[Site]


def find(question: Question) -> Found:
    """Answers, notices, sites and one page of results. A fixed number of queries.

    Any question is answered; one that cannot be searched for finds nothing. A page that is too
    far is the last one. Raises `EngineError` where the index does not answer.
    """
    if not question.searchable:
        return NOTHING
    beside = _beside(question)
    snapshot = filled_snapshot()
    words = speller(snapshot)
    read = read_question(question.text, thesaurus(), words)
    offered = None
    if read.mended:
        offered = Corrected(question.text, _mended(question.text, read), not question.corrected)
        if not question.corrected:
            read = read_question(question.text, thesaurus(), None)
    bounded = replace(question, page=max(1, min(question.page, MOST_PAGES)))
    ranking = _ranking(question, beside)
    chosen = choose(snapshot, read, bounded, ranking)
    counts = counts_of(snapshot, chosen.query, bounded)
    pages = max(1, min(MOST_PAGES, math.ceil(counts.total / PER_PAGE)))
    if bounded.page > pages:
        bounded = replace(bounded, page=pages)
        chosen = choose(snapshot, read, bounded, ranking)
    return Found(
        results=presented(snapshot, chosen.ranked, chosen.sought),
        total=counts.total,
        page=bounded.page,
        pages=pages,
        answers=beside.answers,
        notices=beside.notices,
        sites=beside.sites,
        corrected=offered,
        facets=facets_of(counts, bounded) if counts.total else Facets(),
        unsaid=chosen.sought.unsaid if counts.total else (),
    )


def without_engine(question: Question) -> Found:
    """What needs no index: answers, notices and sites."""
    if not question.searchable:
        return NOTHING
    beside = _beside(question)
    return replace(NOTHING, answers=beside.answers, notices=beside.notices, sites=beside.sites)


def _beside(question: Question) -> _Beside:
    about = understand(question.text, region=question.region)
    first = question.page <= 1
    return _Beside(
        about=about,
        answers=answers_for(about, region=question.region) if first else (),
        notices=notices_for(about, question.region),
        sites=sites_for(about) if first and not question.site else (),
    )


def _ranking(question: Question, beside: _Beside) -> Ranking:
    """A place that is named counts as the reader's own."""
    named = {code for one in beside.about.places for code in one.codes}
    own = (named or {question.region}) - {NATIONAL}
    above = {code for one in own for code in beside.about.country.places.lineage(one)[1:]}
    types = FactType.objects.filter(pk__in=[one.pk for one in beside.about.types])
    return Ranking(
        weights=weights(),
        place=Place(frozenset(own), frozenset(above or {NATIONAL})),
        topics=frozenset(types.values_list("topic__key", flat=True)) if types else frozenset(),
        clicks=click_share,
        now=datetime.now(UTC),
    )


def _mended(text: str, read: Read) -> str:
    """The question with what was mended in the place of what was typed."""
    parts: list[str] = []
    last = 0
    for term in read.terms:
        if term.mended:
            parts += [text[last : term.word.start], term.best]
            last = term.word.end
    return "".join([*parts, text[last:]])
