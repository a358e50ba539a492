"""Which entries prove what: those of an announcement, and those of a version of a fact."""

from selaras.announcements.leaves import PUBLISHED, RECALLED
from selaras.announcements.models import Announcement
from selaras.announcements.queries import public
from selaras.facts.leaves import ENDED, STATED
from selaras.ledger.proof.bundles import entries_about
from selaras.ledger.proof.models import LogEntry


def found_announcement(slug: str) -> Announcement | None:
    return public().filter(slug=slug).first()


def entries_of_announcement(announcement: Announcement) -> list[LogEntry]:
    """That it was published, and that it was recalled, as far as that is so."""
    return entries_about([PUBLISHED.name, RECALLED.name], str(announcement.pk))


def entries_of_version(version: str) -> list[LogEntry]:
    """That a version was stated, and that it has ended; none where it is not public."""
    return entries_about([STATED.name, ENDED.name], version)
