"""State facts: now, by the owner of their topic."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from selaras.common.clock import write_time
from selaras.facts.models import FactVersion
from selaras.facts.services.writing import (
    Provenance,
    Statement,
    after_all,
    lock,
    overlapping,
    refuse_retired,
    require_statable,
    write,
)
from selaras.institutions.models import Institution
from selaras.institutions.policies import require_owner
from selaras.ledger.actors import Actor
from selaras.ledger.services import advance_epoch, record

__all__ = ["Statement", "state"]


def state(
    *,
    statements: Sequence[Statement],
    speaker: Institution,
    actor: Actor,
    source: str,
    source_url: str = "",
    statement: UUID | None = None,
) -> list[FactVersion]:
    """Record that these facts hold; returns the new versions in the same order.

    `statement` identifies the act (an announcement) that states them. Raises `MayNotSpeak`,
    `RetiredFactType`, `OutOfScope` or `InvalidPeriod`; then nothing is written.
    """
    for topic in {one.fact_type.topic for one in statements}:
        require_owner(topic=topic, speaker=speaker)
    require_statable(statements)
    with transaction.atomic():
        refuse_retired(lock(one.fact_type for one in statements))
        touched = overlapping(statements)
        versions_touched = [version for rows in touched.values() for version in rows]
        recorded_at = after_all((one.place for one in statements), write_time())
        versions = write(
            statements, touched, Provenance(source, source_url, statement, recorded_at)
        )
        record(
            actor=actor,
            institution=speaker.slug,
            action="facts.state",
            object_kind="statement",
            object_id=str(statement or ""),
            details={
                "source": source,
                "versions": len(versions),
                "closed": len({version.pk for version in versions_touched}),
            },
        )
        advance_epoch()
    return versions
