"""The clusters of a batch of entries, and the best source of each."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import transaction

from selaras.search.entries import Entry, Kind
from selaras.search.indexing.duplicates.founders import Founders
from selaras.search.indexing.duplicates.signatures import (
    FEWEST_WORDS,
    Signature,
    signature_of,
    words_of,
)
from selaras.search.indexing.noting import note
from selaras.search.models import IndexedEntry

LAST = datetime.max.replace(tzinfo=UTC)
# So often a text names its own place before it is about it. Releases get a dateline and a local
# voice where they are repeated; what stands is about its place as soon as it names it.
LOCAL_NEWS, LOCAL_PAGE = 3, 1
NEWS = {Kind.NEWS, Kind.ANNOUNCEMENT, Kind.EMERGENCY, Kind.CLARIFICATION}


@dataclass(frozen=True, slots=True)
class Placed:
    """The key of its cluster, and whether it is the best source there."""

    cluster: str
    head: bool


def place(
    keys: Collection[str], entries: Mapping[str, Entry], names: Mapping[str, str]
) -> Mapping[str, Placed]:
    """Put the entries into their clusters; a key without an entry leaves its own.

    `names` are what regions are called, folded, by code. Whoever else has to be written again
    because of it is noted in the same transaction, so that the index follows after any crash.
    """
    signatures = dict(_signed(entries.values(), names))
    with transaction.atomic():
        before = dict(IndexedEntry.objects.filter(key__in=keys).values_list("key", "cluster"))
        clusters = _clusters(keys, entries, signatures, before)
        _keep(entries, clusters)
        IndexedEntry.objects.filter(key__in=set(keys) - entries.keys()).delete()
        heads = _choose({*before.values(), *clusters.values()}, written=entries.keys())
    return {key: Placed(cluster, key in heads) for key, cluster in clusters.items()}


def _signed(entries: Iterable[Entry], names: Mapping[str, str]) -> Iterable[tuple[str, Signature]]:
    """Those that say enough to be the same as others."""
    for one in entries:
        words = words_of(f"{one.title}\n{one.lead}\n{one.body}")
        if len(words) >= FEWEST_WORDS:
            yield (
                one.key,
                signature_of(
                    one.title,
                    words,
                    origin=one.origin or one.key,
                    place=one.region,
                    place_name=names.get(one.region, ""),
                    least=LOCAL_NEWS if one.kind in NEWS else LOCAL_PAGE,
                ),
            )


def _clusters(
    keys: Collection[str],
    entries: Mapping[str, Entry],
    signatures: Mapping[str, Signature],
    before: Mapping[str, str],
) -> Mapping[str, str]:
    founders = Founders(signatures, {*before.values(), *keys})
    left = [key for key in keys if founders.founded_otherwise(key, signatures.get(key))]
    if left:
        founders.forget(left)
        # Who was compared with a text that is no more finds another place in its own turn.
        others = IndexedEntry.objects.filter(cluster__in=left).exclude(key__in=keys)
        note(others.values_list("key", flat=True))
    clusters = {
        key: founders.cluster_of(key, signatures[key], before.get(key, ""))
        if key in signatures
        else key
        for key in entries
    }
    founders.save()
    return clusters


def _keep(entries: Mapping[str, Entry], clusters: Mapping[str, str]) -> None:
    IndexedEntry.objects.bulk_create(
        (
            IndexedEntry(
                key=key,
                cluster=clusters[key],
                owner=one.owner,
                superseded=one.superseded,
                origin=one.origin,
                dated=one.dated,
            )
            for key, one in entries.items()
        ),
        update_conflicts=True,
        unique_fields=["key"],
        update_fields=["cluster", "owner", "superseded", "origin", "dated"],
    )


def _choose(clusters: Collection[str], written: Collection[str]) -> set[str]:
    """The heads of these clusters. Who becomes one, or ceases to be one, is written again."""
    members: defaultdict[str, list[IndexedEntry]] = defaultdict(list)
    for row in IndexedEntry.objects.filter(cluster__in=clusters):
        members[row.cluster].append(row)
    heads = {_best(rows).key for rows in members.values()}
    changed = [row for rows in members.values() for row in rows if row.head != (row.key in heads)]
    for head in (True, False):
        these = [row.pk for row in changed if (row.key in heads) is head]
        IndexedEntry.objects.filter(pk__in=these).update(head=head)
    note(row.key for row in changed if row.key not in written)
    return heads


def _best(rows: Collection[IndexedEntry]) -> IndexedEntry:
    """Who owns the topic, else the text that the others took, else the earliest."""
    origins = {row.origin for row in rows}
    return min(
        rows,
        key=lambda row: (
            row.superseded, not row.owner, row.key not in origins, row.dated or LAST, row.key,
        ),
    )  # fmt: skip
