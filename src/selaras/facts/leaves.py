"""Every version of a fact is a leaf of the log, and so is its ending."""

import json
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from selaras.common.clock import now
from selaras.facts.kinds import rules_of
from selaras.facts.models import FactVersion
from selaras.facts.queries.values import values_of
from selaras.ledger.proof.canonical import Data, moment
from selaras.ledger.proof.kinds import LeafKind, leaves
from selaras.ledger.proof.models import LogEntry

CHUNK = 1000


def stated(ids: Collection[str]) -> dict[str, Data]:
    """What these versions say, for good: when a version ends is a leaf of its own."""
    known = FactVersion.objects.filter(pk__in=ids).select_related("fact_type")
    rows = list(known.order_by("pk"))
    values = values_of((row.fact_type.kind, row) for row in rows)
    return {str(row.pk): _stated(row, values[row.pk]) for row in rows}


def _stated(row: FactVersion, value: object) -> Data:
    return {
        "origin": row.origin_id,
        "overriding": row.overriding,
        "reconstructed": row.reconstructed,
        "recorded_from": moment(row.recorded_from),
        "region": row.region_id,
        "source": row.source,
        "source_url": row.source_url,
        "statement": str(row.statement) if row.statement else None,
        "type": row.fact_type.key,
        "valid_from": moment(row.valid_from),
        "valid_from_floats": row.valid_from_floats,
        "valid_to": moment(row.valid_to),
        "valid_to_floats": row.valid_to_floats,
        "value": rules_of(row.fact_type).as_json(value),
        "version": row.pk,
        "written_at": moment(row.written_at),
    }


def ended(ids: Collection[str]) -> dict[str, Data]:
    """Until when these versions were known; null for one whose planned end was given up."""
    rows = FactVersion.objects.filter(pk__in=ids).order_by("pk").values_list("pk", "recorded_to")
    return {str(pk): {"recorded_to": moment(end), "version": pk} for pk, end in rows}


def _all() -> Iterator[str]:
    return _ids(FactVersion.objects.order_by("pk").values_list("pk", flat=True).iterator(CHUNK))


def _all_ended() -> Iterator[str]:
    closed = FactVersion.objects.filter(recorded_to__isnull=False).order_by("pk")
    return _ids(closed.values_list("pk", flat=True).iterator(CHUNK))


def _ids(found: Iterator[int]) -> Iterator[str]:
    return (str(pk) for pk in found)


def _public(entries: Sequence[LogEntry]) -> set[int]:
    """What is planned is not public before its second, and never if it was given up."""
    periods, at = _periods(entries), now()
    return {
        entry.pk
        for entry in entries
        if (period := periods.get(entry.object_id)) and period[0] <= at and period[0] != period[1]
    }


def _public_endings(entries: Sequence[LogEntry]) -> set[int]:
    """An end that was moved or given up before it came was never known to anybody."""
    periods = _periods(entries)
    found = set()
    for entry in entries:
        begun, end = periods.get(entry.object_id, (now(), None))
        known = end is not None and begun < end <= now()
        if known and json.loads(entry.data)["recorded_to"] == moment(end):
            found.add(entry.pk)
    return found


def _periods(entries: Sequence[LogEntry]) -> dict[str, tuple[datetime, datetime | None]]:
    """The recorded period of each version."""
    rows = FactVersion.objects.filter(pk__in={entry.object_id for entry in entries})
    found = rows.values_list("pk", "recorded_from", "recorded_to")
    return {str(pk): (begun, end) for pk, begun, end in found}


STATED = leaves(LeafKind("fact.stated", stated, _all, _public))
ENDED = leaves(LeafKind("fact.ended", ended, _all_ended, _public_endings, changes=True))
