"""Absolute addresses of the API, whatever host asks."""

from urllib.parse import urlencode

from selaras.announcements.models import Announcement
from selaras.facts.models import FactType
from selaras.institutions.hosts import portal_url

CHANGES = "/api/v1/changes"


def fact_address(fact_type: FactType) -> str:
    return portal_url(f"/api/v1/facts/{fact_type.key}")


def history_address(fact_type: FactType, code: str) -> str:
    return f"{fact_address(fact_type)}/history?{urlencode({'region': code})}"


def announcement_address(announcement: Announcement) -> str:
    return portal_url(f"/api/v1/announcements/{announcement.slug}")


def changes_address() -> str:
    """Also the topic of WebSub: it has no query."""
    return portal_url(CHANGES)
