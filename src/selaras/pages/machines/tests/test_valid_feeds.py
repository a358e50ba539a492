"""Feeds hold to their published rules: JSON Feed's schema, RFC 4287, the RSS 2.0 specification."""

import json
from collections import Counter
from datetime import datetime
from email.utils import parsedate_to_datetime

import pytest
from django.conf import LazySettings
from lxml import etree

from selaras.pages.machines.tests.reading import PORTAL, body, picture, xml
from selaras.pages.models import Correction, PageSubject, Subject
from selaras.pages.tests.making import HOST, article, home_of
from support import schemas

pytestmark = pytest.mark.django_db

A = "{http://www.w3.org/2005/Atom}"
PATHS = ["/umpan/", "/topik/kesehatan/umpan/"]
hosts = pytest.mark.parametrize("host", [HOST, PORTAL])
paths = pytest.mark.parametrize("path", PATHS)


@pytest.fixture(autouse=True)
def full_feed(country: None, settings: LazySettings) -> None:
    """Every optional part of an entry is there, and there is an entry without any."""
    settings.WEBSUB_HUB = "https://hub.example/"
    health = Subject.objects.create(slug="kesehatan", label="Kesehatan")
    article(
        "lengkap",
        page_subjects=[PageSubject(subject=health)],
        corrections=[Correction(text="Tempatnya.")],
        picture=picture(),
    )
    article("ringkas", home_of("kab-merauke"), page_subjects=[PageSubject(subject=health)])


@hosts
@paths
def test_the_json_feed_is_valid_by_its_schema(path: str, host: str) -> None:
    found = json.loads(body(f"{path}feed.json", host))
    assert [error.message for error in schemas.json_feed().iter_errors(found)] == []
    assert any("attachments" in item for item in found["items"])


def test_the_schema_of_json_feed_refuses_what_is_wrong() -> None:
    found = json.loads(body("/umpan/feed.json"))
    found["items"][0]["date_published"] = "kemarin"
    found["feed_url"] = "bukan alamat"
    del found["title"]
    assert len(list(schemas.json_feed().iter_errors(found))) == 3


@hosts
@paths
def test_the_atom_feed_keeps_rfc_4287(path: str, host: str) -> None:
    feed = xml(f"{path}atom.xml", host)
    entries = feed.findall(f"{A}entry")
    assert entries
    assert feed.find(f"{A}author/{A}name").text
    for element in (feed, *entries):
        once = Counter(child.tag for child in element)
        assert [once[f"{A}{name}"] for name in ("id", "title", "updated")] == [1, 1, 1]
        told = [link.get("rel") for link in element.findall(f"{A}link")]
        assert told.count("alternate") == 1
        assert ":" in element.find(f"{A}id").text
        assert moment(element.find(f"{A}updated").text).tzinfo
    assert all(entry.find(f"{A}summary").text for entry in entries)
    ids = [entry.find(f"{A}id").text for entry in entries]
    assert len(ids) == len(set(ids))
    assert {"self", "hub"} <= {link.get("rel") for link in feed.findall(f"{A}link")}
    assert unknown(feed, {A}) == []


@hosts
@paths
def test_the_rss_feed_keeps_the_specification(path: str, host: str) -> None:
    feed = xml(f"{path}rss.xml", host)
    (channel,) = feed
    assert feed.get("version") == "2.0"
    assert [bool(channel.findtext(name)) for name in ("title", "link", "description")] == [True] * 3
    assert parsedate_to_datetime(channel.findtext("lastBuildDate") or "")
    items = channel.findall("item")
    assert items
    for item in items:
        assert item.findtext("title")
        assert parsedate_to_datetime(item.findtext("pubDate") or "").tzinfo
        assert item.find("guid").get("isPermaLink") == "false"
        assert len(item.findall("enclosure")) <= 1
        for enclosure in item.findall("enclosure"):
            assert set(enclosure.keys()) == {"url", "length", "type"}
        assert item.find("author") is None  # must be a mail address; dc:creator is a name
    assert unknown(feed, {"", A, "{http://purl.org/dc/elements/1.1/}"}) == []


def moment(text: str | None) -> datetime:
    return datetime.fromisoformat(text or "")


def unknown(root: etree._Element, spaces: set[str]) -> list[str]:
    """Elements outside these namespaces."""
    tags = [str(element.tag) for element in root.iter()]
    return [tag for tag in tags if "".join(tag.rpartition("}")[:2]) not in spaces]
