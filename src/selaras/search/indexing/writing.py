"""Entries into the index, a batch at a time."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from selaras.search.entries import Entry
from selaras.search.indexing.documents import document_of
from selaras.search.indexing.duplicates.clusters import place
from selaras.search.indexing.surroundings import surroundings
from selaras.search.sources import sources
from selaras.textindex.schema import Document

BATCH = 500


@dataclass(frozen=True, slots=True)
class Made:
    """What a batch of keys has become: the documents, and the ids of what is public no more."""

    documents: list[Document]
    gone: list[str]


def read(keys: Collection[str]) -> Mapping[str, Entry]:
    """What of these is public now, by key. A key of a kind that no room names is not."""
    of_source: defaultdict[str, list[str]] = defaultdict(list)
    for key in dict.fromkeys(keys):
        name, _, which = key.partition(":")
        of_source[name].append(which)
    known = sources()
    return {
        entry.key: entry
        for name, ids in of_source.items()
        if name in known
        for entry in known[name].read(ids).values()
    }


def make(keys: Collection[str]) -> Made:
    """Read the entries and put them into their clusters. Done twice, it does no harm."""
    wanted = list(dict.fromkeys(keys))
    entries = read(wanted)
    around = surroundings({entry.region for entry in entries.values()})
    placed = place(wanted, entries, around.names)
    return Made(
        [
            document_of(entry, placed[key], around.areas[entry.region])
            for key, entry in entries.items()
        ],
        [key for key in wanted if key not in entries],
    )
