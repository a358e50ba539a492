"""RSS 2.0, Atom 1.0 (RFC 4287) and JSON Feed 1.1 by Django's generators."""

import json
from datetime import datetime
from io import BytesIO
from typing import Any, BinaryIO

from django.conf import settings
from django.utils.feedgenerator import Atom1Feed, Enclosure, Rss201rev2Feed, SyndicationFeed
from django.utils.feedgenerator import rfc3339_date as moment
from django.utils.xmlutils import SimplerXMLGenerator

from selaras.pages.machines.addresses import ATOM, JSON, RSS
from selaras.pages.machines.feeds.content import Entry, Feed

Attributes = dict[str, Any]


class _Dated(SyndicationFeed):
    """Django dates a feed without items by the clock, which would change it at every look."""

    content_type: str

    def latest_post_date(self) -> datetime:
        modified: datetime = self.feed["modified"]
        return modified


class RssFeed(_Dated, Rss201rev2Feed):
    content_type = "application/rss+xml; charset=utf-8"

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        super().add_root_elements(handler)
        if self.feed["hub"]:
            hub = {"rel": "hub", "href": self.feed["hub"]}
            handler.addQuickElement("atom:link", None, hub)

    def add_item_elements(self, handler: SimplerXMLGenerator, item: Attributes) -> None:
        super().add_item_elements(handler, item)
        entry: Entry = item["entry"]
        handler.addQuickElement("atom:updated", moment(entry.updated))
        if self.feed["many"]:
            handler.addQuickElement("source", entry.site, {"url": entry.site_feed})


class AtomFeed(_Dated, Atom1Feed):
    content_type = "application/atom+xml; charset=utf-8"

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        super().add_root_elements(handler)
        if self.feed["hub"]:
            handler.addQuickElement("link", None, {"rel": "hub", "href": self.feed["hub"]})

    def add_item_elements(self, handler: SimplerXMLGenerator, item: Attributes) -> None:
        super().add_item_elements(handler, item | {"enclosures": []})
        picture = item["entry"].picture
        if picture is not None:
            link = {"rel": "enclosure", "href": picture.url, "type": picture.type}
            handler.addQuickElement("link", None, link)


class JsonFeed(_Dated):
    content_type = "application/feed+json; charset=utf-8"

    def write(self, outfile: BinaryIO, encoding: str) -> None:
        feed = self.feed
        told: dict[str, Any] = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": feed["title"],
            "home_page_url": feed["link"],
            "feed_url": feed["feed_url"],
            "description": feed["description"],
            "language": feed["language"],
            "authors": [{"name": feed["author_name"], "url": feed["author_link"]}],
            "items": [_item(item["entry"]) for item in self.items],
        }
        if feed["hub"]:
            told["hubs"] = [{"type": "WebSub", "url": feed["hub"]}]
        outfile.write(json.dumps(told, ensure_ascii=False, indent=1).encode(encoding))


FORMATS: dict[str, type[_Dated]] = {RSS: RssFeed, ATOM: AtomFeed, JSON: JsonFeed}


def written(feed: Feed, name: str) -> bytes:
    """The feed in the format with this file name."""
    address = feed.address(name)
    speaker = "Selaras" if feed.institution is None else feed.institution.name
    generator = FORMATS[name](
        title=feed.title,
        link=feed.home,
        description=feed.description,
        language=settings.LANGUAGE_CODE,
        author_name=speaker,
        author_link=feed.home,
        feed_url=address,
        feed_guid=address,
        modified=feed.modified,
        many=feed.institution is None,
        hub=feed.hub,
    )
    for entry in feed.entries:
        _add(generator, entry, many=feed.institution is None)
    content = BytesIO()
    generator.write(content, "utf-8")
    return content.getvalue()


def _add(generator: _Dated, entry: Entry, *, many: bool) -> None:
    picture = entry.picture
    # The length of what is made on demand is not known; readers take 0 for that.
    enclosures = [Enclosure(picture.url, "0", picture.type)] if picture else []
    generator.add_item(
        title=entry.title,
        link=entry.url,
        description=entry.summary,
        author_name=f"{entry.author}, {entry.site}" if many else entry.author,
        pubdate=entry.published,
        updateddate=entry.updated,
        unique_id=entry.identifier,
        unique_id_is_permalink=False,
        categories=entry.subjects,
        enclosures=enclosures,
        entry=entry,
    )


def _item(entry: Entry) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": entry.identifier,
        "url": entry.url,
        "title": entry.title,
        "content_text": entry.summary,
        "date_published": moment(entry.published),
        "date_modified": moment(entry.updated),
        "authors": [{"name": entry.author}, {"name": entry.site, "url": entry.site_url}],
        "tags": list(entry.subjects),
        "language": settings.LANGUAGE_CODE,
    }
    if entry.picture is not None:
        item["image"] = entry.picture.url
        item["attachments"] = [{"url": entry.picture.url, "mime_type": entry.picture.type}]
    if entry.corrections:
        told = [{"date": day, "text": text} for day, text in entry.corrections]
        item["_selaras"] = {"corrections": told}
    return item
