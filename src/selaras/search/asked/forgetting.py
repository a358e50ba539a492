"""What was kept long enough goes; the keys and drawings of days that are over go at once."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from selaras.ledger.actors import CLOCK
from selaras.ledger.clock import at_each_tick
from selaras.ledger.services import record
from selaras.search.models import AskedDay, AskedQuery, AskersToday, PickedResult

LOOKED_AFTER = timedelta(minutes=10)

_looked_at: datetime | None = None


def forget_past() -> int:
    """Delete the keys and drawings of past days, and what is older than is kept; how many rows
    of the latter it were."""
    today = timezone.localdate()
    kept_since = today - timedelta(days=settings.SEARCH_ASKED_DAYS)
    AskedDay.objects.filter(day__lt=today).delete()
    AskersToday.objects.filter(day__lt=today).delete()
    old = [model.objects.filter(day__lt=kept_since) for model in (AskedQuery, PickedResult)]
    if not any(rows.exists() for rows in old):
        return 0
    with transaction.atomic():
        count = sum(rows.delete()[0] for rows in old)
        record(
            actor=CLOCK,
            action="search.asked.forget",
            object_kind="search.asked",
            object_id=kept_since.isoformat(),
            details={"count": count},
        )
    return count


@at_each_tick
def forget_past_when_due() -> None:
    """At the first tick of a day, and every ten minutes after."""
    global _looked_at  # noqa: PLW0603 one for each process
    now = timezone.now()
    if _looked_at is None or now - _looked_at >= LOOKED_AFTER or _is_new_day(_looked_at, now):
        forget_past()
        _looked_at = now


def _is_new_day(before: datetime, now: datetime) -> bool:
    return timezone.localdate(before) != timezone.localdate(now)
