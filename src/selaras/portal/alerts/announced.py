"""Feeds of announcements, for any website of the government.

An entry keeps its identifier when it is corrected, replaced or recalled: it moves up and says so.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone

from selaras.announcements.models import Announcement, Relation, Replacement
from selaras.announcements.presentation import BY_WORDS
from selaras.announcements.queries import announcements, announcements_for
from selaras.announcements.standing import later_of
from selaras.institutions.hosts import portal_url
from selaras.institutions.models import Region, Topic
from selaras.language.dates import format_date
from selaras.pages.machines.addresses import RSS, feed_address
from selaras.pages.machines.feeds.content import NEWEST, Entry, Feed
from selaras.pages.machines.letters import plain
from selaras.portal.alerts.addresses import announced_address
from selaras.portal.alerts.filters import Asked


@dataclass(frozen=True, slots=True)
class AnnouncedFeed(Feed):
    region: Region | None = None
    topic: Topic | None = None

    def address(self, name: str) -> str:
        return announced_address(
            name,
            region=self.region.pk if self.region else "",
            topic=self.topic.key if self.topic else "",
        )

    @property
    def hub(self) -> str:
        """Feeds about a region are asked for: one announcement may concern hundreds of them."""
        return "" if self.region else settings.WEBSUB_HUB


def announced_feed(asked: Asked) -> AnnouncedFeed:
    """What changed last among the announcements asked for; a fixed number of queries."""
    found = announcements_for(asked.region) if asked.region else announcements()
    if asked.topic:
        found = found.filter(topic=asked.topic)
    rows = list(found.filter(pk__in=_changed_last(found)).select_related("speaker__region"))
    later = later_of([row.pk for row in rows])
    entries = sorted(
        (_entry(row, later.get(row.pk, [])) for row in rows),
        key=lambda entry: (entry.updated, entry.identifier),
        reverse=True,
    )[:NEWEST]
    midnight = datetime.combine(timezone.now().astimezone(UTC).date(), time(), UTC)
    about = [f"topik {asked.topic.label}"] if asked.topic else []
    about += [asked.region.full_name] if asked.region else []
    title = "Pengumuman resmi" + (f": {', '.join(about)}" if about else "")
    return AnnouncedFeed(
        institution=None,
        subject=None,
        title=plain(title),
        description=plain(f"{title}. Setiap isian menyebut bila dikoreksi atau ditarik."),
        home=portal_url("/pengumuman/"),
        modified=max((entry.updated for entry in entries), default=midnight),
        entries=entries,
        region=asked.region,
        topic=asked.topic,
    )


def _changed_last(found: QuerySet[Announcement]) -> set[UUID]:
    """The newest, those whose place they took, and those that were recalled last."""
    newest = list(found.order_by("-published_at").values_list("pk", flat=True)[:NEWEST])
    gone = found.exclude(recalled_at=None).order_by("-recalled_at")
    replaced = Replacement.objects.filter(later__in=newest).values_list("earlier", flat=True)
    return {*newest, *replaced.distinct(), *gone.values_list("pk", flat=True)[:NEWEST]}


def _entry(one: Announcement, later: list[Announcement]) -> Entry:
    local, speaker = one.speaker.region.local, one.speaker
    moments = [one.published_at, *(other.published_at for other in later)]
    if one.recalled_at is not None:
        moments.append(one.recalled_at)
    said = list(_since(one, later))
    return Entry(
        identifier=one.pk.urn,
        title=plain(": ".join([*_marks(one, later), one.title])),
        url=one.url,
        summary=plain(" ".join([*(f"{words}." for _, words in said), one.summary])),
        author=plain(one.speaker_name),
        published=local(one.published_at),
        updated=local(max(moments)),
        site=plain(speaker.short_name),
        site_url=f"{speaker.url}/",
        site_feed=feed_address(speaker, RSS),
        subjects=(plain(one.topic.label),),
        corrections=tuple((local(at).date().isoformat(), plain(words)) for at, words in said),
    )


def _marks(one: Announcement, later: list[Announcement]) -> list[str]:
    corrected = any(other.relation == Relation.CORRECTS for other in later)
    marks = {"LATIHAN": one.drill, "DITARIK": one.recalled_at, "DIKOREKSI": corrected}
    return [mark for mark, holds in marks.items() if holds]


def _since(one: Announcement, later: list[Announcement]) -> Iterable[tuple[datetime, str]]:
    """What became of it, and when, the gravest first."""
    local = one.speaker.region.local
    if one.recalled_at is not None:
        day = format_date(local(one.recalled_at).date())
        yield one.recalled_at, f"Ditarik {day}: {one.recall_reason.rstrip('.')}"
    for other in later:
        day = format_date(local(other.published_at).date())
        word = str(BY_WORDS[Relation(other.relation)])
        what = f": {other.correction.rstrip('.')}" if other.correction else ""
        yield other.published_at, f"{word} “{other.title}”, {day}{what}"
