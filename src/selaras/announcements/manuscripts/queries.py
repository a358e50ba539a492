"""Reads of manuscripts."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from selaras.accounts.models import User
from selaras.announcements.models import Announcement, Manuscript, ManuscriptVersion
from selaras.announcements.reviewing import KIND, subject_of
from selaras.common.clock import now
from selaras.institutions.models import Membership, Topic
from selaras.institutions.standing import standing_of
from selaras.review.models import EmergencyPublication, Round
from selaras.review.states import Shown, Stored, state_of

Role = Membership.Role
READING = (Role.AUTHOR, Role.APPROVER, Role.EMERGENCY, Role.AUDITOR)


def manuscripts_of(user: User) -> QuerySet[Manuscript]:
    """What the person may read, newest first: those of institutions for which she writes,
    approves, publishes at once or audits; all for a superuser.
    """
    found = Manuscript.objects.select_related("topic", "speaker__region")
    if not user.is_superuser:
        found = found.filter(speaker__in=standing_of(user).institutions(*READING))
    return found.order_by("-changed_at", "-pk")


def speaks_of_topics(user: User) -> bool:
    """Whether one of those institutions is the speaker of some topic."""
    standing = standing_of(user)
    own = Topic.objects.filter(owner__in=standing.institutions(*READING))
    return standing.everything or own.exists()


def newest_version(manuscript: Manuscript) -> ManuscriptVersion:
    version = manuscript.versions.select_related("saved_by").get(number=manuscript.number)
    version.manuscript = manuscript
    return version


def earlier_named(text: str, topic: Topic) -> Announcement | None:
    """The announcement of this topic that a content names as the earlier one."""
    try:
        key = UUID(text)
    except ValueError:
        return None
    return Announcement.objects.filter(pk=key, topic=topic).first()


def standing_announcement(manuscript: Manuscript) -> Announcement | None:
    """What came of it, planned or public; None where nothing did or its plan was called off."""
    return manuscript.announcements.filter(called_off_at=None).first()


@dataclass(frozen=True, slots=True)
class Listed:
    """A manuscript with what people call its state."""

    manuscript: Manuscript
    shown: Shown
    announcement: Announcement | None


def listed(found: QuerySet[Manuscript]) -> list[Listed]:
    """With state and announcement; a number of queries that does not grow with the rows."""
    rows = list(found)
    states = _round_states(rows)
    waiting = _emergencies_waiting(rows)
    announced = {
        one.manuscript_id: one
        for one in with_successors(
            Announcement.objects.filter(manuscript__in=rows, called_off_at=None)
        )
    }
    return [
        Listed(
            row,
            _shown(announced.get(row.pk), states.get(row.pk, ""), emergency=row.pk in waiting),
            announced.get(row.pk),
        )
        for row in rows
    ]


def _round_states(rows: list[Manuscript]) -> dict[UUID, str]:
    """What became of the newest version of each, as far as it was submitted."""
    numbers = {subject_of(row).key: row for row in rows}
    rounds = Round.objects.filter(subject_kind=KIND, subject_key__in=numbers).order_by("pk")
    return {
        numbers[one.subject_key].pk: one.state
        for one in rounds
        if one.version == str(numbers[one.subject_key].number)
    }


def _emergencies_waiting(rows: list[Manuscript]) -> set[UUID]:
    keys = {subject_of(row).key: row.pk for row in rows}
    waiting = EmergencyPublication.objects.filter(
        subject_kind=KIND,
        subject_key__in=keys,
        outcome=EmergencyPublication.Outcome.WAITING,
    )
    return {keys[key] for key in waiting.values_list("subject_key", flat=True)}


def with_successors(found: QuerySet[Announcement]) -> QuerySet[Announcement]:
    """With `replaced`: whether a later one that is public stands in its place somewhere."""
    later = Announcement.objects.filter(
        replaces__earlier=OuterRef("pk"), published_at__lte=now(), called_off_at=None
    )
    return found.annotate(
        replaced=Exists(later.exclude(relation="corrects")),
        corrected=Exists(later.filter(relation="corrects")),
    )


def shown_announcement(announcement: Announcement, *, emergency: bool) -> Shown:
    """What came of a manuscript, or of a document, in the words of its people."""
    recalled = announcement.recalled_at is not None
    return state_of(
        Stored(
            live=announcement.is_public and not recalled,
            changed=announcement.is_planned,
            withdrawn=recalled,
            corrected=bool(getattr(announcement, "corrected", False)),
            superseded=bool(getattr(announcement, "replaced", False)),
            scheduled=announcement.is_planned,
            emergency=emergency,
        )
    )


def _shown(announcement: Announcement | None, round_state: str, *, emergency: bool) -> Shown:
    if announcement is None:
        return state_of(Stored(round_state=round_state))
    return shown_announcement(announcement, emergency=emergency)
