"""State facts: now, by the owner of their topic."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from selaras.common.clock import write_time
from selaras.facts.errors import NotAhead
from selaras.facts.models import PLANNED, FactVersion
from selaras.facts.services.noting import noted
from selaras.facts.services.planning import plans_set_aside
from selaras.facts.services.telling import told
from selaras.facts.services.writing import (
    Place,
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
    planned_for: datetime | None = None,
) -> list[FactVersion]:
    """Record that these facts hold; returns the new versions in the same order.

    `statement` identifies the act (an announcement) that states them. With `planned_for` they
    are known from that second on, and nothing has to run then. Raises `MayNotSpeak`,
    `RetiredFactType`, `OutOfScope`, `InvalidPeriod` or `NotAhead`; then nothing is written.
    """
    for topic in {one.fact_type.topic for one in statements}:
        require_owner(topic=topic, speaker=speaker)
    require_statable(statements)
    with transaction.atomic():
        refuse_retired(lock(one.fact_type for one in statements))
        places = {one.place for one in statements}
        recorded_at = _moment(places, planned_for)
        written_at = timezone.now() if planned_for else None
        with noted(places), plans_set_aside(places, recorded_at):
            touched = overlapping([one.period for one in statements], recorded_at)
            closed = {version.pk for rows in touched.values() for version in rows}
            provenance = Provenance(source, source_url, statement, recorded_at, written_at)
            versions = write(statements, touched, provenance)
        record(
            actor=actor,
            institution=speaker.slug,
            action="facts.state",
            object_kind="statement",
            object_id=str(statement or ""),
            details={
                "source": source,
                "versions": len(versions),
                "closed": len(closed),
                **({"planned_for": recorded_at.isoformat()} if planned_for else {}),
            },
        )
        types = {one.fact_type for one in statements}
        advance_epoch(*({one.change_key for one in types} if planned_for else told(types)))
    return versions


def _moment(places: Collection[Place], planned_for: datetime | None) -> datetime:
    if planned_for is None:
        return after_all(places, write_time())
    if planned_for <= timezone.now():
        raise NotAhead("Waktu berlakunya sudah lewat.", "Pilih waktu yang masih akan datang.")
    taken = FactVersion.objects.filter(
        PLANNED,
        fact_type__in={fact_type for fact_type, _ in places},
        region__in={code for _, code in places},
        recorded_from=planned_for,
    )
    if taken.exclude(recorded_to=F("recorded_from")).exists():
        raise NotAhead(
            "Pengumuman lain sudah terjadwal pada detik yang sama untuk fakta yang sama.",
            "Pilih waktu lain, atau batalkan jadwal pengumuman itu.",
        )
    return planned_for
