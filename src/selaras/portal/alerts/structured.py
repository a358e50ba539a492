"""schema.org: an announcement as a SpecialAnnouncement, in the head of its page."""

from collections.abc import Collection
from datetime import datetime

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from selaras.announcements.heads import tells_head
from selaras.announcements.models import Announcement
from selaras.institutions.models import Region
from selaras.pages.machines.addresses import FEEDS
from selaras.pages.machines.feeds.formats import FORMATS
from selaras.pages.machines.structured import Node, area, as_script, organization
from selaras.portal.alerts.addresses import (
    alerts_address,
    announced_address,
    message_address,
    recall_address,
)
from selaras.portal.alerts.reading import alerting


@tells_head("alerts")
def head(announcement: Announcement | None, regions: Collection[Region]) -> SafeString:
    """Links to what machines read of it, and what it is; one query for an announcement."""
    told = {
        "feeds": [
            (FORMATS[name].content_type.partition(";")[0], announced_address(name))
            for name in FEEDS
        ],
        "alerts": alerts_address(),
        "messages": _messages(announcement) if announcement else [],
        "data": as_script([special_announcement(announcement, regions)]) if announcement else "",
    }
    return render_to_string("portal/alerts/head.html", told)


def special_announcement(one: Announcement, regions: Collection[Region]) -> Node:
    local = one.speaker.region.local
    node: Node = {
        "@type": "SpecialAnnouncement",
        "@id": f"{one.url}#pengumuman",
        "identifier": one.pk.urn,
        "name": f"LATIHAN: {one.title}" if one.drill else one.title,
        "text": one.summary,
        "datePosted": _moment(local(one.published_at)),
        "category": one.topic.label,
        "creativeWorkStatus": _status(one),
        "spatialCoverage": [area(region) for region in regions],
        "publisher": organization(one.speaker, None),
        "url": one.url,
        "inLanguage": settings.LANGUAGE_CODE,
        "isAccessibleForFree": True,
    }
    ends = [moment for moment in (one.valid_to, one.recalled_at) if moment]
    if ends:
        node["expires"] = _moment(local(min(ends)))
    if one.recalled_at is not None:
        node["text"] = f"Ditarik: {one.recall_reason}\n\n{one.summary}"
    return node


def _status(one: Announcement) -> str:
    if one.recalled_at is not None:
        return "Ditarik"
    return "Latihan" if one.drill else "Terbit"


def _messages(one: Announcement) -> list[str]:
    if not alerting().filter(pk=one.pk).exists():
        return []
    recalled = [recall_address(one)] if one.recalled_at else []
    return [message_address(one), *recalled]


def _moment(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
