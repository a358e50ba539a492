"""How often something may be tried, counted in the database for all processes together.

A limit lets `burst` attempts through at once and gives one back every `refill`. It is the
generic cell rate algorithm: one moment says all, and when the next attempt is possible.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from selaras.accounts.models import Allowance
from selaras.common.errors import Refused


@dataclass(frozen=True)
class Limit:
    name: str
    burst: int
    refill: timedelta

    def key(self, who: str) -> str:
        return f"{self.name}:{hashlib.sha256(who.encode()).hexdigest()[:40]}"


# A password is tried from a device that the account does not know: this much for the account,
# and for the address far more, since a whole office may stand behind it.
ACCOUNT = Limit("account", 5, timedelta(minutes=3))
ADDRESS = Limit("address", 60, timedelta(seconds=20))
# From a device that has signed in to this account before; nobody elsewhere can use it up.
DEVICE = Limit("device", 10, timedelta(minutes=1))
# Codes of the second factor: 10 an hour cannot find one of a million.
CODE = Limit("code", 5, timedelta(minutes=6))
PASSKEY = Limit("passkey", 60, timedelta(seconds=10))
OWN_PASSWORD = Limit("own-password", 5, timedelta(minutes=3))
RESET_MAIL = Limit("reset-mail", 3, timedelta(minutes=20))
RESET_ADDRESS = Limit("reset-address", 20, timedelta(minutes=1))
# How often the audit is told of the same refusal.
TOLD = Limit("told", 1, timedelta(minutes=15))


class TooMany(Refused):
    """Used up; `until` is when the next attempt is possible."""

    permanent = False

    def __init__(self, limit: Limit, until: datetime) -> None:
        self.limit = limit
        self.until = until
        super().__init__(_("Terlalu banyak percobaan."), _try_again(until))


def take(limit: Limit, who: str) -> None:
    """Count an attempt before it is made. Raises `TooMany`; then nothing is counted."""
    key = limit.key(who)
    with transaction.atomic():
        now = timezone.now()
        new = Allowance.objects.get_or_create(key=key, defaults={"full_at": now})[1]
        row = Allowance.objects.select_for_update().get(key=key)
        used_until = max(row.full_at, now)
        possible_at = used_until - (limit.burst - 1) * limit.refill
        if possible_at > now:
            raise TooMany(limit, possible_at)
        row.full_at = used_until + limit.refill
        row.save(update_fields=["full_at"])
        if new:
            Allowance.objects.filter(full_at__lte=now).delete()


def give_back(limit: Limit, who: str) -> None:
    """The attempt was right and shall not count."""
    with transaction.atomic():
        row = Allowance.objects.select_for_update().filter(key=limit.key(who)).first()
        if row is not None:
            row.full_at -= limit.refill
            row.save(update_fields=["full_at"])


def clear(limit: Limit, who: str) -> None:
    Allowance.objects.filter(key=limit.key(who)).delete()


def is_first(limit: Limit, who: str) -> bool:
    """Whether this is not a repetition: for what shall be said once in a while."""
    try:
        take(limit, who)
    except TooMany:
        return False
    return True


def _try_again(until: datetime) -> str:
    left = until - timezone.now()
    minutes = -(-int(left.total_seconds()) // 60)
    if minutes <= 1:
        return _("Coba lagi dalam satu menit.")
    words = ngettext(
        "Coba lagi dalam %(count)d menit, pukul %(clock)s.",
        "Coba lagi dalam %(count)d menit, pukul %(clock)s.",
        minutes,
    )
    clock = timezone.localtime(until + timedelta(minutes=1)).strftime("%H.%M")
    return words % {"count": minutes, "clock": clock}
