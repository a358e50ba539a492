"""How many results there would be by kind, by region, by age."""

from collections.abc import Sequence
from datetime import UTC, datetime

from selaras.institutions.models import Region
from selaras.institutions.queries import NATIONAL
from selaras.search import schema
from selaras.search.asking import Question
from selaras.search.entries import Kind
from selaras.search.found import Facets
from selaras.search.ranking.choosing import FIRST_DAY, filters_of, narrowed
from selaras.textindex.contract import Snapshot
from selaras.textindex.queries import Between, Filtered, Query

AGES = (7, 30, 365)  # days
MOST_REGIONS = 40


def facets_of(snapshot: Snapshot, query: Query, question: Question) -> Facets:
    """Regions are provinces, or what lies in the one that was chosen; none within one site."""
    matching = narrowed(query, filters_of(question))
    counted = snapshot.facets(matching, [schema.KIND, schema.AREAS], most=600)
    today = (datetime.now(UTC).date() - FIRST_DAY).days
    ages = [(days, _since(snapshot, matching, today - days)) for days in AGES]
    kinds = [(Kind(name), count) for name, count in counted[schema.KIND] if name in _KINDS]
    regions = [] if question.site else _regions(counted[schema.AREAS], question.filters.region)
    return Facets(kinds, regions, [one for one in ages if one[1]])


_KINDS = {one.value for one in Kind}


def _since(snapshot: Snapshot, query: Query, day: int) -> int:
    recent = Filtered(query, [Between(schema.DATED, low=day)])
    return snapshot.search(recent, limit=1, count=True).total or 0


def _regions(counted: Sequence[tuple[str, int]], chosen: str) -> list[tuple[str, str, int]]:
    inside = {
        code: count
        for code, count in counted
        if code != NATIONAL and code.rpartition(".")[0] == (chosen.partition(".")[0])
    }
    names = Region.objects.in_bulk(inside)
    found = [
        (code, names[code].full_name, count) for code, count in inside.items() if code in names
    ]
    return sorted(found, key=lambda one: (-one[2], one[0]))[:MOST_REGIONS]
