"""A page that only some may read is named nowhere: a public site knows nobody."""

import re

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction

from selaras.pages.models import ArticlePage, EmergencyPage, PageSubject, SectionPage, Subject
from selaras.pages.tests.making import HOST, article, home_of, publish, section
from support.searching import Settle

pytestmark = pytest.mark.django_db

HIDDEN = "Zqrahasia"
PATHS = (
    "/",
    "/berita/",
    "/berita/terbuka/",
    "/topik/kesehatan/",
    "/cari/?q=zqrahasia",
    "/umpan/rss.xml",
    "/umpan/feed.json",
    "/topik/kesehatan/umpan/atom.xml",
    "/sitemap.xml",
    "/peta/halaman-1.xml",
    "/peta/berita.xml",
)


def subject_of(page: ArticlePage) -> None:
    subject, _ = Subject.objects.get_or_create(slug="kesehatan", label="Kesehatan")
    PageSubject.objects.create(page=page, subject=subject)


@pytest.fixture
def pages(topics: None, settle_search: Settle) -> tuple[ArticlePage, ArticlePage]:
    """An open article, and one with a restriction that stands beside it everywhere."""
    news = section()
    hidden = article("tertutup", news, title=HIDDEN)
    shown = article("terbuka", SectionPage.objects.get(pk=news.pk), title="Terbuka untuk semua")
    for page in (hidden, shown):
        subject_of(page)
    shown.related.create(page=hidden)
    for page in (hidden, publish(home_of(), _notice())):
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    settle_search()
    return hidden, shown


def _notice() -> EmergencyPage:
    return EmergencyPage(
        title=HIDDEN, slug="peringatan", lead="x", dated=timezone.now(), show_in_menus=True
    )


@pytest.mark.parametrize("host", [HOST, "localhost"])
@pytest.mark.parametrize("path", PATHS)
def test_no_listing_search_or_feed_names_it(
    pages: tuple[ArticlePage, ArticlePage], host: str, path: str
) -> None:
    response = Client().get(path, headers={"host": host})
    text = response.content.decode()
    assert HIDDEN not in text.replace('value="zqrahasia"', "")
    assert "tertutup" not in text


def test_the_open_one_beside_it_is_named(pages: tuple[ArticlePage, ArticlePage]) -> None:
    for path in ("/", "/berita/", "/topik/kesehatan/", "/umpan/rss.xml", "/cari/?q=terbuka"):
        text = Client().get(path, headers={"host": HOST}).content.decode()
        assert "Terbuka untuk semua" in re.sub("</?mark>", "", text)


def test_it_is_not_shown_at_its_own_address(pages: tuple[ArticlePage, ArticlePage]) -> None:
    response = Client().get("/berita/tertutup/", headers={"host": HOST}, follow=True)
    assert response.status_code == 404
    assert HIDDEN not in response.content.decode()
