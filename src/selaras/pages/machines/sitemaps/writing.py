"""Sitemaps as XML: the protocol of sitemaps.org with hreflang and Google's news extension."""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.utils.html import escape

from selaras.pages.machines.sitemaps.content import MapPage, NewsPage
from selaras.pages.machines.sitemaps.files import MapFile

PROTOCOL = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def index(files: Iterable[MapFile]) -> bytes:
    rows = [
        f"<sitemap><loc>{escape(file.url)}</loc>{_changed(file.changed)}</sitemap>\n"
        for file in files
    ]
    return _whole(f'sitemapindex xmlns="{PROTOCOL}"', rows)


def pages(found: Iterable[MapPage]) -> bytes:
    return _whole(f'urlset xmlns="{PROTOCOL}" xmlns:xhtml="{XHTML}"', map(_page, found))


def news(found: Iterable[NewsPage]) -> bytes:
    return _whole(f'urlset xmlns="{PROTOCOL}" xmlns:news="{NEWS}"', map(_news, found))


def _page(page: MapPage) -> str:
    default = [url for code, url in page.languages if code == settings.LANGUAGE_CODE]
    links = [
        f'<xhtml:link rel="alternate" hreflang="{code}" href="{escape(url)}"/>'
        for code, url in [*page.languages, *(("x-default", url) for url in default)]
    ]
    return f"<url><loc>{escape(page.url)}</loc>{_changed(page.changed)}{''.join(links)}</url>\n"


def _news(page: NewsPage) -> str:
    return (
        f"<url><loc>{escape(page.url)}</loc><news:news><news:publication>"
        f"<news:name>{escape(page.site)}</news:name>"
        f"<news:language>{settings.LANGUAGE_CODE}</news:language></news:publication>"
        f"<news:publication_date>{page.published.isoformat()}</news:publication_date>"
        f"<news:title>{escape(page.title)}</news:title></news:news></url>\n"
    )


def _changed(moment: datetime | None) -> str:
    return f"<lastmod>{moment.isoformat(timespec='seconds')}</lastmod>" if moment else ""


def _whole(opening: str, rows: Iterable[str]) -> bytes:
    name = opening.partition(" ")[0]
    return f"{HEAD}<{opening}>\n{''.join(rows)}</{name}>\n".encode()
