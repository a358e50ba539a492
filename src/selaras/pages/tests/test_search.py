from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction
from wagtail.search.models import IndexEntry

from selaras.institutions.models import Institution
from selaras.pages.bulk import add_children
from selaras.pages.models import ArticlePage, ContentPage
from selaras.pages.paging import PER_PAGE
from selaras.pages.searching import MOST_LETTERS
from selaras.pages.services import index_pages
from selaras.pages.tests.making import BANDUNG, HOST, article, home_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]

PORTAL = "localhost"
NONSENSE = [
    "", " ", "a", '"', '""', "*", "-", "(", ")", "'", "\\", "%s", "%", "😀", "\x00", "__", "²",
    'posko "', '"posko', "posko*", "posko AND", "posko NOT", "NEAR(posko gawat)", "title:posko",
    "{body} : posko", "^posko", "posko 😀", "\u202eposko", "الصحة العامة", "ꦥꦺꦴꦱ꧀ꦏꦺꦴ",
    "posko\x00kita", "x" * 10_000, "posko " * 2_000, "\ud800",
]  # fmt: skip


def ask(words: str, host: str = HOST, **more: Any) -> Any:
    response = Client(headers={"host": host}).get("/cari/", {"q": words, **more})
    assert response.status_code == 200
    return response


def titles(words: str, host: str = HOST, **more: Any) -> list[str]:
    return [page.title for page in ask(words, host, **more).context.get("pages", [])]


def text(html: str) -> dict[str, Any]:
    return {"body": [{"type": "paragraph", "value": html}]}


def fill(count: int, slug: str = BANDUNG) -> None:
    """More articles that say "melimpah", each older than the ones before; made in bulk."""
    name = f"model-{ArticlePage.objects.count()}"
    model = article(name, home_of(slug), title="Beras melimpah")
    pages = [
        ArticlePage(
            title=f"Beras melimpah {number}",
            slug=f"{name}-{number}",
            lead=model.lead,
            byline=model.byline,
            place=model.place,
            body=model.body,
            dated=model.dated - timedelta(minutes=number + 1),
            locale=model.locale,
            content_type=model.content_type,
            first_published_at=model.first_published_at,
        )
        for number in range(count)
    ]
    add_children({home_of(slug): pages})


def test_a_site_finds_its_own_pages_and_the_portal_those_of_all(country: None) -> None:
    article("satu", title="Posko di Bandung")
    article("dua", home_of("kab-merauke"), title="Posko di Merauke")
    assert titles("posko") == ["Posko di Bandung"]
    assert titles("posko", "kab-merauke.localhost") == ["Posko di Merauke"]
    assert sorted(titles("posko", PORTAL)) == ["Posko di Bandung", "Posko di Merauke"]


def test_words_of_every_field_are_found_and_markup_is_not(country: None) -> None:
    article(
        "isi",
        title="Judul",
        lead="Terasnya.",
        **text("<p>Vaksin <b>Covid-19</b> &amp; nomor 32.73 <a href='/x/'>tautan</a></p>"),
    )
    for words in ("judul", "terasnya", "covid-19", "COVID-19 vaksin", "32.73", "tautan"):
        assert titles(words) == ["Judul"], words
    for words in ("href", "amp", "vaksin malaria"):
        assert titles(words) == [], words


def test_the_text_of_every_kind_of_page_is_found(country: None) -> None:
    """And no kind of page forgets its body when another is added."""
    kinds = [model for model in ContentPage.__subclasses__() if hasattr(model, "body")]
    assert len(kinds) >= 5
    for model in kinds:
        fields = {field.field_name for field in model.get_searchable_search_fields()}
        assert {"title", "lead", "body"} <= fields, model.__name__


def test_the_newest_stands_first_whatever_says_the_word_more_often(country: None) -> None:
    def made(slug: str, dated: datetime, html: str) -> None:
        article(slug, title=slug, dated=dated, **text(html))

    now = timezone.now()
    made("lama", now - timedelta(days=9), "<p>banjir banjir banjir banjir</p>")
    made("baru", now, "<p>Air surut sesudah hujan panjang dan banjir.</p>")
    made("tengah", now - timedelta(days=3), "<p>banjir</p>")
    assert titles("banjir") == ["baru", "tengah", "lama"]


@pytest.mark.parametrize("change", ["unpublish", "delete", "restrict"])
def test_what_is_not_public_any_more_is_not_found(country: None, change: str) -> None:
    page = article("rahasia", title="Rahasia dapur")
    assert titles("dapur") == ["Rahasia dapur"]
    if change == "restrict":
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    else:
        getattr(page, change)()
    assert titles("dapur") == []


def test_a_draft_of_a_live_page_is_not_found_by_its_new_words(country: None) -> None:
    page = article("jalan", title="Jalan rusak")
    page.title = "Jembatan runtuh"
    page.save_revision()
    assert titles("jembatan") == []
    assert titles("jalan") == ["Jalan rusak"]


@pytest.mark.parametrize("words", NONSENSE, ids=repr)
def test_nonsense_gets_a_page(country: None, words: str) -> None:
    article("posko", title="Posko")
    for host in (HOST, PORTAL):
        ask(words.encode("utf-8", "surrogatepass").decode("utf-8", "replace"), host)


@pytest.mark.parametrize("number", ["0", "-1", "abc", "9" * 5000, "2", ""])
def test_any_number_of_a_page_is_answered(country: None, number: str) -> None:
    article("posko", title="Posko")
    assert titles("posko", halaman=number) == ["Posko"]


def test_a_question_that_is_too_long_is_told_its_bound(country: None) -> None:
    body = ask("k" * (MOST_LETTERS + 1)).content.decode()
    assert f"paling banyak {MOST_LETTERS} huruf" in body
    assert "k" * MOST_LETTERS in body
    assert "k" * (MOST_LETTERS + 1) not in body


def test_what_was_typed_comes_back_as_text(country: None) -> None:
    body = ask('<script>alert("x")</script>').content.decode()
    assert "<script>alert" not in body
    assert "&lt;script&gt;" in body


def test_the_portal_puts_the_institutions_that_are_meant_first(country: None) -> None:
    def named(words: str) -> list[str]:
        return [one.slug for one in ask(words, PORTAL).context["meant"].named]

    assert named("Kota Bandung") == ["kota-bandung"]
    assert named("32.73") == ["kota-bandung"]
    assert named("bandung")[:2] == ["kab-bandung", "kota-bandung"]
    assert "bnpb" in named("bnpb")
    assert named("dinas") == []
    assert [one.slug for one in ask("Bandugn", PORTAL).context["meant"].suggested] == [
        "kab-bandung", "kota-bandung", "banten",
    ]  # fmt: skip


def test_a_site_offers_the_same_question_to_the_whole_country(country: None) -> None:
    assert "/cari/?q=posko%20siaga" in ask("posko siaga").content.decode()


def test_search_works_in_english(country: None) -> None:
    article("posko", title="Posko")
    body = Client(headers={"host": HOST}).get("/en/cari/", {"q": "posko"}).content.decode()
    assert 'action="/en/cari/"' in body
    assert 'href="/en/posko/"' in body


def test_the_next_page_of_results_keeps_the_question(country: None) -> None:
    fill(PER_PAGE + 3)
    index_pages()
    response = ask("beras melimpah")
    assert len(response.context["pages"]) == PER_PAGE
    assert "?q=beras%20melimpah&amp;halaman=2" in response.content.decode()
    assert len(titles("beras melimpah", halaman="2")) == 4


def test_queries_do_not_grow_with_results_or_institutions(country: None) -> None:
    def asked(host: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            ask("melimpah", host)
        return len(queries)

    fill(1)
    index_pages()
    asked(HOST)
    asked(PORTAL)
    before = asked(HOST), asked(PORTAL)
    for slug in ("kab-merauke", "kota-surabaya", "jawa-barat", "aceh", BANDUNG):
        fill(20, slug)
    index_pages()
    assert (asked(HOST), asked(PORTAL)) == before
    Institution.objects.filter(region__code__startswith="12").delete()
    assert (asked(HOST), asked(PORTAL)) == before


def test_pages_made_in_bulk_are_found_once_they_are_indexed(country: None) -> None:
    fill(3)
    assert len(titles("melimpah")) == 1
    assert index_pages() >= 3
    assert len(titles("melimpah")) == 4
    entries = IndexEntry.objects.count()
    assert index_pages() == 0
    assert IndexEntry.objects.count() == entries
