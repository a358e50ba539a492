"""Reminding those who have not acknowledged: a row, which their inboxes show. No letters."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from selaras.accounts.models import User
from selaras.announcements.instructing.errors import NotIssued
from selaras.announcements.instructing.policies import require_following
from selaras.announcements.instructing.queries import UNACKNOWLEDGED
from selaras.announcements.instructing.services.noting import locked, note
from selaras.announcements.models import Instruction, Reminder
from selaras.common.errors import Refused

AGAIN_AFTER = timedelta(hours=1)


class NobodyToRemind(Refused):
    def __init__(self) -> None:
        super().__init__(
            "Semua penerima sudah mengakui instruksi ini.", "Tidak ada yang diingatkan."
        )


class RemindedJustNow(Refused):
    permanent = False

    def __init__(self) -> None:
        super().__init__(
            "Mereka sudah diingatkan kurang dari satu jam yang lalu.", "Ingatkan lagi nanti."
        )


def remind(*, instruction: Instruction, user: User) -> Reminder:
    """Raises `MayNotFollow`, `NotIssued`, `NobodyToRemind` or `RemindedJustNow`."""
    require_following(user=user, instruction=instruction)
    now = timezone.now()
    with transaction.atomic():
        found = locked(instruction.pk)
        if not found.is_open:
            raise NotIssued(found.get_state_display())
        if found.reminders.filter(at__gt=now - AGAIN_AFTER).exists():
            raise RemindedJustNow
        count = found.addressees.filter(state__in=UNACKNOWLEDGED).update(reminded_at=now)
        if not count:
            raise NobodyToRemind
        made = Reminder.objects.create(instruction=found, at=now, by=user, count=count)
        note(found, actor=user, action="instructions.remind", addressees=count)
    return made
