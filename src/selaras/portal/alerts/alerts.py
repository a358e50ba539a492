"""The feed of alerts: what those fetch who pass messages of CAP on (Atom, RFC 4287)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from io import BytesIO
from typing import Any
from uuid import UUID
from xml.sax.xmlreader import AttributesImpl

from django.conf import settings
from django.db.models import Q
from django.utils import timezone
from django.utils.feedgenerator import rfc3339_date as moment
from django.utils.xmlutils import SimplerXMLGenerator

from selaras.announcements.models import Announcement, Replacement
from selaras.announcements.standing import marked
from selaras.common.clock import now
from selaras.institutions.hosts import portal_url
from selaras.pages.machines.feeds.formats import AtomFeed
from selaras.pages.machines.letters import plain
from selaras.portal.alerts import rules
from selaras.portal.alerts.addresses import alerts_address, message_address, recall_address
from selaras.portal.alerts.messages import Identity, identity_of, recall_identity_of
from selaras.portal.alerts.reading import alerting
from selaras.portal.alerts.words import INDONESIAN, MARKS
from selaras.portal.alerts.writing import MEDIA_TYPE

CONTENT_TYPE = AtomFeed.content_type
RECENT = timedelta(days=7)
TITLE = "Peringatan resmi"
DESCRIPTION = "Informasi serta merta yang masih berlaku, dan yang baru: pesan CAP 1.2."


@dataclass(frozen=True, slots=True)
class AlertEntry:
    """One message of CAP."""

    identity: Identity
    title: str
    summary: str
    message: str
    page: str
    author: str
    category: str


def alert_entries() -> list[AlertEntry]:
    """The messages that stand, and those of the last days, the newest first; a fixed number of
    queries.
    """
    since = now() - RECENT
    standing = _standing()
    beside = Replacement.objects.filter(earlier__in=standing)
    found = alerting().filter(
        Q(published_at__gte=since)
        | Q(recalled_at__gte=since)
        | Q(pk__in=standing)
        | Q(pk__in=beside.values("later"))
    )
    entries = [entry for one in found for entry in _entries(one, since)]
    return sorted(entries, key=lambda entry: entry.identity.sent, reverse=True)


def _standing() -> list[UUID]:
    """Those urgent ones of which something still holds."""
    lasts = Q(valid_to=None) | Q(valid_to__gt=now())
    urgent = alerting().filter(lasts, emergency=True, recalled_at=None)
    return [one.pk for one in marked(urgent) if not vars(one)["superseded"]]


def _entries(one: Announcement, since: datetime) -> Iterator[AlertEntry]:
    """What was said, and if it was recalled that it was."""
    mark = MARKS.get(rules.status(one), {}).get(INDONESIAN)
    title = f"{mark}: {one.title}" if mark else one.title
    if one.recalled_at is None or one.published_at >= since:
        yield _entry(one, identity_of(one), title, one.summary, message_address(one))
    if one.recalled_at is not None:
        taken, reason = recall_identity_of(one), f"Ditarik. {one.recall_reason}"
        yield _entry(one, taken, f"DITARIK: {title}", reason, recall_address(one))


def _entry(
    one: Announcement, identity: Identity, title: str, summary: str, message: str
) -> AlertEntry:
    return AlertEntry(
        identity=identity,
        title=plain(title),
        summary=plain(summary),
        message=message,
        page=one.url,
        author=plain(one.speaker_name),
        category=rules.category(one.topic),
    )


def written(entries: list[AlertEntry]) -> bytes:
    midnight = datetime.combine(timezone.now().astimezone(UTC).date(), time(), UTC)
    generator = AlertFeed(
        title=TITLE,
        link=portal_url("/pengumuman/"),
        description=DESCRIPTION,
        subtitle=DESCRIPTION,
        language=settings.LANGUAGE_CODE,
        author_name="Selaras",
        author_link=portal_url(),
        feed_url=alerts_address(),
        feed_guid=alerts_address(),
        modified=max((entry.identity.sent for entry in entries), default=midnight),
        hub=settings.WEBSUB_HUB,
    )
    for entry in entries:
        generator.add_item(entry.title, entry.message, entry.summary, entry=entry)
    content = BytesIO()
    generator.write(content, "utf-8")
    return content.getvalue()


class AlertFeed(AtomFeed):
    """The message itself is what an entry leads to; the page for people is beside it."""

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        entry: AlertEntry = item["entry"]
        sent = moment(entry.identity.sent)
        quick = handler.addQuickElement
        quick("id", entry.identity.identifier)
        quick("title", entry.title)
        quick("link", None, {"rel": "alternate", "type": MEDIA_TYPE, "href": entry.message})
        quick("link", None, {"rel": "related", "type": "text/html", "href": entry.page})
        quick("published", sent)
        quick("updated", sent)
        handler.startElement("author", AttributesImpl({}))
        quick("name", entry.author)
        handler.endElement("author")
        quick("summary", entry.summary)
        quick("category", None, {"term": entry.category})
