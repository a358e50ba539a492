"""The number of queries of a public page depends on the page, not on how much there is."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Locale, Page

from selaras.demonstration.pictures import make_pictures
from selaras.demonstration.siaga import announce_season
from selaras.demonstration.sites import make_profiles
from selaras.demonstration.tallies import TALLY, publish_tally
from selaras.institutions.models import Institution
from selaras.pages.bulk import add_children
from selaras.pages.models import ArticlePage, PageSubject, SectionPage, Subject
from selaras.pages.tests.making import home_of, section
from selaras.search.indexing.noting import note
from support.searching import Settle

pytestmark = pytest.mark.django_db

SITE = "kota-bandung.localhost"
PAGES = {
    "portal home": ("localhost", "/"),
    "institution home": (SITE, "/"),
    "section": (SITE, "/berita/"),
    "article": (SITE, "/berita/artikel-3/"),
    "tally": ("localhost", f"/rekapitulasi/{TALLY}/"),
    "subject, one site": (SITE, "/topik/kesehatan/"),
    "subject, all sites": ("localhost", "/topik/kesehatan/"),
    "search, one site": (SITE, "/cari/?q=artikel"),
    "search, all sites": ("localhost", "/cari/?q=artikel"),
}


def queries_of(host: str, path: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        response = Client().get(path, headers={"host": host})
        assert response.status_code == 200
    return len(captured)


def counts() -> dict[str, int]:
    for host, path in PAGES.values():
        queries_of(host, path)
    return {name: queries_of(host, path) for name, (host, path) in PAGES.items()}


def add_articles(below: Page, numbers: range) -> None:
    """Articles with a picture and a subject, as the demonstration makes them."""
    picture = next(iter(make_pictures().values()))
    subject, _ = Subject.objects.get_or_create(slug="kesehatan", label="Kesehatan")
    now = timezone.now()
    articles = [
        ArticlePage(
            title=f"Artikel {number}",
            draft_title=f"Artikel {number}",
            slug=f"artikel-{number}",
            lead="Teras artikel.",
            byline="Redaksi",
            place="Bandung",
            picture=picture,
            body=[{"type": "paragraph", "value": "<p>Isi.</p>"}],
            locale=Locale.get_default(),
            content_type=ContentType.objects.get_for_model(ArticlePage),
            first_published_at=now,
            last_published_at=now,
        )
        for number in numbers
    ]
    add_children({below: articles})
    note(f"page:{article.pk}" for article in articles)
    PageSubject.objects.bulk_create(
        PageSubject(page_id=article.pk, subject=subject) for article in articles
    )


@pytest.fixture
def news(topics: None, monkeypatch: pytest.MonkeyPatch) -> SectionPage:
    """What a search asks once a second is asked once."""
    monkeypatch.setattr("selaras.search.kept.LOOKED_AFTER", 3600.0)
    announce_season(timezone.localdate(), actor="uji")
    publish_tally(actor="uji")
    make_profiles(TALLY)
    made = section()
    add_articles(made, range(10))
    return made


def test_no_public_page_asks_more_with_a_thousand_articles(
    settle_search: Settle, news: SectionPage
) -> None:
    settle_search()
    with_ten = counts()
    add_articles(SectionPage.objects.get(pk=news.pk), range(10, 1000))
    settle_search()
    assert counts() == with_ten


def test_no_public_page_asks_more_with_559_institutions(
    settle_search: Settle, news: SectionPage
) -> None:
    for slug in ("kota-surabaya", "kab-merauke"):
        add_articles(home_of(slug), range(10))
    settle_search()
    with_all = counts()
    kept = ["kota-bandung", "kota-surabaya", "kab-merauke", "bnpb", "komdigi", "kemendagri"]
    Institution.objects.exclude(slug__in=[*kept, "jawa-barat", "kpu"]).exclude(
        topics__isnull=False
    ).delete()
    assert Institution.objects.count() <= 10
    assert counts() == with_all
