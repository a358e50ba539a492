"""How many documents reach bounds, as both engines count it: between each bound and the next."""

from collections.abc import Collection, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import Any

from selaras.textindex.errors import Unsuitable
from selaras.textindex.fitting import field_of
from selaras.textindex.schema import Kind, Schema


def check_facets(
    schema: Schema, fields: Collection[str], bounds: Mapping[str, Sequence[int]]
) -> None:
    """Raises `Unsuitable` for a field of another kind, and for bounds that do not rise."""
    for name in fields:
        field_of(schema, name, Kind.KEYWORD)
    for name, steps in bounds.items():
        field_of(schema, name, Kind.NUMBER)
        if not steps or any(one >= two for one, two in pairwise(steps)):
            raise Unsuitable(f"The bounds of {name!r} do not rise: {list(steps)}")


def between(bounds: Sequence[int]) -> list[dict[str, int]]:
    """The ranges from each bound to the next; the last has no end."""
    closed = [{"from": one, "to": two} for one, two in pairwise(bounds)]
    return [*closed, {"from": bounds[-1]}]


def at_least(bounds: Sequence[int], buckets: Sequence[Mapping[str, Any]]) -> list[int]:
    """Of each bound how many documents reach it; `buckets` are of `between`, in any order."""
    counted = {one["from"]: int(one["doc_count"]) for one in buckets if "from" in one}
    rising = [counted.get(one, 0) for one in reversed(bounds)]
    return list(accumulate(rising))[::-1]
