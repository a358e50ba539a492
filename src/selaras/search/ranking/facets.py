"""How many results there would be by kind, by region, by age."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime

from selaras.institutions.models import Region
from selaras.institutions.queries import NATIONAL
from selaras.search import schema
from selaras.search.asking import Question
from selaras.search.entries import Kind
from selaras.search.found import Facets
from selaras.search.ranking.choosing import FIRST_DAY, filters_of
from selaras.textindex.contract import Snapshot
from selaras.textindex.queries import Filtered, Query

AGES = (7, 30, 365)  # days
MOST_REGIONS = 40
MOST_COUNTED = 1_000  # regions that have texts of their own


def facets_of(snapshot: Snapshot, query: Query, question: Question) -> Facets:
    """Regions are provinces, or what lies in the one that was chosen; none within one site."""
    matching = Filtered(query, filters_of(question))
    today = (datetime.now(UTC).date() - FIRST_DAY).days
    since = [today - days for days in reversed(AGES)]
    fields = [schema.KIND] if question.site else [schema.KIND, schema.REGION]
    counted = snapshot.facets(matching, fields, {schema.DATED: since}, most=MOST_COUNTED)
    ages = zip(AGES, reversed(counted.least[schema.DATED]), strict=True)
    kinds = [(Kind(name), count) for name, count in counted.values[schema.KIND] if name in _KINDS]
    regions = _regions(counted.values.get(schema.REGION, ()), question.filters.region)
    return Facets(kinds, regions, [one for one in ages if one[1]])


_KINDS = {one.value for one in Kind}


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
