"""After a recall: what held before the announcement holds again."""

from collections import defaultdict
from datetime import datetime

from django.utils import timezone

from selaras.announcements.models import AnnouncedFact, Announcement
from selaras.facts import services as facts
from selaras.facts.models import FactVersion
from selaras.facts.queries.values import values_of
from selaras.facts.services import Statement
from selaras.facts.validity import Validity
from selaras.ledger.actors import Actor


def restore_before(*, announcement: Announcement, actor: Actor) -> int:
    """State again what the announcement had taken the place of, with its own source.

    Returns how many values; what had ended by itself meanwhile is not brought back, nor what a
    later announcement has set since. Call it in the transaction of the recall.
    """
    rows = [row for row in _rows(announcement) if _stands(row)]
    values = values_of((row.version.fact_type.kind, row.previous) for row in rows if row.previous)
    now = timezone.now()
    by_source: dict[tuple[str, str, object], list[Statement]] = defaultdict(list)
    for row in rows:
        before = row.previous
        if before is not None and (before.valid_to is None or before.valid_to > now):
            by_source[(before.source, before.source_url, before.statement)].append(
                Statement(
                    row.version.fact_type,
                    before.region,
                    values[before.pk],
                    _rest_of(before, row.version, now),
                    before.overriding,
                )
            )
    for (source, source_url, statement), statements in by_source.items():
        facts.state(
            statements=statements,
            speaker=announcement.speaker,
            actor=actor,
            source=source,
            source_url=source_url,
            statement=statement,  # type: ignore[arg-type]
        )
    return sum(len(statements) for statements in by_source.values())


def _rows(announcement: Announcement) -> list[AnnouncedFact]:
    return list(
        announcement.facts.exclude(previous=None).select_related(
            "version__fact_type__topic__owner", "version__region", "previous__region"
        )
    )


def _stands(row: AnnouncedFact) -> bool:
    """Whether the value is the region's own, and what was taken back was the last word there."""
    return row.previous is not None and row.previous.region_id == row.version.region_id


def _rest_of(before: FactVersion, taken: FactVersion, now: datetime) -> Validity:
    """From when the recalled value began, or now: who read it was told so until now."""
    end = before.valid_to
    if end is not None and before.valid_to_floats:
        return Validity(max(taken.valid_from, now), before.region.local(end).date())
    return Validity(max(taken.valid_from, now), end)
