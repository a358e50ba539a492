"""What announcements owe to copies: to be indexed, and that what was copied is judged again."""

from typing import Any
from uuid import UUID

from selaras.alignment.copies.index import index
from selaras.alignment.copies.services import judge_again
from selaras.announcements.events import AnnouncementPublished, AnnouncementRecalled
from selaras.common.events import receives
from selaras.ledger.services import owe
from selaras.ledger.worker import settles

FOLLOW = "alignment.copies"


@receives(AnnouncementPublished)
def published(event: AnnouncementPublished) -> None:
    _owe(event.announcement, "published")


@receives(AnnouncementRecalled)
def recalled(event: AnnouncementRecalled) -> None:
    _owe(event.announcement, "recalled")


# Both commit batch by batch: one transaction around all would hold SQLite's only write lock.
@settles(FOLLOW, waits=True)
def follow(payload: dict[str, Any]) -> None:
    key = UUID(payload["announcement"])
    index(key)
    judge_again(key)


def _owe(announcement: UUID, what: str) -> None:
    owe(
        kind=FOLLOW,
        key=f"{FOLLOW}:{announcement}:{what}",
        payload={"announcement": str(announcement)},
    )
