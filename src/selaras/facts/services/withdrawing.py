"""Take back what a statement said."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from selaras.common.errors import Refused
from selaras.facts.models import PLANNED, FactType, FactVersion
from selaras.facts.services.noting import noted
from selaras.facts.services.planning import plans_set_aside
from selaras.facts.services.telling import told
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
        types = lock(FactType.objects.filter(versions__statement=statement).distinct())
        said = FactVersion.objects.filter(statement=statement)
        moment = after_all(said.values_list("fact_type", "region").distinct(), timezone.now())
        places = set(said.values_list("fact_type", "region"))
        with noted(places), plans_set_aside(places, moment):
            closed = _close(said, speaker, moment)
        record(
            actor=actor,
            institution=speaker.slug,
            action="facts.withdraw",
            object_kind="statement",
            object_id=str(statement),
            reason=reason,
            details={"closed": closed},
        )
        advance_epoch(*told(types))
    return closed


def _close(said: QuerySet[FactVersion], speaker: Institution, moment: datetime) -> int:
    standing = said.filter(recorded_to__isnull=True).exclude(PLANNED, recorded_from__gt=moment)
    rows = list(standing.select_related("fact_type__topic__owner"))
    if not rows:
        raise Refused(
            "Tidak ada fakta yang masih berlaku dari pernyataan ini.",
            "Mungkin sudah ditarik atau digantikan.",
        )
    for topic in {row.fact_type.topic for row in rows}:
        require_owner(topic=topic, speaker=speaker)
    return standing.update(recorded_to=moment)
