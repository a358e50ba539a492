"""The candidates of a question in their order, near-duplicates collapsed."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain
from typing import NamedTuple

from selaras.institutions.queries import NATIONAL
from selaras.search import schema
from selaras.search.asking import PER_PAGE, Question
from selaras.search.found import Scored
from selaras.search.ranking.features import Sought
from selaras.search.ranking.matching import query_for
from selaras.search.ranking.reading import Read
from selaras.search.ranking.scoring import closeness, fit, scored
from selaras.search.ranking.seeking import sought_in
from selaras.search.ranking.standing import Place, standing
from selaras.textindex.contract import Hit, Hits, Snapshot
from selaras.textindex.queries import AnyOf, Between, Filter, Filtered, Keyword, Query

CLOSE = 12  # candidates that are compared closely with the question
LOCAL = 6  # of the reader's own region, however far behind
ENOUGH = 5  # of her own; with fewer, those of her province come in too
SPARE = 10  # for near-duplicates, where those are found too
FARTHEST = 1_000  # of the index's own order, however many of those are near-duplicates
FIRST_DAY = date(1970, 1, 1)


class Ranked(NamedTuple):
    hit: Hit
    scored: Scored


@dataclass(frozen=True, slots=True)
class Chosen:
    """One page, and what its texts were compared with."""

    ranked: Sequence[Ranked]
    query: Query
    sought: Sought


Clicks = Callable[[Collection[str]], Mapping[str, float]]


@dataclass(frozen=True)
class Ranking:
    """What the order depends on beside the question; `clicks` tells of keys how often they are
    opened, between 0 and 1."""

    weights: Mapping[str, float]
    place: Place
    topics: Collection[str]
    clicks: Clicks
    now: datetime


def fields_for(question: Question) -> schema.Stems:
    """Near-duplicates are one where the whole country is looked at; an institution and a region
    have their own."""
    narrowed = question.site or question.filters.institution or question.filters.region
    return schema.ALL if narrowed else schema.HEADS


def filters_of(question: Question) -> list[Filter]:
    """What a reader asked to see alone."""
    asked = question.filters
    found: list[Filter] = []
    site = question.site or asked.institution
    if site:
        found.append(Keyword(schema.INSTITUTION, (site,)))
    if asked.region:
        found.append(Keyword(schema.AREAS, (asked.region,)))
    if asked.kinds:
        found.append(Keyword(schema.KIND, sorted(one.value for one in asked.kinds)))
    if asked.since or asked.until:
        found.append(Between(schema.DATED, _day(asked.since), _day(asked.until)))
    return found


def _day(day: date | None) -> int | None:
    return (day - FIRST_DAY).days if day else None


def choose(snapshot: Snapshot, read: Read, question: Question, ranking: Ranking) -> Chosen:
    """One page of results. The first `CLOSE` and the best of the reader's own region are put in
    order by all signals; what comes after keeps the order of the index."""
    fields = fields_for(question)
    query = query_for(read, ranking.weights, fields)
    must = filters_of(question)
    last = question.page * PER_PAGE
    spare = SPARE if fields is schema.ALL else 0
    found = _candidates(snapshot, Filtered(query, must), last, spare)
    local = _local(snapshot, query, must, ranking) if len(found.hits) >= CLOSE else ()
    sought = sought_in(snapshot, read, fields)
    near = {hit.id: hit for hit in chain(found.hits[:CLOSE], local)}
    clicks = ranking.clicks(near)
    best = sorted(
        (_rank(hit, sought, ranking, clicks.get(hit.id, 0.0)) for hit in near.values()),
        key=lambda one: (-one.scored.score, one.hit.id),
    )
    rest = (Ranked(hit, scored({"engine": hit.score / sought.whole})) for hit in found.hits[CLOSE:]
            if hit.id not in near)  # fmt: skip
    order = _collapsed(chain(best, rest))
    return Chosen(order[last - PER_PAGE : last], query, sought)


def _candidates(snapshot: Snapshot, query: Query, last: int, spare: int) -> Hits:
    """As many as have `last` different texts among them, if there are so many."""
    limit = max(CLOSE, last + spare)
    while True:
        found = snapshot.search(query, limit=limit)
        different = len({hit.stored["cluster"] or hit.id for hit in found.hits})
        if different >= last or len(found.hits) < limit or limit == FARTHEST:
            return found
        limit = min(FARTHEST, 4 * limit)


def _local(
    snapshot: Snapshot, query: Query, must: Sequence[Filter], ranking: Ranking
) -> Iterator[Hit]:
    """The best of the reader's own region; where it has few, the best of her province."""
    own = sorted(ranking.place.own)
    found: Sequence[Hit] = ()
    if own:
        there = _each_within(query, Keyword(schema.REGION, own))
        found = snapshot.search(Filtered(there, must), limit=LOCAL).hits
        yield from found
    province = sorted(ranking.place.above - {NATIONAL})
    if province and len(found) < ENOUGH:
        around = [*must, Keyword(schema.AREAS, province)]
        yield from snapshot.search(Filtered(query, around), limit=LOCAL).hits


def _each_within(query: Query, there: Keyword) -> Query:
    """The same of few texts: asked of each word by itself, an engine passes over all others."""
    if isinstance(query, AnyOf) and query.least == 1:
        return AnyOf([_each_within(one, there) for one in query.queries])
    return Filtered(query, [there])


def _rank(hit: Hit, sought: Sought, ranking: Ranking, clicks: float) -> Ranked:
    parts = closeness(
        hit.score, hit.stored["profile"], hit.stored["title_letters"], sought, ranking.weights
    )
    share = fit(parts, ranking.weights)
    beside = standing(
        hit.stored,
        place=ranking.place,
        weights=ranking.weights,
        clicks=clicks,
        now=ranking.now,
        owned=ranking.topics,
    )
    parts |= {name: part * share if part > 0 else part for name, part in beside.items()}
    return Ranked(hit, scored(parts))


def _collapsed(ranked: chain[Ranked]) -> list[Ranked]:
    """Of each cluster the first."""
    seen: set[str] = set()
    kept: list[Ranked] = []
    for one in ranked:
        cluster = one.hit.stored["cluster"] or one.hit.id
        if cluster not in seen:
            seen.add(cluster)
            kept.append(one)
    return kept
