"""Absolute addresses on the portal. Computed without a request, a host or a query."""

from urllib.parse import urlencode

from django.urls import reverse

from selaras.announcements.models import Announcement
from selaras.institutions.hosts import portal_url

URLS = "selaras.portal.alerts.urls"


def message_address(announcement: Announcement) -> str:
    """What it said when it became public, as a message of CAP."""
    return _address("message", slug=announcement.slug)


def recall_address(announcement: Announcement) -> str:
    """The message that took it back."""
    return _address("recall", slug=announcement.slug)


def data_address(announcement: Announcement) -> str:
    """The whole announcement with its values, as JSON."""
    path = reverse("json", "selaras.announcements.urls", kwargs={"slug": announcement.slug})
    return portal_url(path)


def alerts_address() -> str:
    return _address("alerts")


def announced_address(name: str, *, region: str = "", topic: str = "") -> str:
    """The feed `name` of announcements: of all, or of those about a region and a topic."""
    asked = {"wilayah": region, "topik": topic}
    query = urlencode({key: value for key, value in asked.items() if value})
    return _address("announced", name=name) + (f"?{query}" if query else "")


def _address(route: str, **parts: str) -> str:
    return portal_url(reverse(route, URLS, kwargs=parts))
