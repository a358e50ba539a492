"""Announcements that are somebody's secret: one that is written, and one that is planned."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from selaras.announcements.manuscripts.content import Content
from selaras.announcements.models import Announcement, Manuscript, ManuscriptVersion
from selaras.institutions.models import Institution, Topic


@dataclass(frozen=True, slots=True)
class Spoken:
    manuscript: Manuscript
    planned: Announcement


def spoken_by(slug: str, word: str) -> Spoken:
    """A manuscript of this institution with one version, and an announcement of tomorrow."""
    speaker, now = Institution.objects.get(slug=slug), timezone.now()
    topic = Topic.objects.create(key=f"bicara-{slug}", label=f"Topik {slug}", owner=speaker)
    manuscript = Manuscript.objects.create(
        key=f"naskah-{slug}", topic=topic, speaker=speaker, number=1, title=word
    )
    ManuscriptVersion.objects.create(
        manuscript=manuscript,
        number=1,
        content=Content(title=word, summary=word).as_json(),
        fingerprint="0" * 64,
    )
    planned = Announcement.objects.create(
        key=f"nanti-{slug}",
        slug=f"nanti-{slug}",
        topic=topic,
        speaker=speaker,
        speaker_name=speaker.name,
        title=word,
        summary=word,
        instrument=word,
        valid_from=now + timedelta(days=1),
        published_at=now + timedelta(days=1),
    )
    return Spoken(manuscript, planned)
