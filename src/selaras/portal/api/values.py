"""The value of a fact as a region reads it, and how it came to be, for machines.

Everything that a version says of its own end is bounded by what is known: of a closing that is
planned nobody hears before its second.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from selaras.announcements.models import Announcement
from selaras.announcements.queries import public
from selaras.common.clock import knowledge_time
from selaras.facts.formats import Format, worded
from selaras.facts.kinds import rules_of
from selaras.facts.models import FactType
from selaras.facts.results import Outcome, Resolved
from selaras.portal.api.addresses import announcement_address, history_address

Announced = Mapping[UUID, Announcement]
NOTHING: dict[str, Any] = dict.fromkeys(
    (
        "value", "words", "sentence", "valid_from", "valid_to", "stated_at", "inherited_from",
        "source", "source_url", "reconstructed", "announcement",
    )
)  # fmt: skip


def announced(found: Iterable[Resolved]) -> dict[UUID, Announcement]:
    """The public announcements that stated these values, by id; one query."""
    ids = {one.version.statement for one in found if one.version.statement}
    return public().in_bulk(ids)


def as_row(outcome: Outcome, known: Announced) -> dict[str, Any]:
    """What a region reads; `announcement` is an id, or None where it is not for the public."""
    reader, found = outcome.reader, outcome.resolved
    row = {
        "region": reader.pk,
        "name": reader.full_name,
        "level": reader.level,
        "state": outcome.state.value,
    }
    if found is None:
        return row | NOTHING
    origin = found.version.region_id if found.inherited else None
    return row | _said(found) | {"inherited_from": origin, "announcement": _id(found, known)}


def as_version(
    found: Resolved, known: Announced, known_at: datetime | None = None
) -> dict[str, Any]:
    """One version of a history, with when it was known."""
    version = found.version
    ended = version.recorded_to
    if ended is not None and ended > (known_at or knowledge_time()):
        ended = None
    return {
        **_said(found),
        "recorded_from": version.recorded_from.isoformat(),
        "recorded_to": ended.isoformat() if ended else None,
        "overriding": version.overriding,
        "announcement": reference(known.get(version.statement) if version.statement else None),
    }


def reference(announcement: Announcement | None) -> dict[str, Any] | None:
    """An announcement, named beside something else."""
    if announcement is None:
        return None
    return {
        "id": str(announcement.pk),
        "title": announcement.title,
        "url": announcement.url,
        "api": announcement_address(announcement),
        "drill": announcement.drill,
        "recalled": announcement.recalled_at is not None,
    }


def history_of(fact_type: FactType, outcome: Outcome) -> str:
    """The address of the history of the region where the value was stated."""
    found = outcome.resolved
    return history_address(fact_type, found.version.region_id if found else outcome.reader.pk)


def _said(found: Resolved) -> dict[str, Any]:
    version = found.version
    return {
        "value": rules_of(found.fact_type).as_json(found.value),
        "words": worded(found, Format.SHORT),
        "sentence": worded(found, Format.SENTENCE),
        "valid_from": found.valid_from.isoformat(),
        "valid_to": found.valid_to.isoformat() if found.valid_to else None,
        "stated_at": found.stated_at.isoformat(),
        "source": version.source,
        "source_url": version.source_url,
        "reconstructed": version.reconstructed,
    }


def _id(found: Resolved, known: Announced) -> str | None:
    statement = found.version.statement
    return str(statement) if statement in known else None
