"""What an editor publishes is found on her site and on the portal, and only while it is public."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import html
from wagtail.models import PageViewRestriction

from selaras.institutions.models import Institution
from selaras.pages.bulk import add_children
from selaras.pages.models import ArticlePage
from selaras.pages.tests.making import BANDUNG, article, home_of
from selaras.pages.wordpress.importing import import_wordpress
from selaras.pages.wordpress.tests.old_site import EXPORT, write_uploads
from selaras.search.asking import PER_PAGE
from selaras.search.indexing.noting import note
from selaras.search.tests.making import PORTAL, SITE, page
from support.searching import Settle

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]


def titles(words: str, host: str = SITE, **more: str) -> list[str]:
    body = html.document_fromstring(page(host, q=words, **more))
    return [one.text_content() for one in body.xpath("//a[@data-position]")]


def text(words: str) -> dict[str, object]:
    return {"body": [{"type": "paragraph", "value": words}]}


def fill(count: int, slug: str = BANDUNG) -> None:
    """More articles that say "melimpah", each different from the others; made in bulk."""
    name = f"model-{ArticlePage.objects.count()}"
    model = article(name, home_of(slug), title="Beras melimpah")
    pages = [
        ArticlePage(
            title=f"Beras melimpah {number}",
            slug=f"{name}-{number}",
            lead=" ".join(f"kata{number}x{one}" for one in range(24)),
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
    note(f"page:{one.pk}" for one in pages)


def test_a_site_finds_its_own_pages_and_the_portal_those_of_all(settle_search: Settle) -> None:
    article("satu", title="Posko di Bandung")
    article("dua", home_of("kab-merauke"), title="Posko di Merauke")
    settle_search()
    assert titles("posko") == ["Posko di Bandung"]
    assert titles("posko", "kab-merauke.localhost") == ["Posko di Merauke"]
    assert sorted(titles("posko", PORTAL)) == ["Posko di Bandung", "Posko di Merauke"]


def test_words_of_every_field_are_found_and_markup_is_not(settle_search: Settle) -> None:
    article(
        "isi",
        title="Judul",
        lead="Terasnya.",
        **text("<p>Vaksin <b>Covid-19</b> &amp; nomor 32.73 <a href='/x/'>tautan</a></p>"),
    )
    settle_search()
    for words in ("judul", "terasnya", "covid-19", "COVID-19 vaksin", "32.73", "tautan"):
        assert titles(words) == ["Judul"], words
    for words in ("href", "amp"):
        assert titles(words, ejaan="asli") == [], words


@pytest.mark.parametrize("change", ["unpublish", "delete", "restrict"])
def test_what_is_not_public_any_more_is_not_found(settle_search: Settle, change: str) -> None:
    made = article("rahasia", title="Rahasia dapur")
    settle_search()
    assert titles("dapur") == ["Rahasia dapur"]
    if change == "restrict":
        PageViewRestriction.objects.create(page=made, restriction_type="login")
    else:
        getattr(made, change)()
    settle_search()
    assert titles("dapur") == []


def test_a_draft_of_a_live_page_is_not_found_by_its_new_words(settle_search: Settle) -> None:
    made = article("jalan", title="Jalan rusak")
    made.title = "Jembatan runtuh"
    made.save_revision()
    settle_search()
    assert titles("jembatan", ejaan="asli") == []
    assert titles("jalan") == ["Jalan rusak"]


def test_the_portal_puts_the_institutions_that_are_meant_first(settle_search: Settle) -> None:
    def named(words: str) -> list[str]:
        body = html.document_fromstring(page(PORTAL, q=words))
        return body.xpath("//section[contains(@class, 'search-sites')]//a/@href")

    bandung = "http://kota-bandung.localhost:8000/"
    settle_search()
    assert named("Kota Bandung") == [bandung]
    assert sorted(named("bandung")[:2]) == ["http://kab-bandung.localhost:8000/", bandung]
    assert "http://bnpb.localhost:8000/" in named("bnpb")
    assert named("dinas") == []


def test_the_next_page_of_results_keeps_the_question(settle_search: Settle) -> None:
    fill(PER_PAGE + 3)
    settle_search()
    assert len(titles("beras melimpah")) == PER_PAGE
    assert "?q=beras%20melimpah&amp;halaman=2" in page(SITE, q="beras melimpah")
    assert len(titles("beras melimpah", halaman="2")) == 4
    assert len(titles("beras melimpah", halaman="1000000000")) == 4


def test_an_old_website_that_was_brought_over_is_found_at_once(
    settle_search: Settle, tmp_path: Path
) -> None:
    bandung = Institution.objects.get(slug=BANDUNG)
    media = write_uploads(tmp_path / "uploads")
    import_wordpress(actor="uji", institution=bandung, file=EXPORT, media=media)
    settle_search()
    assert "Banjir Surut, Warga Kembali ke Rumah" in titles("banjir surut cigondewah")


def test_queries_do_not_grow_with_results_or_institutions(
    settle_search: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside those that a process asks once a second."""
    monkeypatch.setattr("selaras.search.kept.LOOKED_AFTER", 3600.0)

    def asked(host: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            page(host, q="melimpah")
        return len(queries)

    fill(1)
    settle_search()
    asked(SITE)
    asked(PORTAL)
    before = asked(SITE), asked(PORTAL)
    for slug in ("kab-merauke", "kota-surabaya", "jawa-barat", "aceh", BANDUNG):
        fill(20, slug)
    settle_search()
    assert (asked(SITE), asked(PORTAL)) == before
    Institution.objects.filter(region__code__startswith="12").delete()
    asked(PORTAL)
    assert (asked(SITE), asked(PORTAL)) == before
