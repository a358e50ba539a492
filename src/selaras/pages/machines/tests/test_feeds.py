"""Feeds as a reader's program sees them."""

import json
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

import feedparser
import pytest
from django.conf import LazySettings
from django.test import Client
from django.utils import timezone

from selaras.pages.machines.tests.reading import PORTAL, body, get
from selaras.pages.models import ArticlePage, Correction, PageSubject, Subject
from selaras.pages.tests.making import article, home_of, publish_again

pytestmark = pytest.mark.django_db

FORMATS = ["rss.xml", "atom.xml", "feed.json"]
DATED = datetime(2026, 11, 20, 3, 30, tzinfo=UTC)
ODD_TITLES = [
    "Tanda \x01 dan \x0b kendali",
    "Emoji 🎉👨‍👩‍👧 dan ꦱꦼꦭꦫꦱ",
    "<script>alert('x')</script> & ]]> \"kutip\"",
    "\ufffe\uffff",
    "x" * 255,
]


@pytest.fixture
def health(country: None) -> Subject:
    return Subject.objects.create(slug="kesehatan", label="Kesehatan & Gizi")


@pytest.fixture
def about_health(health: Subject) -> ArticlePage:
    return article(
        "imunisasi",
        dated=DATED,
        title="Jadwal imunisasi",
        lead="Mulai hari ini.",
        page_subjects=[PageSubject(subject=health)],
        corrections=[Correction(corrected_on=DATED.date(), text="Tempatnya.")],
    )


def parsed(path: str, host: str = "kota-bandung.localhost") -> Any:
    found = feedparser.parse(body(path, host))
    assert not found.bozo, found.get("bozo_exception")
    return found


@pytest.mark.parametrize("name", FORMATS[:2])
def test_a_feed_reader_understands_the_feed(about_health: ArticlePage, name: str) -> None:
    found = parsed(f"/umpan/{name}")
    assert found.version in {"rss20", "atom10"}
    assert found.feed.title == "Diskominfo Kota Bandung"
    assert found.feed.language == "id"
    (entry,) = found.entries
    assert entry.title == "Jadwal imunisasi"
    assert entry.link == "http://kota-bandung.localhost:8000/imunisasi/"
    assert entry.summary == "Mulai hari ini. Dikoreksi 20 November 2026: Tempatnya."
    assert entry.id == f"urn:uuid:{about_health.translation_key}"
    assert entry.author == "Tim Redaksi"
    assert [tag.term for tag in entry.tags] == ["Kesehatan & Gizi"]
    assert entry.published_parsed[:5] == (2026, 11, 20, 3, 30)
    assert about_health.last_published_at is not None
    assert entry.updated_parsed[:6] == about_health.last_published_at.utctimetuple()[:6]


def test_the_json_feed_says_the_same(about_health: ArticlePage) -> None:
    found = json.loads(body("/umpan/feed.json"))
    assert found["version"] == "https://jsonfeed.org/version/1.1"
    assert found["feed_url"] == "http://kota-bandung.localhost:8000/umpan/feed.json"
    (item,) = found["items"]
    assert item["id"] == f"urn:uuid:{about_health.translation_key}"
    assert item["tags"] == ["Kesehatan & Gizi"]
    assert item["date_published"] == "2026-11-20T10:30:00+07:00"
    assert item["_selaras"] == {"corrections": [{"date": "2026-11-20", "text": "Tempatnya."}]}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("rss.xml", "application/rss+xml; charset=utf-8"),
        ("atom.xml", "application/atom+xml; charset=utf-8"),
        ("feed.json", "application/feed+json; charset=utf-8"),
    ],
)
def test_each_format_has_its_media_type_and_may_be_kept_for_a_minute(
    about_health: ArticlePage, name: str, kind: str
) -> None:
    response = get(f"/umpan/{name}")
    assert response.headers["Content-Type"] == kind
    assert response.headers["Cache-Control"] == "public, max-age=60"
    address = f"http://kota-bandung.localhost:8000/umpan/{name}"
    assert response.headers["Link"] == f'<{address}>; rel="self"'


@pytest.mark.parametrize("name", FORMATS)
def test_the_portal_s_feed_has_the_articles_of_all(health: Subject, name: str) -> None:
    article("satu")
    article("dua", home_of("kab-merauke"))
    both = body(f"/umpan/{name}", PORTAL).decode()
    assert "http://kota-bandung.localhost:8000/satu/" in both
    assert "http://kab-merauke.localhost:8000/dua/" in both
    assert "/dua/" not in body(f"/umpan/{name}").decode()


@pytest.mark.parametrize("host", [PORTAL, "kota-bandung.localhost"])
@pytest.mark.parametrize("name", FORMATS)
def test_a_subject_s_feed_has_the_articles_about_it(
    about_health: ArticlePage, name: str, host: str
) -> None:
    article("lain")
    found = body(f"/topik/kesehatan/umpan/{name}", host).decode()
    assert "/imunisasi/" in found
    assert "/lain/" not in found
    assert f"/topik/kesehatan/umpan/{name}" in found


@pytest.mark.parametrize("name", FORMATS)
def test_odd_characters_break_no_feed(country: None, name: str) -> None:
    for number, title in enumerate(ODD_TITLES):
        article(f"aneh-{number}", title=title, lead=title)
    content = body(f"/umpan/{name}")
    titles = (
        [item["title"] for item in json.loads(content)["items"]]
        if name == "feed.json"
        else [entry.title for entry in parsed(f"/umpan/{name}").entries]
    )
    assert "Tanda dan kendali" in titles
    assert "Emoji 🎉👨‍👩‍👧 dan ꦱꦼꦭꦫꦱ" in titles
    assert len(titles) == len(ODD_TITLES)


@pytest.mark.parametrize("name", FORMATS)
def test_a_reader_that_has_it_already_gets_no_content(about_health: ArticlePage, name: str) -> None:
    first = get(f"/umpan/{name}")
    same = get(f"/umpan/{name}", **{"if-none-match": first.headers["ETag"]})
    since = get(f"/umpan/{name}", **{"if-modified-since": first.headers["Last-Modified"]})
    assert (same.status_code, same.content) == (304, b"")
    assert since.status_code == 304
    assert same.headers["Cache-Control"] == "public, max-age=60"


@pytest.mark.parametrize("name", FORMATS)
def test_what_was_changed_or_withdrawn_is_told_again(about_health: ArticlePage, name: str) -> None:
    first = get(f"/umpan/{name}")
    about_health.title = "Jadwal baru"
    publish_again(about_health)
    second = get(f"/umpan/{name}", **{"if-none-match": first.headers["ETag"]})
    assert (second.status_code, b"Jadwal baru" in second.content) == (200, True)
    ArticlePage.objects.filter(pk=about_health.pk).update(
        live=False, withdrawn_at=timezone.now() + timedelta(seconds=-1)
    )
    ago = {"if-modified-since": "Fri, 20 Nov 2026 00:00:00 GMT"}
    third = get(f"/umpan/{name}", **ago)
    assert (third.status_code, b"Jadwal baru" in third.content) == (200, False)


@pytest.mark.parametrize("name", FORMATS)
def test_a_site_without_articles_has_a_feed_that_does_not_change(country: None, name: str) -> None:
    first = get(f"/umpan/{name}")
    again = get(f"/umpan/{name}", **{"if-none-match": first.headers["ETag"]})
    assert (first.status_code, again.status_code) == (200, 304)
    assert parsedate_to_datetime(first.headers["Last-Modified"]) <= timezone.now()


@pytest.mark.parametrize(
    "path",
    [
        "/umpan/rss.xml?page=-1&format=%00&q=%F0%9F%8E%89",
        "/umpan/atom.xml?" + "a=1&" * 900,
        "/umpan/feed.json?limit=99999999999999999999",
    ],
)
def test_a_query_string_changes_nothing(about_health: ArticlePage, path: str) -> None:
    assert body(path) == body(path.partition("?")[0])


@pytest.mark.parametrize(
    "path",
    [
        "/topik/tidak-ada/umpan/rss.xml",
        f"/topik/{'a' * 5000}/umpan/rss.xml",
        "/umpan/rss",
        "/umpan/rss.xml/",
        "/umpan/%00.xml",
        "/en/umpan/rss.xml",
    ],
)
def test_what_is_no_feed_is_not_found(country: None, path: str) -> None:
    for host in (PORTAL, "kota-bandung.localhost"):
        assert get(path, host).status_code in {301, 404}


def test_a_feed_is_only_read(about_health: ArticlePage) -> None:
    client = Client(headers={"host": PORTAL})
    head = client.head("/umpan/rss.xml")
    assert (head.status_code, head.content) == (200, b"")
    assert client.post("/umpan/rss.xml").status_code == 405


def test_a_hub_is_named_where_there_is_one(
    about_health: ArticlePage, settings: LazySettings
) -> None:
    assert "hub" not in body("/umpan/atom.xml").decode()
    settings.WEBSUB_HUB = "https://hub.example/"
    for name in FORMATS[:2]:
        links = parsed(f"/umpan/{name}").feed.links
        assert {"hub", "self"} <= {link.rel for link in links}
    assert json.loads(body("/umpan/feed.json"))["hubs"] == [
        {"type": "WebSub", "url": "https://hub.example/"}
    ]
    assert '<https://hub.example/>; rel="hub"' in get("/umpan/rss.xml").headers["Link"]
