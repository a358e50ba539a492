"""WebSub: the hub is told when an announcement changes what its feeds say.

The message is owed in the transaction that publishes, corrects or recalls, or that makes a
planned one public.
"""

from collections.abc import Iterable
from uuid import UUID

from selaras.announcements.events import AnnouncementPublished, AnnouncementRecalled
from selaras.announcements.models import Announcement
from selaras.common.events import receives
from selaras.pages.machines.addresses import FEEDS
from selaras.pages.machines.websub import owe_feeds
from selaras.portal.alerts.addresses import alerts_address, announced_address


@receives(AnnouncementPublished)
def note_published(event: AnnouncementPublished) -> None:
    _owe(event.announcement)


@receives(AnnouncementRecalled)
def note_recalled(event: AnnouncementRecalled) -> None:
    _owe(event.announcement)


def _owe(announcement: UUID) -> None:
    topics = Announcement.objects.filter(pk=announcement).values_list("topic__key", flat=True)
    owe_feeds(changed_feeds(topics), about=f"announcement:{announcement}")


def changed_feeds(topics: Iterable[str]) -> list[str]:
    """Of all announcements, of those about these topics, and of alerts; not by region."""
    found = [announced_address(name, topic=key) for key in ("", *topics) for name in FEEDS]
    return [*found, alerts_address()]
