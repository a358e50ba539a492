"""The board: how well published texts agree with the facts, by region, by topic, and over time.

Everything is counted now, in a number of queries that grows with nothing; only the days that are
over are read from what was kept.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from selaras.alignment.boards.counting import Counts, Place, counted
from selaras.alignment.boards.filters import BoardFilters
from selaras.alignment.boards.scope import Scope
from selaras.announcements.instructing.reach import parents, today
from selaras.institutions.models import Region, Topic
from selaras.institutions.queries import NATIONAL

NOTHING = 101  # where nothing is stated there is nothing to mend: after every share
CENTRE = "Instansi pusat"
K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Row:
    """A region with what its institutions state; a province stands for all that lies in it."""

    code: str
    name: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class TopicRow:
    topic: Topic
    counts: Counts


@dataclass(frozen=True, slots=True)
class Board:
    """`rows` are provinces and the centre, or what lies in `province`.

    That is the chosen province, or the only one in which anything is stated. `provinces` are all
    in which something is, whatever was chosen.
    """

    province: str
    total: Counts
    rows: Sequence[Row]
    provinces: Sequence[Row]
    topics: Sequence[TopicRow]


Measure = Callable[[Counts], tuple[int, ...]]
_ORDERS: Mapping[str, Measure] = {
    "": lambda one: (NOTHING if one.share is None else one.share, -one.to_mend),
    "temuan": lambda one: (-one.to_mend,),
    "pernyataan": lambda one: (-one.total,),
    "wilayah": lambda one: (),
}


def board_of(scope: Scope, filters: BoardFilters) -> Board:
    """Five queries. Topics are compared within the chosen province, regions within the topic."""
    cells, topics = counted(scope), Topic.objects.in_bulk()
    above, called = parents(today()), names()
    by_region = _summed(
        (code, counts)
        for (code, topic), counts in cells.items()
        if filters.topic in ("", topics[topic].key)
    )
    by_province = _summed((_province(code, above), counts) for code, counts in by_region.items())
    province = filters.province or (next(iter(by_province)) if len(by_province) == 1 else "")
    inside = {
        code: counts for code, counts in by_region.items() if province == _province(code, above)
    }
    shown = inside if province else by_province
    return Board(
        province=province,
        total=sum(shown.values(), Counts()),
        rows=_rows(shown, called, filters.order),
        provinces=_rows(by_province, called, "wilayah"),
        topics=_topics(cells, topics, filters, above),
    )


def cells_of(scope: Scope, filters: BoardFilters) -> dict[Place, Counts]:
    """What the board counts of the chosen topic and province, by region and topic."""
    above, wanted = parents(today()), Topic.objects.in_bulk()
    return {
        (code, topic): counts
        for (code, topic), counts in counted(scope).items()
        if filters.topic in ("", wanted[topic].key)
        and filters.province in ("", _province(code, above))
    }


def _topics(
    cells: Mapping[Place, Counts],
    topics: Mapping[int, Topic],
    filters: BoardFilters,
    above: Mapping[str, str],
) -> list[TopicRow]:
    found = _summed(
        (topic, counts)
        for (code, topic), counts in cells.items()
        if filters.province in ("", _province(code, above))
    )
    rows = [TopicRow(topics[topic], counts) for topic, counts in found.items()]
    return sorted(rows, key=lambda row: (*_ORDERS[""](row.counts), row.topic.label))


def _rows(found: Mapping[str, Counts], called: Mapping[str, str], order: str) -> list[Row]:
    rows = [Row(code, called[code], counts) for code, counts in found.items()]
    measure = _ORDERS.get(order, _ORDERS[""])
    return sorted(rows, key=lambda row: (*measure(row.counts), row.code))


def _summed(found: Iterable[tuple[K, Counts]]) -> dict[K, Counts]:
    sums: dict[K, Counts] = defaultdict(Counts)
    for key, counts in found:
        sums[key] += counts
    return dict(sums)


def _province(code: str, above: Mapping[str, str]) -> str:
    """In which province a region lies; the centre's own code is that of the country."""
    parent = above.get(code, NATIONAL)
    return code if parent == NATIONAL else parent


def names() -> dict[str, str]:
    """What the regions of the board are called, by code."""
    return {**dict(Region.objects.values_list("pk", "name")), NATIONAL: CENTRE}
