"""The head of a page: its address, its other versions, what it looks like when passed on."""

from typing import Any

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils.translation import override
from lxml import html

from selaras.pages.machines.tests.reading import get, head, queries_of
from selaras.pages.models import Correction, PageSubject, Subject
from selaras.pages.sites import SiteFrame
from selaras.pages.tests.making import HOST, article, home_of, section

pytestmark = pytest.mark.django_db

SITE = "http://kota-bandung.localhost:8000"
PARAGRAPH = {"type": "paragraph", "value": "<p>Isi.</p>"}
PAGE_BREAK = {"type": "page_break", "value": {"title": "Berikutnya"}}
THREE_PARTS = [PARAGRAPH, PAGE_BREAK, PARAGRAPH, PAGE_BREAK, PARAGRAPH]


def link(found: html.HtmlElement, rel: str) -> str | None:
    addresses = found.xpath(f"link[@rel='{rel}']/@href")
    assert len(addresses) <= 1
    return str(addresses[0]) if addresses else None


def meta(found: html.HtmlElement, name: str) -> list[str]:
    return [str(one) for one in found.xpath(f"meta[@property='{name}' or @name='{name}']/@content")]


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_a_page_names_its_address_and_its_languages(country: None, prefix: str) -> None:
    article("baru")
    found = head(f"{prefix}/baru/")
    assert link(found, "canonical") == f"{SITE}{prefix}/baru/"
    told = {one.get("hreflang"): one.get("href") for one in found.xpath("link[@hreflang]")}
    assert told == {
        "id": f"{SITE}/baru/",
        "en": f"{SITE}/en/baru/",
        "x-default": f"{SITE}/baru/",
    }
    assert meta(found, "og:locale") == ["en_GB" if prefix else "id_ID"]


def test_a_query_string_is_no_other_page(country: None) -> None:
    article("baru")
    assert link(head("/baru/?utm_source=x"), "canonical") == f"{SITE}/baru/"


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        ("/panjang/", None, "/panjang/halaman/2/"),
        ("/panjang/halaman/2/", "/panjang/", "/panjang/halaman/3/"),
        ("/panjang/halaman/3/", "/panjang/halaman/2/", None),
        ("/panjang/semua/", None, None),
    ],
)
def test_each_part_of_an_article_names_itself_and_its_neighbours(
    country: None, path: str, before: str | None, after: str | None
) -> None:
    article("panjang", body=THREE_PARTS)
    found = head(path)
    assert link(found, "canonical") == f"{SITE}{path}"
    assert link(found, "prev") == (before and f"{SITE}{before}")
    assert link(found, "next") == (after and f"{SITE}{after}")


def test_each_page_of_a_list_names_its_neighbours(country: None) -> None:
    rubric = section()
    for number in range(13):
        article(f"nomor-{number}", rubric)
    first, second = head("/berita/"), head("/berita/halaman/2/")
    assert (link(first, "prev"), link(first, "next")) == (None, f"{SITE}/berita/halaman/2/")
    assert (link(second, "prev"), link(second, "next")) == (f"{SITE}/berita/", None)


def test_a_page_names_the_feeds_of_its_site(country: None) -> None:
    found = head("/")
    told = {
        one.get("type"): one.get("href") for one in found.xpath("link[@rel='alternate'][@type]")
    }
    assert told == {
        "application/rss+xml": f"{SITE}/umpan/rss.xml",
        "application/atom+xml": f"{SITE}/umpan/atom.xml",
        "application/feed+json": f"{SITE}/umpan/feed.json",
    }
    for address in told.values():
        assert get(address.removeprefix(SITE)).status_code == 200


@pytest.mark.parametrize("host", [HOST, "localhost"])
def test_a_subject_names_its_own_feeds_too(country: None, host: str) -> None:
    Subject.objects.create(slug="kesehatan", label="Kesehatan")
    found = head("/topik/kesehatan/", host)
    told = found.xpath("link[@rel='alternate'][@type]/@href")
    assert [address.partition(":8000")[2] for address in told[3:]] == [
        f"/topik/kesehatan/umpan/{name}" for name in ("rss.xml", "atom.xml", "feed.json")
    ]


def test_an_article_says_what_it_looks_like_when_passed_on(country: None) -> None:
    health = Subject.objects.create(slug="kesehatan", label="Kesehatan")
    article("baru", title='Judul "baru" & <b>', page_subjects=[PageSubject(subject=health)])
    found = head("/baru/")
    assert meta(found, "og:type") == ["article"]
    assert meta(found, "og:title") == ['Judul "baru" & <b>']
    assert meta(found, "og:description") == ["Teras."]
    assert meta(found, "og:site_name") == ["Dinas Komunikasi dan Informatika Kota Bandung"]
    assert meta(found, "twitter:card") == ["summary_large_image"]
    assert meta(found, "article:tag") == meta(found, "article:section") == ["Kesehatan"]
    (drawn,) = meta(found, "og:image")
    assert drawn.startswith(f"{SITE}/bagikan/")
    assert get(drawn.removeprefix(SITE)).headers["Content-Type"] == "image/png"


def test_a_page_that_is_gone_says_nothing(country: None) -> None:
    article("ditarik").unpublish()
    response = get("/ditarik/")
    assert response.status_code == 410
    assert b"canonical" not in response.content
    assert b"ld+json" not in response.content


def included(path: str, **context: Any) -> html.HtmlElement:
    """The head as a template of a room above includes it."""
    request = RequestFactory().get(path)
    given = {"frame": SiteFrame(None)} | context
    content = render_to_string("pages/machine_head.html", given, request)
    return html.document_fromstring(f"<head>{content}</head>").head


def test_a_page_of_the_portal_has_a_head_of_its_own(country: None) -> None:
    found = included("/wilayah/32/")
    assert link(found, "canonical") == "http://localhost:8000/wilayah/32/"
    assert found.xpath("link[@hreflang='en']/@href") == ["http://localhost:8000/en/wilayah/32/"]
    assert found.xpath("script") == []


def test_the_portal_s_home_says_where_it_is_searched(country: None) -> None:
    for language, path in (("id", "/"), ("en", "/en/")):
        with override(language):
            (script,) = included(path, search_address="http://localhost:8000/cari/").xpath("script")
        assert "/cari/?q={search_term_string}" in script.text


def test_the_head_costs_no_query_for_each_correction_or_subject(country: None) -> None:
    first = Subject.objects.create(slug="topik-0", label="Topik 0")
    more = [Subject(slug=f"topik-{n}", label=f"Topik {n}") for n in range(1, 5)]
    Subject.objects.bulk_create(more)
    article("sedikit", page_subjects=[PageSubject(subject=first)])
    article(
        "banyak",
        page_subjects=[PageSubject(subject=one) for one in Subject.objects.all()],
        corrections=[Correction(text=f"Ke-{n}") for n in range(20)],
    )
    home_of()
    assert queries_of("/banyak/") == queries_of("/sedikit/")
