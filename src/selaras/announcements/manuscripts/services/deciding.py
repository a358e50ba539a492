"""Submit a manuscript, decide about it, and announce exactly what was approved."""

from django.db import transaction

from selaras.accounts.models import User
from selaras.announcements.draft import AnnouncementDraft
from selaras.announcements.manuscripts.announceable import require_announceable
from selaras.announcements.manuscripts.content import Content
from selaras.announcements.manuscripts.queries import newest_version
from selaras.announcements.manuscripts.reading import read_content
from selaras.announcements.manuscripts.services.drafting import locked, require_open
from selaras.announcements.models import Announcement, Manuscript, ManuscriptVersion
from selaras.announcements.reviewing import subject_of, version_of
from selaras.announcements.services import ask_recall, publish
from selaras.institutions.policies import require_author
from selaras.review import services as review
from selaras.review.errors import ChangedMeanwhile
from selaras.review.models import EmergencyPublication


def submit(*, manuscript: Manuscript, user: User, seen: str) -> ManuscriptVersion:
    """Ask for the approval of what was seen, if it could be announced as it is.

    `seen` is its fingerprint. Raises `MayNotSpeak`, `Settled`, `ChangedMeanwhile`,
    `InvalidManuscript`, or what announcing it would raise.
    """
    require_author(user=user, speaker=manuscript.speaker)
    with transaction.atomic():
        version = _seen(manuscript, seen)
        _require_announceable(version)
        review.submit(version=version_of(version), user=user)
    return version


def take_back(*, manuscript: Manuscript, user: User) -> None:
    """What waits shall wait no more. Raises `MayNotSpeak`."""
    require_author(user=user, speaker=manuscript.speaker)
    review.take_back(subject=subject_of(manuscript), user=user)


def return_to_author(*, manuscript: Manuscript, user: User, comment: str) -> None:
    """Raises `NotWaiting`, `MayNotApprove`, `OwnWork` or `NoComment`."""
    review.return_round(subject=subject_of(manuscript), user=user, comment=comment)


def approve(*, manuscript: Manuscript, user: User, seen: str, comment: str = "") -> Announcement:
    """Approve what was seen, and with it announce or plan it: one act, so that nothing lies
    approved and forgotten. Raises as `submit`, and `NotWaiting`, `MayNotApprove`, `OwnWork`.
    """
    with transaction.atomic():
        version = _seen(manuscript, seen)
        review.approve(version=version_of(version), user=user, comment=comment)
        draft = _require_announceable(version)
        return publish(draft=draft, actor=user, source=version).announcement


def publish_at_once(*, manuscript: Manuscript, user: User, seen: str, reason: str) -> Announcement:
    """An emergency: public now, marked as such, reviewed after.

    Raises as `submit`, and `MayNotPublishAtOnce` or `NoReason`.
    """
    with transaction.atomic():
        version = _seen(manuscript, seen)
        review.take_back(subject=subject_of(manuscript), user=user)
        review.mark_emergency(version=version_of(version), user=user, reason=reason)
        draft = _require_announceable(version, at_once=True)
        return publish(draft=draft, actor=user, source=version, emergency=True).announcement


def review_afterwards(
    *, emergency: EmergencyPublication, announcement: Announcement, user: User,
    stands: bool, remark: str = "",
) -> None:  # fmt: skip
    """Whether what was published at once may stand; else its recall is asked for at once.

    Raises `NotWaiting`, `MayNotApprove`, `OwnWork`, and `NoReason` for a recall without one.
    """
    with transaction.atomic():
        if stands:
            review.confirm_emergency(emergency=emergency, user=user, remark=remark)
            return
        review.return_emergency(emergency=emergency, user=user, remark=remark)
        ask_recall(announcement=announcement, user=user, reason=remark)


def _seen(manuscript: Manuscript, fingerprint: str) -> ManuscriptVersion:
    """The newest version when it is our turn, if it is what the person has seen."""
    found = locked(manuscript)
    require_open(found)
    version = newest_version(found)
    if version.fingerprint != fingerprint:
        raise ChangedMeanwhile
    return version


def _require_announceable(
    version: ManuscriptVersion, *, at_once: bool = False
) -> AnnouncementDraft:
    content = Content.from_json(version.content)
    if at_once:
        content = Content.from_json({**version.content, "goes_live": ""})
    draft = read_content(content, version.manuscript).require_draft()
    require_announceable(draft)
    return draft
