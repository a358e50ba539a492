"""Compare stored mentions again: because facts have changed, or because a day has come.

No text is read for that. Rows are compared in batches, each with a fixed number of queries and
in a transaction of its own; only what is judged otherwise is written.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from selaras.alignment.changing import texts_key
from selaras.alignment.models import StoredMention
from selaras.alignment.queries.knowledge import DatabaseKnowledge
from selaras.alignment.queries.lexicon import Words, words
from selaras.alignment.services.judging import JUDGED, judged, mention_of, put, settled
from selaras.facts.models import FactType
from selaras.institutions.models import RegionParentage
from selaras.institutions.queries import NATIONAL, days_at
from selaras.ledger.clock import at_each_tick
from selaras.ledger.models import Change
from selaras.ledger.services import advance_epoch

BATCH = 2000
WRITTEN = [*(name.removesuffix("_id") for name in JUDGED), "judged_at"]


def compare_places(places: Mapping[UUID, Iterable[str]]) -> int:
    """Compare what is said of these types in these regions, and in those that inherit from them.

    Returns how many mentions are judged otherwise now.
    """
    changed = 0
    for fact_type in FactType.objects.filter(pk__in=places.keys()):
        codes = _readers(fact_type, set(places[fact_type.pk]))
        mentions = StoredMention.objects.filter(fact_type=fact_type)
        if codes is not None:
            mentions = mentions.filter(region__in=codes)
        found = list(mentions.order_by("text_id", "pk").values_list("pk", flat=True))
        changed += compare(found)
    return changed


def compare(mentions: Sequence[int]) -> int:
    """Compare mentions by their keys; returns how many are judged otherwise now."""
    known = words()
    return sum(
        _compare(mentions[start : start + BATCH], known) for start in range(0, len(mentions), BATCH)
    )


@at_each_tick
def compare_due() -> None:
    """Compare what time alone may have changed, at most one batch; the rest at the next tick."""
    days = days_at(timezone.now())
    due = StoredMention.objects.filter(
        changes_on__lte=max(days.values()), fact_type__retired_at=None
    )
    if len(set(days.values())) > 1:
        due = due.filter(_has_come(days))
    found = list(due.order_by("changes_on", "text_id").values_list("pk", flat=True)[:BATCH])
    if found:
        compare(found)


def _has_come(days: Mapping[str, date]) -> Q:
    has_come = Q(pk__in=[])
    for zone, day in days.items():
        has_come |= Q(region__zone=zone, changes_on__lte=day)
    return has_come


def _readers(fact_type: FactType, codes: set[str]) -> set[str] | None:
    """All regions that read these regions' values, at some time; None for the whole country."""
    if not fact_type.inherited:
        return codes
    if NATIONAL in codes:
        return None
    readers, frontier = set(codes), set(codes)
    while frontier:
        below = RegionParentage.objects.filter(parent__in=frontier)
        frontier = set(below.values_list("region_id", flat=True)) - readers
        readers |= frontier
    return readers


def _compare(mentions: Sequence[int], known: Words) -> int:
    """One batch. What is written was judged by facts that had not changed since."""
    keys = {str(pk): key for key, pk in known.ids.items()}
    stored = StoredMention.objects.filter(pk__in=mentions).select_related("text")
    stored = stored.order_by("text_id", "pk")
    # A type that was retired is no longer read; its mentions go when their texts are read again.
    rows = [row for row in stored if str(row.fact_type_id) in keys]
    before = _epochs(rows)
    changed = _judged_otherwise(rows, keys, known)
    if not changed:
        return 0
    with transaction.atomic():
        _tell(changed)
        if _epochs(rows) != before:
            _judged_otherwise(rows, keys, known)
            _tell(changed := rows)
        _write(changed)
    return len(changed)


def _tell(changed: Iterable[StoredMention]) -> None:
    advance_epoch(*{texts_key(row.text.institution_id) for row in changed})


def _judged_otherwise(
    rows: list[StoredMention], keys: Mapping[str, str], known: Words
) -> list[StoredMention]:
    mentions = [(row, mention_of(row, keys[str(row.fact_type_id)])) for row in rows]
    knowledge = DatabaseKnowledge()
    knowledge.load((one.type_key, one.region) for _, one in mentions)
    found: list[StoredMention] = []
    for _, same in groupby(mentions, lambda pair: pair[0].text_id):
        of_text = list(same)
        pairs = [(one, judged(row, one, known.lexicon, knowledge)) for row, one in of_text]
        for (row, one), (_, judgement) in zip(of_text, settled(pairs), strict=True):
            if put(row, judgement, knowledge.today(one.region)):
                found.append(row)
    return found


def _epochs(rows: Iterable[StoredMention]) -> dict[str, int]:
    """When the facts of these types changed last, as the ledger counts."""
    types = {row.fact_type_id for row in rows if row.fact_type_id}
    found = Change.objects.filter(key__in=[FactType(pk=pk).change_key for pk in types])
    return dict(found.values_list("key", "epoch"))


def _write(changed: list[StoredMention]) -> None:
    """A text that was kept anew meanwhile has other mentions: those that are gone stay gone."""
    standing = set(
        StoredMention.objects.filter(pk__in=[row.pk for row in changed]).values_list(
            "pk", flat=True
        )
    )
    # One statement for many rows: an update of each column by case is ten times as slow.
    StoredMention.objects.bulk_create(
        [row for row in changed if row.pk in standing],
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=WRITTEN,
    )
