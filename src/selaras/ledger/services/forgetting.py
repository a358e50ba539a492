"""Personal data around the audit is forgotten; the entries stay."""

from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from selaras.ledger.actors import CLOCK, Actor, person
from selaras.ledger.clock import at_each_tick
from selaras.ledger.errors import NoReason, UnknownPerson
from selaras.ledger.models import Origin, Person
from selaras.ledger.people import erase_elsewhere
from selaras.ledger.services.recording import record

MOST_LETTERS = 1000


def erase_person(*, reference: UUID, reason: str, actor: Actor) -> None:
    """Erase a person's name and the origins of what she did, here and in the rooms above.

    Her entries keep the pseudonym, for which no name is known any more. Raises `NoReason`,
    `UnknownPerson`, or what a room above raises that still needs the name; then nothing is done.
    """
    words = " ".join(reason.split())
    if not 0 < len(words) <= MOST_LETTERS:
        raise NoReason(len(words), MOST_LETTERS)
    with transaction.atomic():
        known = Person.objects.select_for_update().filter(reference=reference).first()
        elsewhere = erase_elsewhere(reference)
        if known is None and not elsewhere:
            raise UnknownPerson(reference)
        Person.objects.update_or_create(
            reference=reference, defaults={"name": "", "erased_at": timezone.now()}
        )
        origins, _ = Origin.objects.filter(entry__actor=person(reference)).delete()
        record(
            actor=actor,
            action="audit.person.erase",
            object_kind="account",
            object_id=str(reference),
            reason=words,
            details={"origins": origins},
        )


@at_each_tick
def forget_origins() -> None:
    """Forget the origins whose days are over: once a day there is something to do."""
    kept_since = _midnight(timezone.now() - timedelta(days=settings.AUDIT_ORIGIN_DAYS))
    due = Origin.objects.filter(at__lt=kept_since)
    if not due.exists():
        return
    with transaction.atomic():
        count, _ = due.delete()
        record(
            actor=CLOCK,
            action="audit.origins.forget",
            object_kind="origins",
            object_id=kept_since.date().isoformat(),
            details={"count": count},
        )


def _midnight(moment: datetime) -> datetime:
    return timezone.localtime(moment).replace(hour=0, minute=0, second=0, microsecond=0)
