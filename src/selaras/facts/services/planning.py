"""Acts that are planned: written now, known from their second on, without anything that runs then.

A plan is a whole act, recorded as if at its second. What is stated, withdrawn or planned before
that second would have met it as something still to come: so the plans are set aside, the act is
done, and each plan is laid over what then stands, in their order.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from selaras.common.errors import Refused
from selaras.facts.models import CLOSES_AHEAD, PLANNED, FactType, FactVersion
from selaras.facts.queries.resolution import stored_validity
from selaras.facts.services.noting import noted
from selaras.facts.services.writing import Place, Provenance, lock, make_room, overlapping
from selaras.institutions.models import Institution
from selaras.institutions.policies import require_owner
from selaras.ledger.actors import Actor
from selaras.ledger.services import advance_epoch, record

SECOND_TIME = "fact_version_one_value"


@contextmanager
def plans_set_aside(
    places: Collection[Place], moment: datetime, *, without: UUID | None = None
) -> Iterator[None]:
    """Inside this block what is planned after the moment does not stand; after it, it does again.

    What the statement `without` planned is given up.
    """
    rows = _at(places)
    planned = rows.filter(PLANNED, recorded_from__gt=moment).exclude(recorded_to=F("recorded_from"))
    plans = list(planned.filter(origin=None).select_related("fact_type").order_by("recorded_from"))
    if not plans:
        yield
        return
    with _checked_at_the_end():
        planned.exclude(origin=None).update(
            recorded_to=F("recorded_from"), closed_at=timezone.now()
        )
        rows.filter(CLOSES_AHEAD, recorded_to__gt=moment).exclude(
            recorded_to=F("recorded_from")
        ).update(recorded_to=None, closed_at=None)
        yield
        given_up = [plan.pk for plan in plans if without and plan.statement == without]
        rows.filter(pk__in=given_up).update(
            recorded_to=F("recorded_from"), closed_at=timezone.now()
        )
        _lay_over([plan for plan in plans if plan.pk not in given_up])


def call_off(*, statement: UUID, speaker: Institution, actor: Actor, reason: str) -> int:
    """Give up what this statement plans; returns how many values. Nobody ever saw them.

    Raises `MayNotSpeak`, or `Refused` if nothing of it lies ahead any more.
    """
    with transaction.atomic():
        lock(FactType.objects.filter(versions__statement=statement).distinct())
        moment = timezone.now()
        mine = list(
            FactVersion.objects.filter(PLANNED, statement=statement, recorded_from__gt=moment)
            .exclude(recorded_to=F("recorded_from"))
            .filter(origin=None)
            .select_related("fact_type__topic__owner")
        )
        if not mine:
            raise Refused(
                "Tidak ada rencana yang dapat dibatalkan.", "Mungkin sudah berlaku atau dibatalkan."
            )
        for topic in {row.fact_type.topic for row in mine}:
            require_owner(topic=topic, speaker=speaker)
        places = {(row.fact_type_id, row.region_id) for row in mine}
        with noted(places), plans_set_aside(places, moment, without=statement):
            pass
        record(
            actor=actor,
            institution=speaker.slug,
            action="facts.call_off",
            object_kind="statement",
            object_id=str(statement),
            reason=reason,
            details={"values": len(mine)},
        )
        advance_epoch(*{row.fact_type.change_key for row in mine})
    return len(mine)


def _at(places: Collection[Place]) -> QuerySet[FactVersion]:
    """The versions of these types in these regions; a pair that nobody asked for does no harm."""
    return FactVersion.objects.filter(
        fact_type__in={fact_type for fact_type, _ in places},
        region__in={code for _, code in places},
    )


def _lay_over(plans: list[FactVersion]) -> None:
    """Each second in its turn closes what its values cover, and keeps the rest."""
    types = {plan.fact_type_id: plan.fact_type for plan in plans}
    for moment in sorted({plan.recorded_from for plan in plans}):
        periods = [
            ((plan.fact_type_id, plan.region_id), stored_validity(plan))
            for plan in plans
            if plan.recorded_from == moment
        ]
        touched = overlapping(periods, moment)
        written_at = timezone.now()
        make_room(periods, touched, types, Provenance("", "", None, moment, written_at))


@contextmanager
def _checked_at_the_end() -> Iterator[None]:
    """In between, two values may stand at one time. SQLite looks only at what is inserted."""
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute(f"SET CONSTRAINTS {SECOND_TIME} DEFERRED")
    yield
    with connection.cursor() as cursor:
        cursor.execute(f"SET CONSTRAINTS {SECOND_TIME} IMMEDIATE")
