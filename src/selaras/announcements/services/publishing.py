"""Publish an announcement, or plan it for its second."""

from dataclasses import dataclass
from uuid import uuid4

from django.db import transaction
from django.utils.text import slugify

from selaras.accounts.models import User
from selaras.announcements.changes import held_before
from selaras.announcements.draft import AnnouncementDraft
from selaras.announcements.errors import KeyReused
from selaras.announcements.events import AnnouncementPublished
from selaras.announcements.leaves import PUBLISHED, append_leaf
from selaras.announcements.models import Announcement, ManuscriptVersion
from selaras.announcements.policies import require_drill_kept_inside
from selaras.announcements.services.keeping import keep_rows
from selaras.announcements.services.rebasing import rebase_planned
from selaras.announcements.succession import require_succession
from selaras.common.clock import write_time
from selaras.common.events import emit
from selaras.facts import services as facts
from selaras.facts.models import FactVersion
from selaras.institutions.models import Region, Topic
from selaras.institutions.policies import require_author, require_owner
from selaras.institutions.queries import NATIONAL
from selaras.ledger.actors import Actor
from selaras.ledger.services import advance_epoch, owe, record

LIVE = "announcements.live"


@dataclass(frozen=True, slots=True)
class Published:
    """The announcement, and whether this call made it or found it already made."""

    announcement: Announcement
    created: bool


def publish(
    *,
    draft: AnnouncementDraft,
    actor: Actor,
    source: ManuscriptVersion | None = None,
    emergency: bool = False,
) -> Published:
    """Publish an announcement and set its facts, all or nothing; or plan both for its second.

    Idempotent by `draft.key`: the same content again returns what is there. Raises
    `MayNotSpeak`, `KeyReused`, `WrongSuccession`, `DrillOutside`, and what
    `facts.services.state` raises; then nothing is written.
    """
    with transaction.atomic():
        # Announcers of a topic queue up, so that each sees what the one before has set, and
        # who owns the topic is decided when it is our turn.
        locked = Topic.objects.select_for_update(of=("self",)).select_related("owner")
        require_owner(topic=locked.get(pk=draft.topic.pk), speaker=draft.speaker)
        earlier = announced_before(draft)
        if earlier is not None:
            return Published(earlier, created=False)
        require_drill_kept_inside(topic=draft.topic, drill=draft.drill)
        require_succession(draft)
        held = held_before(draft)
        announcement = announcement_from(draft, source, emergency=emergency)
        announcement.save(force_insert=True)
        versions = _state(draft, announcement, actor)
        keep_rows(announcement, draft, versions, held)
        rebase_planned(draft, besides=announcement)
        append_leaf(PUBLISHED, announcement)
        record(
            actor=actor,
            institution=draft.speaker.slug,
            action="announcements.plan" if draft.goes_live else "announcements.publish",
            object_kind="announcement",
            object_id=str(announcement.pk),
            details={"key": draft.key, "digest": draft.digest, "facts": len(versions)},
        )
        _tell(announcement, draft)
    return Published(announcement, created=True)


def publish_as(*, draft: AnnouncementDraft, user: User) -> Published:
    """As `publish`, by a person, who must hold the author's role in the speaking institution."""
    require_author(user=user, speaker=draft.speaker)
    return publish(draft=draft, actor=user)


def announced_before(draft: AnnouncementDraft) -> Announcement | None:
    """The announcement that already says this under the draft's key.

    Raises `KeyReused` if the key belongs to an announcement with other content.
    """
    earlier = Announcement.objects.filter(key=draft.key, called_off_at=None).first()
    if earlier is not None and earlier.digest != draft.digest:
        raise KeyReused(
            f'Kunci "{draft.key}" sudah dipakai pengumuman "{earlier.title}" dengan isi lain.',
            "Untuk pengumuman baru, pakai kunci baru.",
        )
    return earlier


def announcement_from(
    draft: AnnouncementDraft, source: ManuscriptVersion | None = None, *, emergency: bool = False
) -> Announcement:
    """The row of what this draft announces, not stored yet."""
    identifier = uuid4()
    validity = draft.validity.in_region(Region.objects.get(pk=NATIONAL))
    return Announcement(
        id=identifier,
        key=draft.key,
        digest=draft.digest,
        slug=f"{slugify(draft.title)[:100].strip('-')}-{identifier.hex[:8]}".lstrip("-"),
        topic=draft.topic,
        speaker=draft.speaker,
        speaker_name=draft.speaker.name,
        title=draft.title,
        summary=draft.summary,
        instrument=draft.instrument,
        instrument_url=draft.instrument_url,
        valid_from=validity.start,
        valid_to=validity.end,
        published_at=draft.goes_live or write_time(),
        manuscript=source.manuscript if source else None,
        version=source.number if source else None,
        relation=draft.relation,
        correction=draft.correction,
        emergency=emergency,
        drill=draft.drill,
    )


def _state(draft: AnnouncementDraft, announcement: Announcement, actor: Actor) -> list[FactVersion]:
    if not draft.facts:
        return []
    return facts.state(
        statements=draft.statements,
        speaker=draft.speaker,
        actor=actor,
        source=draft.instrument,
        source_url=draft.instrument_url or announcement.url,
        statement=announcement.pk,
        planned_for=draft.goes_live,
    )


def _tell(announcement: Announcement, draft: AnnouncementDraft) -> None:
    """What follows from it happens when it is public; that it is, nothing has to make so."""
    advance_epoch(announcement.change_key)
    if draft.goes_live is None:
        emit(published_event(announcement))
        return
    owe(
        kind=LIVE,
        key=f"{LIVE}:{announcement.pk}",
        payload={"announcement": str(announcement.pk)},
        due_at=announcement.published_at,
    )


def published_event(announcement: Announcement) -> AnnouncementPublished:
    rows = announcement.facts.values_list("version__fact_type", "version__region")
    concerned = {code for _, code in rows} | set(
        announcement.audience.values_list("region", flat=True)
    )
    return AnnouncementPublished(
        announcement=announcement.pk,
        fact_types=tuple({fact_type for fact_type, _ in rows}),
        regions=tuple(sorted(concerned)),
    )
