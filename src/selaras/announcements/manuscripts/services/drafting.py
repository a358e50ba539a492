"""Begin, save and discard a manuscript."""

from uuid import uuid4

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from selaras.accounts.models import User
from selaras.announcements.errors import SavedMeanwhile, Settled
from selaras.announcements.manuscripts.content import Content
from selaras.announcements.manuscripts.queries import standing_announcement
from selaras.announcements.models import Manuscript, ManuscriptVersion
from selaras.announcements.reviewing import subject_of
from selaras.institutions.models import Topic
from selaras.institutions.policies import require_author
from selaras.ledger.services import record
from selaras.review import services as review
from selaras.review.versions import fingerprint_of

LONGEST_KEY = 100


def start(*, topic: Topic, user: User, content: Content | None = None) -> Manuscript:
    """A manuscript of the topic's owner, with a first version. Raises `MayNotSpeak`."""
    require_author(user=user, speaker=topic.owner)
    first = content or Content()
    with transaction.atomic():
        key = f"{slugify(topic.key)[:60]}-{timezone.now():%Y%m%d}-{uuid4().hex[:8]}"
        made = Manuscript.objects.create(
            key=key[:LONGEST_KEY], topic=topic, speaker=topic.owner, made_by=user
        )
        _keep(made, first, user)
        _note(made, user, "announcements.manuscript.start")
    return made


def save(*, manuscript: Manuscript, content: Content, user: User, seen: int) -> ManuscriptVersion:
    """Keep what was typed as the newest version; what waited for approval waits no more.

    `seen` is the number of the version that the author began from. The same content again is no
    new version. Raises `MayNotSpeak`, `SavedMeanwhile` where somebody else saved after it, or
    `Settled` where it is planned, announced or discarded.
    """
    require_author(user=user, speaker=manuscript.speaker)
    with transaction.atomic():
        found = locked(manuscript)
        require_open(found)
        newest = found.versions.get(number=found.number)
        if newest.fingerprint == fingerprint_of(content.as_json()):
            return newest
        if seen != found.number:
            raise SavedMeanwhile(newest)
        review.take_back(subject=subject_of(found), user=user)
        version = _keep(found, content, user)
        _note(found, user, "announcements.manuscript.save")
    return version


def discard(*, manuscript: Manuscript, user: User) -> None:
    """Nobody works on it any more; it stays to be read. Raises `MayNotSpeak` or `Settled`."""
    require_author(user=user, speaker=manuscript.speaker)
    with transaction.atomic():
        found = locked(manuscript)
        require_open(found)
        review.take_back(subject=subject_of(found), user=user)
        found.discarded_at = timezone.now()
        found.save(update_fields=["discarded_at"])
        _note(found, user, "announcements.manuscript.discard")


def locked(manuscript: Manuscript) -> Manuscript:
    """The manuscript when it is our turn."""
    rows = Manuscript.objects.select_for_update(of=("self",))
    return rows.select_related("topic__owner", "speaker__region").get(pk=manuscript.pk)


def require_open(manuscript: Manuscript) -> None:
    if manuscript.discarded_at is not None:
        raise Settled("Naskah ini sudah dibuang.", "Mulailah naskah baru.")
    announced = standing_announcement(manuscript)
    if announced is None:
        return
    if announced.is_planned:
        raise Settled(
            "Naskah ini sudah terjadwal dan terkunci.", "Batalkan jadwalnya lebih dahulu."
        )
    raise Settled("Naskah ini sudah diumumkan.", "Untuk mengubahnya, susun pengumuman baru.")


def _keep(manuscript: Manuscript, content: Content, user: User) -> ManuscriptVersion:
    stored = content.as_json()
    manuscript.number += 1
    manuscript.title = " ".join(content.title.split())[:200]
    manuscript.changed_at = timezone.now()
    manuscript.save(update_fields=["number", "title", "changed_at"])
    return ManuscriptVersion.objects.create(
        manuscript=manuscript,
        number=manuscript.number,
        content=stored,
        fingerprint=fingerprint_of(stored),
        saved_by=user,
    )


def _note(manuscript: Manuscript, user: User, action: str) -> None:
    record(
        actor=user,
        institution=manuscript.speaker.slug,
        action=action,
        object_kind="manuscript",
        object_id=str(manuscript.pk),
        revision=str(manuscript.number),
    )
