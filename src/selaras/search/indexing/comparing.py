"""Whether index and database say the same, document by document."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from selaras.search.indexing.batching import batches
from selaras.search.indexing.documents import version_of
from selaras.search.indexing.duplicates.clusters import Placed
from selaras.search.indexing.filling import everything
from selaras.search.indexing.surroundings import surroundings
from selaras.search.indexing.writing import BATCH, read
from selaras.search.models import IndexedEntry
from selaras.textindex.contract import Index, Snapshot


class Fault(StrEnum):
    MISSING = "is public, and not in the index"
    LEFT = "is in the index, and not public"
    OTHER = "is in the index as it was, or with another source as the best"


@dataclass(frozen=True, slots=True)
class Difference:
    key: str
    fault: Fault


def differences(index: Index) -> Iterator[Difference]:
    """Where both differ. What changes while it is looked at is looked at twice before it counts."""
    first = index.snapshot()
    for keys in batches(_all(first), BATCH):
        found = [one.key for one in _between(keys, first)]
        if found:
            yield from _between(found, index.snapshot())


def _all(snapshot: Snapshot) -> Iterator[str]:
    """Every key of either; those of both once."""
    public = set()
    for key in everything():
        public.add(key)
        yield key
    for key, _ in snapshot.everything():
        if key not in public:
            yield key


def _between(keys: list[str], snapshot: Snapshot) -> list[Difference]:
    stored = {key: one.get("version") for key, one in snapshot.documents(keys).items()}
    expected = _expected(keys)
    return [
        Difference(key, _fault(key in expected, key in stored))
        for key in keys
        if expected.get(key) != stored.get(key)
    ]


def _fault(public: bool, indexed: bool) -> Fault:
    if public and indexed:
        return Fault.OTHER
    return Fault.MISSING if public else Fault.LEFT


def _expected(keys: list[str]) -> dict[str, str]:
    """The versions that the index should have; an entry that was never placed has none."""
    entries = read(keys)
    around = surroundings({entry.region for entry in entries.values()})
    rows = IndexedEntry.objects.filter(key__in=keys).values_list("key", "cluster", "head")
    placed = {key: Placed(cluster, head) for key, cluster, head in rows}
    return {
        key: version_of(entry, placed[key], around.areas[entry.region]) if key in placed else ""
        for key, entry in entries.items()
    }
