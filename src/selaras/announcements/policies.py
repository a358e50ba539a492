"""Who may plan, call off and recall, and where a drill stays."""

from django.conf import settings

from selaras.accounts.models import User
from selaras.announcements.errors import DrillOutside
from selaras.announcements.models import Announcement
from selaras.institutions.models import Institution, Membership, Topic
from selaras.institutions.policies import MayNotSpeak
from selaras.institutions.standing import standing_of

Role = Membership.Role


def may_write(user: User, speaker: Institution | int) -> bool:
    return standing_of(user).holds(speaker, Role.AUTHOR)


def may_call_off(user: User, announcement: Announcement) -> bool:
    return standing_of(user).holds(announcement.speaker_id, Role.AUTHOR, Role.APPROVER)


def may_recall(user: User, announcement: Announcement) -> bool:
    """Asking is for all who speak for the institution; confirming is for who may publish."""
    roles = (Role.AUTHOR, Role.APPROVER, Role.EMERGENCY)
    return standing_of(user).holds(announcement.speaker_id, *roles)


def may_confirm_recall(user: User, announcement: Announcement, asked_by: int | None) -> bool:
    """Another person than who asked, so that no single mistake takes an announcement away."""
    publishes = standing_of(user).holds(announcement.speaker_id, Role.APPROVER, Role.EMERGENCY)
    return publishes and user.pk != asked_by


def require_calling_off(*, user: User, announcement: Announcement) -> None:
    if not may_call_off(user, announcement):
        raise MayNotSpeak(
            f"Anda tidak dapat membatalkan pengumuman {announcement.speaker_name}.",
            "Mintalah kepada penyusun atau penyetujunya.",
        )


def require_recalling(*, user: User, announcement: Announcement) -> None:
    if not may_recall(user, announcement):
        raise MayNotSpeak(
            f"Anda tidak dapat menarik pengumuman {announcement.speaker_name}.",
            "Mintalah kepada penyusun atau penyetujunya.",
        )


def require_confirming_recall(
    *, user: User, announcement: Announcement, asked_by: int | None
) -> None:
    if not may_confirm_recall(user, announcement, asked_by):
        raise MayNotSpeak(
            "Penarikan disahkan oleh penyetuju yang tidak memintanya.",
            f"Mintalah kepada penyetuju lain di {announcement.speaker_name}.",
        )


def require_drill_kept_inside(*, topic: Topic, drill: bool) -> None:
    """A drill is held in a demonstration alone, and only about what is invented there: no
    citizen's site ever reads it.
    """
    if drill and not (settings.DEMONSTRATION and topic.demonstration):
        raise DrillOutside(
            f'Latihan tidak dapat memakai topik "{topic.label}": faktanya dibaca warga.',
            "Berlatihlah dengan topik peragaan, di pemasangan peragaan.",
        )
