"""Values of many versions at once: one query for each kind that occurs."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from selaras.facts.kinds import rules_for
from selaras.facts.models import FactVersion


def values_of(versions: Iterable[tuple[str, FactVersion]]) -> dict[int, Any]:
    """The value of each version by its id; `versions` are pairs of kind and version.

    Raises LookupError if a version has no value: that is damage, not absence.
    """
    ids_of_kind: dict[str, set[int]] = defaultdict(set)
    for kind, version in versions:
        ids_of_kind[kind].add(version.pk)
    found: dict[int, Any] = {}
    for kind, ids in ids_of_kind.items():
        rules = rules_for(kind)
        rows = rules.model._default_manager.filter(version__in=ids)
        if rules.related:
            rows = rows.select_related(*rules.related)
        loaded = {row.pk: rules.value(row) for row in rows}
        if ids - loaded.keys():
            raise LookupError(f"fact versions without a value: {sorted(ids - loaded.keys())}")
        found |= loaded
    return found
