from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from selaras.demonstration.siaga import announce_season
from selaras.demonstration.topics import SIAGA
from selaras.embeds.spec import EmbedSpec
from selaras.facts.formats import Format
from selaras.facts.models import FactType
from selaras.institutions.models import Institution
from selaras.pages.bulk import add_children
from selaras.pages.models import ArticlePage
from selaras.pages.tests.making import publish_again

pytestmark = pytest.mark.django_db

HOST = "kota-bandung.localhost"
MakeArticle = Callable[..., ArticlePage]


@pytest.fixture
def season(topics: None) -> None:
    announce_season(timezone.localdate(), actor="uji")


@pytest.fixture
def make_article(season: None) -> MakeArticle:
    def make(slug: str, html: str, site: str = "kota-bandung") -> ArticlePage:
        home = Institution.objects.get(slug=site).site
        assert home is not None
        article = ArticlePage(
            title=f"Artikel {slug}",
            slug=slug,
            kicker="Uji",
            lead="Teras.",
            byline="Tim Redaksi",
            place="Bandung",
            body=[{"type": "paragraph", "value": html}],
        )
        home.root_page.add_child(instance=article)
        publish_again(article)
        return article

    return make


def embed(key: str, **options: object) -> str:
    fact_type = FactType.objects.get(key=key)
    return EmbedSpec(fact_type.pk, **options).tag()  # type: ignore[arg-type]


def queries_of(path: str, host: str = HOST) -> int:
    with CaptureQueriesContext(connection) as captured:
        response = Client().get(path, headers={"host": host})
        assert response.status_code == 200
    return len(captured)


def test_the_same_text_shows_each_office_its_own_value(make_article: MakeArticle) -> None:
    text = f"<p>Status: {embed('siaga.status')}.</p>"
    make_article("sama", text)
    make_article("sama", text, site="kab-merauke")
    bandung = Client().get("/sama/", headers={"host": HOST}).content.decode()
    merauke = Client().get("/sama/", headers={"host": "kab-merauke.localhost"}).content.decode()
    assert "Status siaga, Kota Bandung" in bandung
    assert "Status siaga, Kabupaten Merauke" in merauke


def test_queries_of_an_article_do_not_grow_with_embeds(make_article: MakeArticle) -> None:
    each_type_and_format = [
        embed(fact_type.key, format=form)
        for fact_type in FactType.objects.filter(topic__key=SIAGA)
        for form in Format
    ]
    make_article("sekali", f"<p>{''.join(each_type_and_format)}</p>")
    make_article("sering", f"<p>{''.join(each_type_and_format * 20)}</p>")
    queries_of("/sekali/")
    assert queries_of("/sering/") == queries_of("/sekali/")


def test_queries_of_an_article_do_not_grow_with_different_days(make_article: MakeArticle) -> None:
    start = timezone.localdate()

    def text(days: int) -> str:
        return "".join(
            embed("siaga.status", as_of=start - timedelta(days=day)) for day in range(days)
        )

    make_article("sehari", f"<p>{text(1)}</p>")
    make_article("banyak-hari", f"<p>{text(12)}</p>")
    queries_of("/sehari/")
    assert queries_of("/banyak-hari/") == queries_of("/sehari/")


def test_queries_of_a_home_do_not_grow_with_articles(make_article: MakeArticle) -> None:
    make_article("pertama", "<p>Satu.</p>")
    queries_of("/")
    before = queries_of("/")
    first = ArticlePage.objects.get(slug="pertama")
    copies = [
        ArticlePage(
            title=first.title,
            slug=f"salinan-{number}",
            kicker=first.kicker,
            lead=first.lead,
            byline=first.byline,
            place=first.place,
            body=first.body,
            locale=first.locale,
            content_type=first.content_type,
        )
        for number in range(20)
    ]
    add_children({first.get_parent(): copies})
    assert queries_of("/") == before


def test_queries_of_a_home_do_not_grow_with_institutions(season: None) -> None:
    """The same page with all 559 institutions and with 12 of them."""
    queries_of("/")
    with_all = queries_of("/")
    Institution.objects.exclude(region__code__startswith="32").exclude(region="00").delete()
    assert Institution.objects.count() < 40
    assert queries_of("/") == with_all


def test_a_public_page_sets_no_cookie_and_varies_on_none(make_article: MakeArticle) -> None:
    make_article("tanpa-kuki", f"<p>{embed('siaga.status')}</p>")
    for path in ("/", "/tanpa-kuki/"):
        response = Client().get(path, headers={"host": HOST})
        assert response.cookies == {}
        assert "cookie" not in response.headers.get("Vary", "").lower()
