"""Until when an answer is due: the end of a day in the zone of the fact's owner."""

from datetime import date, datetime, time, timedelta

from selaras.facts.models import Objection
from selaras.institutions.models import Region


def due_after(filed_at: datetime, *, days: int, region: Region) -> datetime:
    """The midnight that ends the last day; the day of filing is not counted."""
    day = region.local(filed_at).date() + timedelta(days=days + 1)
    return datetime.combine(day, time.min, region.tzinfo)


def last_day(objection: Objection) -> date:
    """The last day on which an answer is in time."""
    return objection.owner.region.local(objection.due_at).date() - timedelta(days=1)


def days_late(objection: Objection, now: datetime) -> int:
    """Days past the last one, until it was answered or withdrawn, else until now; 0 is in time."""
    ended = objection.answered_at or objection.withdrawn_at or now
    day = objection.owner.region.local(ended).date()
    return max(0, (day - last_day(objection)).days)
