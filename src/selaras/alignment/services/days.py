"""The day's counts, kept for good: taken as the day begins and refreshed while it lasts."""

from dataclasses import asdict
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from selaras.alignment.boards.counting import Counts, counted
from selaras.alignment.models import AlignmentDay
from selaras.ledger.clock import at_each_tick

REFRESHED_AFTER = timedelta(minutes=10)
FIELDS = list(asdict(Counts()))

_taken_at: datetime | None = None


def take_day(moment: datetime | None = None) -> int:
    """Write today's counts over those that are there; how many regions and topics they are of.

    What has no statement any more stands with zeros: the day had it.
    """
    day = timezone.localtime(moment).date()
    found = counted()  # outside: it takes long where much is written, and SQLite has one writer
    with transaction.atomic():
        known = AlignmentDay.objects.filter(day=day).values_list("region_id", "topic_id")
        places = found | {place: Counts() for place in known if place not in found}
        AlignmentDay.objects.bulk_create(
            [
                AlignmentDay(day=day, region_id=code, topic_id=topic, **asdict(counts))
                for (code, topic), counts in places.items()
            ],
            update_conflicts=True,
            unique_fields=["day", "region", "topic"],
            update_fields=FIELDS,
            batch_size=1000,
        )
    return len(places)


@at_each_tick
def take_day_when_due() -> None:
    """At the first tick of a day, and every ten minutes after; twice does no harm."""
    global _taken_at  # noqa: PLW0603 one for each process
    now = timezone.now()
    if _taken_at is None or now - _taken_at >= REFRESHED_AFTER or _is_new_day(_taken_at, now):
        take_day(now)
        _taken_at = now


def _is_new_day(before: datetime, now: datetime) -> bool:
    return timezone.localtime(before).date() != timezone.localtime(now).date()
