"""Announce: the owner's word, for many regions, in one transaction."""

from dataclasses import dataclass
from uuid import uuid4

from django.db import transaction
from django.utils.text import slugify

from selaras.accounts.models import User
from selaras.announcements.changes import held_before
from selaras.announcements.draft import AnnouncementDraft
from selaras.announcements.errors import KeyReused
from selaras.announcements.events import AnnouncementPublished
from selaras.announcements.models import AnnouncedFact, Announcement
from selaras.common.clock import write_time
from selaras.common.events import emit
from selaras.facts import services as facts
from selaras.facts.models import FactVersion
from selaras.facts.results import Key, Resolved, key_of
from selaras.institutions.models import Region, Topic
from selaras.institutions.policies import require_author, require_owner
from selaras.institutions.queries import NATIONAL
from selaras.ledger.actors import Actor
from selaras.ledger.services import record


@dataclass(frozen=True, slots=True)
class Published:
    """The announcement, and whether this call made it or found it already made."""

    announcement: Announcement
    created: bool


def publish(*, draft: AnnouncementDraft, actor: Actor) -> Published:
    """Publish an announcement and set its facts, all or nothing.

    Idempotent by `draft.key`: the same content again returns what is there. Raises
    `MayNotSpeak`, `KeyReused`, and what `facts.services.state` raises; then nothing is written.
    """
    with transaction.atomic():
        # Announcers of a topic queue up, so that each sees what the one before has set, and
        # who owns the topic is decided when it is our turn.
        locked = Topic.objects.select_for_update(of=("self",)).select_related("owner")
        require_owner(topic=locked.get(pk=draft.topic.pk), speaker=draft.speaker)
        earlier = announced_before(draft)
        if earlier is not None:
            return Published(earlier, created=False)
        held = held_before(draft)
        announcement = _create(draft)
        versions = facts.state(
            statements=draft.statements,
            speaker=draft.speaker,
            actor=actor,
            source=draft.instrument,
            source_url=draft.instrument_url or announcement.url,
            statement=announcement.pk,
        )
        _keep_changes(announcement, draft, versions, held)
        record(
            actor=actor,
            institution=draft.speaker.slug,
            action="announcements.publish",
            object_kind="announcement",
            object_id=str(announcement.pk),
            details={"key": draft.key, "digest": draft.digest, "facts": len(versions)},
        )
        emit(
            AnnouncementPublished(
                announcement=announcement.pk,
                fact_types=tuple({fact.fact_type.pk for fact in draft.facts}),
                regions=tuple(sorted({fact.region.pk for fact in draft.facts})),
            )
        )
    return Published(announcement, created=True)


def publish_as(*, draft: AnnouncementDraft, user: User) -> Published:
    """As `publish`, by a person, who must hold the author's role in the speaking institution."""
    require_author(user=user, speaker=draft.speaker)
    return publish(draft=draft, actor=user)


def announced_before(draft: AnnouncementDraft) -> Announcement | None:
    """The announcement that already says this under the draft's key.

    Raises `KeyReused` if the key belongs to an announcement with other content.
    """
    earlier = Announcement.objects.filter(key=draft.key).first()
    if earlier is not None and earlier.digest != draft.digest:
        raise KeyReused(
            f'Kunci "{draft.key}" sudah dipakai pengumuman "{earlier.title}" dengan isi lain.',
            "Untuk pengumuman baru, pakai kunci baru.",
        )
    return earlier


def _create(draft: AnnouncementDraft) -> Announcement:
    identifier = uuid4()
    validity = draft.validity.in_region(Region.objects.get(pk=NATIONAL))
    return Announcement.objects.create(
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
        published_at=write_time(),
    )


def _keep_changes(
    announcement: Announcement,
    draft: AnnouncementDraft,
    versions: list[FactVersion],
    held: dict[Key, Resolved],
) -> None:
    rows = []
    for fact, version in zip(draft.facts, versions, strict=True):
        before = held.get(key_of(fact.fact_type, fact.region.pk))
        rows.append(
            AnnouncedFact(
                announcement=announcement,
                version=version,
                previous=before.version if before else None,
            )
        )
    AnnouncedFact.objects.bulk_create(rows)
