"""Sitemaps as a crawler reads them, valid by their schemas."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from lxml import etree
from wagtail.models import Page, PageViewRestriction

from selaras.demonstration.siaga import announce_season
from selaras.institutions.models import Institution
from selaras.pages.bulk import add_children
from selaras.pages.machines.sitemaps import content, files
from selaras.pages.machines.tests.reading import PORTAL, body, get, queries_of, xml
from selaras.pages.models import ArticlePage, PageSubject, Subject
from selaras.pages.tests.making import HOST, article, home_of, section
from support import schemas

pytestmark = pytest.mark.django_db

S = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
N = "{http://www.google.com/schemas/sitemap-news/0.9}"
X = "{http://www.w3.org/1999/xhtml}"
SITE = "http://kota-bandung.localhost:8000"
HOME = f"{SITE}/"


def locations(path: str, host: str = HOST) -> list[str]:
    return [found.text or "" for found in xml(path, host).iter(f"{S}loc")]


def valid(path: str, schema: etree.XMLSchema, host: str = HOST) -> None:
    root = xml(path, host)
    assert schema.validate(root), schema.error_log


def test_the_index_of_a_site_names_its_files(country: None) -> None:
    assert locations("/sitemap.xml") == [f"{SITE}/peta/halaman-1.xml"]
    article("baru")
    assert locations("/sitemap.xml") == [
        f"{SITE}/peta/halaman-1.xml",
        f"{SITE}/peta/berita.xml",
    ]


def test_every_named_file_exists_on_its_host_and_is_valid(topics: None) -> None:
    announce_season(timezone.localdate(), actor="uji")
    Subject.objects.create(slug="kesehatan", label="Kesehatan")
    page = article("baru", title="Tanda & <kurung> \x01 🎉", parent=section())
    PageSubject.objects.create(page_id=page.pk, subject=Subject.objects.get())
    article("lama", dated=timezone.now() - timedelta(days=3))
    valid("/sitemap.xml", schemas.sitemap_index())
    valid("/sitemap.xml", schemas.sitemap_index(), PORTAL)
    for host, site in ((HOST, SITE), (PORTAL, "http://localhost:8000")):
        for url in locations("/sitemap.xml", host):
            if url.startswith(site):
                valid(url.removeprefix(site), schemas.sitemap(), host)


def test_the_schemas_refuse_what_is_wrong(country: None) -> None:
    article("baru")
    for path, schema, break_it in (
        ("/sitemap.xml", schemas.sitemap_index(), lambda root: root[0].remove(root[0][0])),
        ("/peta/halaman-1.xml", schemas.sitemap(), lambda root: root[0][1].set("hreflang", "?")),
        ("/peta/berita.xml", schemas.sitemap(), lambda root: root[0][1].remove(root[0][1][2])),
    ):
        root = xml(path)
        break_it(root)
        assert not schema.validate(root), path


def test_a_page_is_told_in_each_language_with_its_last_change(country: None) -> None:
    page = article("baru")
    page.refresh_from_db()
    found = {url.findtext(f"{S}loc"): url for url in xml("/peta/halaman-1.xml")}
    told = found[f"{SITE}/baru/"]
    assert page.last_published_at is not None
    assert told.findtext(f"{S}lastmod") == page.last_published_at.isoformat(timespec="seconds")
    assert {(link.get("hreflang"), link.get("href")) for link in told.findall(f"{X}link")} == {
        ("id", f"{SITE}/baru/"),
        ("en", f"{SITE}/en/baru/"),
        ("x-default", f"{SITE}/baru/"),
    }
    assert found[HOME].find(f"{S}lastmod") is None


def test_every_told_address_leads_to_a_page(country: None) -> None:
    inside = section()
    article("di-dalam", inside)
    article("banjir-di-café-中文")
    told = locations("/peta/halaman-1.xml")
    assert len(told) == 4
    for url in told:
        assert get(url.removeprefix(SITE)).status_code == 200, url


def test_what_is_not_live_or_not_public_is_not_told(country: None) -> None:
    article("ditarik").unpublish()
    hidden = article("rahasia")
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    home_of().add_child(
        instance=ArticlePage(title="Draf", slug="draf", lead="x", byline="x", place="x", live=False)
    )
    assert locations("/peta/halaman-1.xml") == [HOME]
    assert locations("/sitemap.xml") == [f"{SITE}/peta/halaman-1.xml"]
    assert get("/peta/berita.xml").status_code == 404
    assert "rahasia" not in body("/umpan/rss.xml").decode()


def test_the_news_file_has_two_days(country: None) -> None:
    now = timezone.now()
    article("besok", dated=now + timedelta(hours=1))
    article("kini", dated=now, title="Judul 🎉\x0b")
    article("kemarin", dated=now - timedelta(days=1, hours=23))
    article("dulu", dated=now - timedelta(days=2, minutes=1))
    news = xml("/peta/berita.xml")
    assert locations("/peta/berita.xml") == [f"{SITE}/kini/", f"{SITE}/kemarin/"]
    first = news[0].find(f"{N}news")
    assert first.findtext(f"{N}title") == "Judul 🎉"
    assert first.findtext(f"{N}publication/{N}name") == "Diskominfo Kota Bandung"
    assert first.findtext(f"{N}publication/{N}language") == "id"
    assert first.findtext(f"{N}publication_date").endswith("+07:00")


def test_the_news_file_is_bounded(country: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(content, "MOST_NEWS", 2)
    for number in range(3):
        article(f"berita-{number}")
    assert len(locations("/peta/berita.xml")) == 2


def test_many_pages_are_split(country: None, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (content, files):
        monkeypatch.setattr(module, "IN_A_FILE", 2)
    for number in range(4):
        article(f"lama-{number}", dated=timezone.now() - timedelta(days=9))
    named = locations("/sitemap.xml")
    assert named == [f"{SITE}/peta/halaman-{number}.xml" for number in (1, 2, 3)]
    told = [loc for url in named for loc in locations(url.removeprefix(SITE))]
    assert told == [HOME, *(f"{SITE}/lama-{number}/" for number in range(4))]
    assert get("/peta/halaman-4.xml").status_code == 404


def test_the_portal_names_every_site_s_files_and_no_index(country: None) -> None:
    article("baru", home_of("kab-merauke"))
    named = locations("/sitemap.xml", PORTAL)
    assert named[0] == "http://localhost:8000/peta/halaman-1.xml"
    assert sum(url.endswith("/peta/halaman-1.xml") for url in named) == 1 + 559
    assert "http://kab-merauke.localhost:8000/peta/berita.xml" in named
    assert not any(url.endswith("sitemap.xml") for url in named)


def test_the_portal_tells_its_own_pages(topics: None) -> None:
    announce_season(timezone.localdate(), actor="uji")
    subject = Subject.objects.create(slug="kesehatan", label="Kesehatan")
    article("baru", page_subjects=[PageSubject(subject=subject)])
    told = locations("/peta/halaman-1.xml", PORTAL)
    portal = "http://localhost:8000"
    assert {f"{portal}{path}" for path in ("/", "/wilayah/32/", "/pengumuman/")} <= set(told)
    assert f"{portal}/topik/kesehatan/" in told
    assert len(told) == len(set(told))
    for url in told[:1] + told[-8:]:
        assert get(url.removeprefix(portal), PORTAL).status_code == 200, url


@pytest.mark.parametrize(
    "path",
    [
        "/peta/halaman-0.xml",
        "/peta/halaman-2.xml",
        "/peta/halaman-9999.xml",
        "/peta/halaman-99999999999999999999.xml",
        "/peta/halaman--1.xml",
        "/peta/halaman-x.xml",
        "/peta/berita.xml",
        "/en/sitemap.xml",
    ],
)
@pytest.mark.parametrize("host", [HOST, PORTAL])
def test_what_is_no_file_is_not_found(country: None, path: str, host: str) -> None:
    assert get(path, host).status_code == 404


def test_a_crawler_that_has_it_already_gets_no_content(country: None) -> None:
    first = get("/sitemap.xml")
    assert first.headers["Content-Type"] == "application/xml; charset=utf-8"
    assert first.headers["Cache-Control"] == "public, max-age=600"
    again = get("/sitemap.xml?x=%00", **{"if-none-match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    client = Client(headers={"host": HOST})
    assert client.head("/sitemap.xml").status_code == 200
    assert client.post("/sitemap.xml").status_code == 405


PATHS = [(path, HOST) for path in ("/sitemap.xml", "/peta/halaman-1.xml", "/peta/berita.xml")]
PATHS += [("/sitemap.xml", PORTAL), ("/peta/halaman-1.xml", PORTAL)]


@pytest.mark.parametrize(("path", "host"), PATHS)
def test_queries_do_not_grow_with_articles(country: None, path: str, host: str) -> None:
    first = article("satu")
    few = queries_of(path, host)
    copies = [
        ArticlePage(
            title=f"Nomor {number}",
            slug=f"nomor-{number}",
            lead=first.lead,
            byline=first.byline,
            place=first.place,
            body=first.body,
            locale=first.locale,
            content_type=first.content_type,
        )
        for number in range(1000)
    ]
    add_children({Page.objects.get(pk=home_of().pk): copies})
    assert queries_of(path, host) == few


def test_queries_of_the_portal_do_not_grow_with_institutions(country: None) -> None:
    for slug in ("kota-bandung", "kab-merauke"):
        article("satu", home_of(slug))
    with_all = queries_of("/sitemap.xml", PORTAL)
    ten = Institution.objects.values_list("pk", flat=True)[:10]
    Institution.objects.exclude(pk__in=list(ten)).delete()
    assert len(locations("/sitemap.xml", PORTAL)) == 11
    assert queries_of("/sitemap.xml", PORTAL) == with_all
