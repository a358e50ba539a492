"""What a feed says, whatever its format."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, time

from django.conf import settings
from django.db.models import Max
from django.urls import reverse
from django.utils import timezone

from selaras.institutions.models import Institution
from selaras.language.dates import format_date
from selaras.media.addresses import picture_address, plain_format
from selaras.media.presets import TYPES
from selaras.pages.machines.addresses import RSS, feed_address, site_address
from selaras.pages.machines.letters import plain
from selaras.pages.machines.visible import inside
from selaras.pages.models import ArticlePage, Subject
from selaras.pages.queries import articles, articles_about, with_institutions

NEWEST = 30


@dataclass(frozen=True, slots=True)
class FeedPicture:
    """An absolute address and a media type."""

    url: str
    type: str
    words: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One article. It was `updated` when it was last published; both moments in the site's zone."""

    identifier: str
    title: str
    url: str
    summary: str
    author: str
    published: datetime
    updated: datetime
    site: str
    site_url: str
    site_feed: str
    subjects: tuple[str, ...] = ()
    picture: FeedPicture | None = None
    corrections: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """The newest articles. Feeds are Indonesian, as the articles are."""

    institution: Institution | None
    subject: Subject | None
    title: str
    description: str
    home: str
    modified: datetime
    entries: list[Entry] = field(default_factory=list)

    def address(self, name: str) -> str:
        return feed_address(self.institution, name, self.subject)

    @property
    def hub(self) -> str:
        """The hub that is told of changes of this feed; empty where none is."""
        return settings.WEBSUB_HUB


def feed_of(institution: Institution | None, subject: Subject | None = None) -> Feed:
    """The newest articles of a site, or of all for None; a fixed number of queries."""
    found = articles(institution) if subject is None else articles_about(subject, institution)
    rows = found.prefetch_related("page_subjects__subject", "corrections")[:NEWEST]
    # A page whose institution is gone has no address.
    pages = [page for page in with_institutions(rows) if "institution" in vars(page)]
    entries = [_entry(page) for page in pages if isinstance(page, ArticlePage)]
    speaker = "Selaras" if institution is None else institution.short_name
    about = "" if subject is None else f" tentang {subject.label}"
    whose = "seluruh instansi" if institution is None else institution.name
    return Feed(
        institution=institution,
        subject=subject,
        title=plain(speaker if subject is None else f"{subject.label} · {speaker}"),
        description=plain(f"Berita resmi {whose}{about}."),
        home=site_address(institution, _home(subject)),
        modified=_modified(institution, entries),
        entries=entries,
    )


def _home(subject: Subject | None) -> str:
    return "/" if subject is None else reverse("pages:subject", args=(subject.slug,))


def _entry(page: ArticlePage) -> Entry:
    institution = page.institution
    corrections = sorted(page.corrections.all(), key=lambda one: one.corrected_on, reverse=True)
    said = [f"Dikoreksi {format_date(one.corrected_on)}: {one.text}" for one in corrections]
    return Entry(
        # Kept when the address or the domain changes, so that no reader sees an article twice.
        identifier=f"urn:uuid:{page.translation_key}",
        title=plain(page.title) or "…",
        url=page.full_url,
        summary=plain(" ".join([page.lead, *said])),
        author=plain(page.byline) or institution.short_name,
        published=institution.region.local(page.dated),
        updated=institution.region.local(page.last_published_at or page.dated),
        site=plain(institution.short_name),
        site_url=f"{institution.url}/",
        site_feed=feed_address(institution, RSS),
        subjects=tuple(plain(row.subject.label) for row in page.page_subjects.all()),
        picture=_picture(page),
        corrections=tuple((one.corrected_on.isoformat(), one.text) for one in corrections),
    )


def _picture(page: ArticlePage) -> FeedPicture | None:
    if page.picture is None:
        return None
    url = f"{page.institution.url}{picture_address(page.picture, 'share')}"
    return FeedPicture(url, TYPES[plain_format(page.picture)], plain(page.picture.description))


def _modified(institution: Institution | None, entries: list[Entry]) -> datetime:
    """Also what was withdrawn changes a feed. An empty feed is as old as the day."""
    gone = inside(ArticlePage.objects.filter(live=False), institution)
    withdrawn = gone.aggregate(last=Max("withdrawn_at"))["last"]
    moments = [entry.updated for entry in entries] + [withdrawn] * (withdrawn is not None)
    midnight = datetime.combine(timezone.now().astimezone(UTC).date(), time(), UTC)
    return max(moments, default=midnight)
