"""Which addresses the files of a sitemap tell."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from urllib.parse import quote

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from selaras.institutions.models import Institution
from selaras.look.languages import versions
from selaras.pages.machines.addresses import site_address
from selaras.pages.machines.letters import plain
from selaras.pages.machines.sitemaps.portal import portal_pages
from selaras.pages.machines.visible import inside, public, shown
from selaras.pages.models import ArticlePage
from selaras.pages.models.base import HOME_DEPTH

IN_A_FILE = 10_000
NEWS_FOR = timedelta(days=2)
MOST_NEWS = 1_000


@dataclass(frozen=True, slots=True)
class MapPage:
    """An address with the same page in each language; the default language has `x-default`."""

    url: str
    changed: datetime | None
    languages: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class NewsPage:
    url: str
    title: str
    site: str
    published: datetime


def pages_of_site(institution: Institution, number: int) -> list[MapPage]:
    """What stands in the file with that number; nothing beyond the last."""
    start = (number - 1) * IN_A_FILE
    pages = shown(institution).order_by("path")[start : start + IN_A_FILE]
    address = _addressed()
    return [
        # What lists other pages changes with them; its own date would mislead.
        _page(institution, address(url_path), None if lists or depth == HOME_DEPTH else changed)
        for url_path, changed, lists, depth in pages.values_list(
            "url_path", "last_published_at", "numchild", "depth"
        )
    ]


def pages_of_portal(number: int) -> list[MapPage]:
    start = (number - 1) * IN_A_FILE
    wanted = islice(portal_pages(), start, start + IN_A_FILE)
    return [_page(None, page.path, page.changed) for page in wanted]


def news_of_site(institution: Institution) -> list[NewsPage]:
    """The articles of the last two days, the newest first."""
    newest = recent(institution).order_by("-dated", "-pk")[:MOST_NEWS]
    address = _addressed()
    return [
        NewsPage(
            url=site_address(institution, address(url_path)),
            title=plain(title) or "…",
            site=plain(institution.short_name),
            published=institution.region.local(dated),
        )
        for url_path, title, dated in newest.values_list("url_path", "title", "dated")
    ]


def recent(institution: Institution | None) -> QuerySet[ArticlePage]:
    now = timezone.now()
    live = ArticlePage.objects.live().filter(dated__gt=now - NEWS_FOR, dated__lte=now)
    return inside(public(live), institution)


def _addressed() -> Callable[[str], str]:
    """From a page's place in the tree to its path, without making the page."""
    home = reverse("wagtail_serve", args=("",))

    def address(url_path: str) -> str:
        inside = url_path.strip("/").partition("/")[2]
        return f"{home}{quote(inside)}/" if inside else home

    return address


def _page(institution: Institution | None, path: str, changed: datetime | None) -> MapPage:
    languages = tuple(
        (version.code, site_address(institution, version.path)) for version in versions(path)
    )
    return MapPage(site_address(institution, path), changed, languages)
