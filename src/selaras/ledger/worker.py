"""Settles what is owed: one queue for SQLite and PostgreSQL.

A row is claimed by one conditional UPDATE that gives it a lease. A worker that dies leaves a
lease that runs out, so nothing is lost and no reaper is needed. A handler must be idempotent:
it may be called again for a row whose effect happened but whose settling did not.
"""

import logging
from collections.abc import Callable
from contextlib import nullcontext
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from selaras.common.errors import Refused
from selaras.ledger.models import OwedEffect

logger = logging.getLogger(__name__)

LEASE = timedelta(minutes=5)
MOST_ATTEMPTS = 12

Handler = Callable[[dict[str, Any]], None]
_handlers: dict[str, Handler] = {}
_waiting: set[str] = set()


def settles(kind: str, *, waits: bool = False) -> Callable[[Handler], Handler]:
    """Name the function that settles owed effects of this kind.

    One that `waits` for another machine writes nothing itself, and runs outside a transaction:
    inside, it would hold SQLite's only write lock for as long as it waits.
    """

    def register(handler: Handler) -> Handler:
        if kind in _handlers and _handlers[kind] is not handler:
            raise RuntimeError(f"two handlers for owed effects of kind {kind}")
        _handlers[kind] = handler
        if waits:
            _waiting.add(kind)
        return handler

    return register


def handled_kinds() -> set[str]:
    return set(_handlers)


def settle_due(*, limit: int = 100) -> int:
    """Settle up to `limit` effects that are due; returns how many were tried."""
    tried = 0
    while tried < limit and (effect := _claim()) is not None:
        _settle(effect)
        tried += 1
    return tried


def _claim() -> OwedEffect | None:
    """Take the lease of the oldest due row, or None if there is no free one."""
    now = timezone.now()
    free = OwedEffect.objects.filter(state=OwedEffect.State.OWED, due_at__lte=now).exclude(
        leased_until__gt=now
    )
    for effect in free.order_by("due_at", "pk")[:5]:
        taken = free.filter(pk=effect.pk).update(
            leased_until=now + LEASE, attempts=effect.attempts + 1
        )
        if taken:
            effect.attempts += 1
            return effect
    return None


def _settle(effect: OwedEffect) -> None:
    try:
        with nullcontext() if effect.kind in _waiting else transaction.atomic():
            _handler(effect.kind)(effect.payload)
            _keep(
                effect,
                state=OwedEffect.State.SETTLED,
                settled_at=timezone.now(),
                last_error="",
            )
    except Exception as error:
        logger.exception("owed effect %s was not settled", effect.key)
        _postpone(effect, error)


def _handler(kind: str) -> Handler:
    if kind not in _handlers:
        raise Refused(f"No room settles owed effects of kind {kind}.")
    return _handlers[kind]


def _postpone(effect: OwedEffect, error: Exception) -> None:
    """Wait twice as long after every attempt; give up when the error says it is permanent."""
    given_up = getattr(error, "permanent", False) or effect.attempts >= MOST_ATTEMPTS
    _keep(
        effect,
        state=OwedEffect.State.FAILED if given_up else OwedEffect.State.OWED,
        due_at=timezone.now() + timedelta(seconds=2**effect.attempts),
        leased_until=None,
        last_error=f"{type(error).__name__}: {error}",
    )


def _keep(effect: OwedEffect, **changes: Any) -> None:
    """Write what became of it, unless our lease ran out and another worker has claimed it."""
    with transaction.atomic():
        claimed = OwedEffect.objects.select_for_update().filter(pk=effect.pk)
        if claimed.filter(attempts=effect.attempts).exists():
            for name, value in changes.items():
                setattr(effect, name, value)
            effect.save(update_fields=[*changes])
