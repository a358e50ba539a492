"""What begins or ends by the clock, so that nothing has to be written at that second."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Min

from selaras.announcements.models import Announcement
from selaras.facts.queries import next_moment
from selaras.institutions.queries import institution_of_page_path
from selaras.pages.models import EmergencyPage

NOTICES = 20
Coming = tuple[float, str]  # seconds since 1970, and the key of what changes then


def coming(after: datetime) -> list[Coming]:
    """The next moments of facts, of announcements, and of the notices on sites."""
    return sorted((moment.timestamp(), key) for moment, key in _moments(after))


def _moments(after: datetime) -> Iterator[tuple[datetime, str]]:
    facts = next_moment(after)
    if facts is not None:
        yield facts, "facts"
    standing = Announcement.objects.filter(called_off_at=None)
    for column in ("published_at", "valid_to"):
        ahead = standing.filter(**{f"{column}__gt": after})
        moment = ahead.aggregate(next=Min(column))["next"]
        if moment is not None:
            yield moment, "announcements"
    ending = EmergencyPage.objects.live().filter(ends_at__gt=after)
    for notice in ending.order_by("ends_at")[:NOTICES]:
        speaker = institution_of_page_path(notice.path, notice.steplen)
        if speaker is not None and notice.ends_at is not None:
            yield notice.ends_at, speaker.change_key
            yield notice.ends_at, "sites"
