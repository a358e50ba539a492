"""How many results there would be by kind, by region, by age."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from selaras.institutions.models import Region
from selaras.institutions.queries import NATIONAL
from selaras.search import schema
from selaras.search.asking import Question
from selaras.search.entries import Kind
from selaras.search.found import Facets
from selaras.search.ranking.choosing import FIRST_DAY, fields_for, filters_of
from selaras.textindex.contract import Snapshot
from selaras.textindex.queries import Filtered, Query

AGES = (7, 30, 365)  # days
MOST_REGIONS = 40
MOST_COUNTED = 1_000  # regions that have texts of their own, and clusters
_KINDS = {one.value for one in Kind}


@dataclass(frozen=True, slots=True)
class Counts:
    """`total` is of all that match, of each cluster one. `regions` are codes with their own texts;
    `ages` days with how many are no older."""

    total: int
    kinds: Sequence[tuple[str, int]]
    regions: Sequence[tuple[str, int]]
    ages: Sequence[tuple[int, int]]


def counts_of(snapshot: Snapshot, query: Query, question: Question) -> Counts:
    """All that is told of what matches beside the page itself, in one pass over it."""
    fields = [schema.KIND]
    if not question.site:
        fields.append(schema.REGION)
    if fields_for(question) is schema.ALL:
        fields.append(schema.CLUSTER)
    today = (datetime.now(UTC).date() - FIRST_DAY).days
    since = [today - days for days in reversed(AGES)]
    matching = Filtered(query, filters_of(question))
    found = snapshot.facets(matching, fields, {schema.DATED: since}, most=MOST_COUNTED)
    kinds = found.values[schema.KIND]
    copies = sum(count - 1 for _, count in found.values.get(schema.CLUSTER, ()))
    return Counts(
        total=sum(count for _, count in kinds) - copies,
        kinds=kinds,
        regions=found.values.get(schema.REGION, ()),
        ages=list(zip(AGES, reversed(found.least[schema.DATED]), strict=True)),
    )


def facets_of(counts: Counts, question: Question) -> Facets:
    """Regions are provinces, or what lies in the one that was chosen; none within one site."""
    kinds = [(Kind(name), count) for name, count in counts.kinds if name in _KINDS]
    regions = _regions(counts.regions, question.filters.region)
    return Facets(kinds, regions, [one for one in counts.ages if one[1]])


def _regions(counted: Sequence[tuple[str, int]], chosen: str) -> list[tuple[str, str, int]]:
    """What lies directly in the country, or in the province of the chosen region: all in it."""
    province = chosen.partition(".")[0]
    level = 2 if province else 1
    inside: Counter[str] = Counter()
    for code, count in counted:
        steps = code.split(".")
        if code != NATIONAL and len(steps) >= level and province in ("", steps[0]):
            inside[".".join(steps[:level])] += count
    names = Region.objects.in_bulk(inside)
    found = [
        (code, names[code].full_name, count) for code, count in inside.items() if code in names
    ]
    return sorted(found, key=lambda one: (-one[2], one[0]))[:MOST_REGIONS]
