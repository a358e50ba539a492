"""Absolute addresses of what machines read. Computed without a request, a host or a query."""

from django.urls import reverse

from selaras.institutions.hosts import portal_url
from selaras.institutions.models import Institution
from selaras.pages.models import Subject

URLS = "selaras.pages.machines.urls"
RSS, ATOM, JSON = "rss.xml", "atom.xml", "feed.json"
FEEDS = (RSS, ATOM, JSON)


def site_address(institution: Institution | None, path: str = "/") -> str:
    """A path on an institution's site, or on the portal for None."""
    return portal_url(path) if institution is None else f"{institution.url}{path}"


def feed_address(institution: Institution | None, name: str, subject: Subject | None = None) -> str:
    """The feed `name` (one of `FEEDS`) of a site, or of one subject on that site."""
    if subject is None:
        path = reverse("feed", URLS, kwargs={"name": name})
    else:
        path = reverse("subject_feed", URLS, kwargs={"slug": subject.slug, "name": name})
    return site_address(institution, path)


def sitemap_address(institution: Institution | None) -> str:
    return site_address(institution, reverse("sitemap", URLS))


def map_address(institution: Institution | None, number: int) -> str:
    """The file of a sitemap with that number, from 1."""
    return site_address(institution, reverse("map", URLS, kwargs={"number": number}))


def news_map_address(institution: Institution) -> str:
    return site_address(institution, reverse("news_map", URLS))


def share_picture_address(institution: Institution, page_id: int, digest: str) -> str:
    path = reverse("share_picture", URLS, kwargs={"page_id": page_id, "digest": digest})
    return site_address(institution, path)
