"""Which files a host's sitemap has: what its index names."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, QuerySet
from django.db.models.functions import Substr
from wagtail.models import Page

from selaras.institutions.models import Institution
from selaras.pages.machines.addresses import map_address, news_map_address
from selaras.pages.machines.sitemaps.content import IN_A_FILE, recent
from selaras.pages.machines.sitemaps.portal import portal_pages
from selaras.pages.machines.visible import shown
from selaras.pages.models.base import HOME_DEPTH

ROOT = HOME_DEPTH * Page.steplen  # the letters of a tree path that name the site
Summary = tuple[int, datetime | None]


@dataclass(frozen=True, slots=True)
class MapFile:
    """One file of a sitemap, and when something in it last changed if that is known."""

    url: str
    changed: datetime | None = None


def map_files(institution: Institution | None) -> list[MapFile]:
    """The files of one site. For the portal its own and those of every site: an index must not
    name other indexes (sitemaps.org). The number of queries does not grow.
    """
    if institution is not None:
        return list(_of_sites(institution))
    count = sum(1 for _ in portal_pages())
    own = [MapFile(map_address(None, number)) for number in _numbers(count)]
    return [*own, *_of_sites(None)]


def _of_sites(only: Institution | None) -> Iterator[MapFile]:
    """A file exists where something stands in it: an empty one is not valid."""
    owners = Institution.objects.exclude(site=None).select_related("site__root_page")
    pages = _summaries(shown(only), "last_published_at")
    news = _summaries(recent(only), "dated")
    for owner in owners if only is None else owners.filter(pk=only.pk):
        root = owner.site.root_page.path if owner.site else ""
        count, changed = pages.get(root, (0, None))
        for number in _numbers(count):
            yield MapFile(map_address(owner, number), changed if count <= IN_A_FILE else None)
        if root in news:
            yield MapFile(news_map_address(owner), news[root][1])


def _summaries(pages: QuerySet[Page], moment: str) -> dict[str, Summary]:
    """By the tree path of the site: how many pages, and the latest of their moments."""
    rows = (
        pages.order_by()
        .annotate(root=Substr("path", 1, ROOT))
        .values("root")
        .annotate(count=Count("pk"), changed=Max(moment))
    )
    return {row["root"]: (row["count"], row["changed"]) for row in rows}


def _numbers(count: int) -> range:
    return range(1, -(-count // IN_A_FILE) + 1)
