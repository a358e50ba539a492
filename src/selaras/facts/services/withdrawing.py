"""Take back what a statement said."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from selaras.common.errors import Refused
from selaras.facts.models import FactType, FactVersion
from selaras.facts.services.writing import after_all, lock
from selaras.institutions.models import Institution
from selaras.institutions.policies import require_owner
from selaras.ledger.actors import Actor
from selaras.ledger.services import advance_epoch, record


def withdraw(*, statement: UUID, speaker: Institution, actor: Actor, reason: str) -> int:
    """Close the recorded period of all that this statement still says; returns how many rows.

    Nothing takes its place: what held before was closed when this was stated, and only the
    owner can say what holds now. Raises `MayNotSpeak`, or `Refused` if nothing is left of it.
    """
    with transaction.atomic():
        lock(FactType.objects.filter(versions__statement=statement).distinct())
        rows = list(
            FactVersion.objects.filter(
                statement=statement, recorded_to__isnull=True
            ).select_related("fact_type__topic__owner")
        )
        if not rows:
            raise Refused(
                "Tidak ada fakta yang masih berlaku dari pernyataan ini.",
                "Mungkin sudah ditarik atau digantikan.",
            )
        for topic in {row.fact_type.topic for row in rows}:
            require_owner(topic=topic, speaker=speaker)
        places = {(row.fact_type_id, row.region_id) for row in rows}
        moment = after_all(places, timezone.now())
        closed = FactVersion.objects.filter(
            pk__in=[row.pk for row in rows], recorded_to__isnull=True
        ).update(recorded_to=moment)
        record(
            actor=actor,
            institution=speaker.slug,
            action="facts.withdraw",
            object_kind="statement",
            object_id=str(statement),
            reason=reason,
            details={"closed": closed},
        )
        advance_epoch()
    return closed
