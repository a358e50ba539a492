"""Feeds of sites with many articles."""

from datetime import UTC, datetime, timedelta

import feedparser
import pytest
from django.utils import timezone

from selaras.institutions.models import Institution
from selaras.pages.bulk import add_children
from selaras.pages.machines.tests.reading import PORTAL, body, queries_of
from selaras.pages.models import ArticlePage, PageSubject, Subject
from selaras.pages.tests.making import article, home_of

pytestmark = pytest.mark.django_db


def many(count: int, start: datetime) -> None:
    first = article("contoh", title="Contoh", dated=start - timedelta(days=1))
    copies = [
        ArticlePage(
            title=f"Nomor {number}",
            slug=f"nomor-{number}",
            lead=first.lead,
            byline=first.byline,
            place=first.place,
            body=first.body,
            dated=start + timedelta(hours=number),
            locale=first.locale,
            content_type=first.content_type,
        )
        for number in range(count)
    ]
    add_children({first.get_parent().specific: copies})


def test_only_the_newest_thirty_are_told(country: None) -> None:
    many(40, datetime(2026, 1, 1, tzinfo=UTC))
    entries = feedparser.parse(body("/umpan/atom.xml")).entries
    assert [entry.title for entry in entries] == [f"Nomor {n}" for n in range(39, 9, -1)]


@pytest.mark.parametrize("host", [PORTAL, "kota-bandung.localhost"])
def test_queries_do_not_grow_with_articles_or_subjects(country: None, host: str) -> None:
    health = Subject.objects.create(slug="kesehatan", label="Kesehatan")
    article("satu", page_subjects=[PageSubject(subject=health)])
    few = queries_of("/umpan/rss.xml", host)
    many(1000, timezone.now() - timedelta(days=100))
    pages = ArticlePage.objects.filter(slug__startswith="nomor-")
    PageSubject.objects.bulk_create(PageSubject(page_id=page.pk, subject=health) for page in pages)
    assert queries_of("/umpan/rss.xml", host) == few


def test_queries_do_not_grow_with_institutions(country: None) -> None:
    for slug in ("kota-bandung", "kab-merauke", "bnpb"):
        article("satu", home_of(slug))
    all_of_them = queries_of("/umpan/rss.xml", PORTAL)
    Institution.objects.exclude(slug__in=["kota-bandung", "bnpb"]).delete()
    assert queries_of("/umpan/rss.xml", PORTAL) == all_of_them
    assert "merauke" not in body("/umpan/rss.xml", PORTAL).decode()
