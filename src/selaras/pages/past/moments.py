"""Reading the moment that somebody asks about."""

from datetime import date, datetime, time

from django.utils import timezone

from selaras.institutions.models import Region
from selaras.pages.past.errors import NotAMoment, NotYet

A_DATE = len("2026-11-24")
LONGEST = len("2026-11-24T20:00:00.000000+07:00:00.000000")


def past_moment(text: str, region: Region) -> datetime:
    """As `moment`, where it has come. Raises `NotAMoment` or `NotYet`."""
    found = moment(text, region)
    if found > timezone.now():
        raise NotYet(text.strip())
    return found


def moment(text: str, region: Region) -> datetime:
    """A date is its first instant, and a time without a zone a time, in the region's own zone.

    Raises `NotAMoment`.
    """
    asked = text.strip()
    try:
        if len(asked) > LONGEST:
            raise ValueError("too long to be a moment")
        if len(asked) == A_DATE:
            found = datetime.combine(date.fromisoformat(asked), time.min)
        else:
            found = datetime.fromisoformat(asked)
    except ValueError:
        raise NotAMoment(asked) from None
    return found if found.tzinfo else found.replace(tzinfo=region.tzinfo)
