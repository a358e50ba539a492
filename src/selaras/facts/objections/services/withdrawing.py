"""The objector takes an objection back; it stays with the fact."""

from django.db import transaction
from django.utils import timezone

from selaras.accounts.models import User
from selaras.common.events import emit
from selaras.facts.models import Objection
from selaras.facts.objections.events import ObjectionWithdrawn
from selaras.facts.objections.policies import require_open, require_withdrawing
from selaras.facts.objections.queries import objections
from selaras.facts.objections.services.noting import note

State = Objection.State


def withdraw(*, objection: Objection, user: User) -> Objection:
    """Withdraw an open objection. Raises `MayNotObject` or `NotOpen`."""
    with transaction.atomic():
        found = objections().get(pk=objection.pk)
        require_withdrawing(user=user, objection=found)
        taken = Objection.objects.filter(pk=found.pk, state=State.OPEN).update(
            state=State.WITHDRAWN, withdrawn_by=user, withdrawn_at=timezone.now()
        )
        found.refresh_from_db(fields=["state", "withdrawn_at"])
        if not taken:
            require_open(found)
        note(found, actor=user, institution=found.objector, act="withdraw")
        emit(ObjectionWithdrawn(found.pk))
    return found
