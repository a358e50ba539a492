"""An announcement's page tells programs what it is and where they read more."""

from typing import Any

import pytest
from lxml import html

from selaras.announcements.draft import Parts
from selaras.announcements.models import Announcement
from selaras.announcements.tests.documents import regencies_and_cities
from selaras.announcements.tests.telling import take_back, tell
from selaras.institutions.models import Region
from selaras.pages.machines.tests.reading import PORTAL, head, nodes, queries_of
from support import schemas

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]


def node_of(one: Announcement, language: str = "") -> dict[str, Any]:
    (node,) = nodes(f"{language}/pengumuman/{one.slug}/", PORTAL)
    return node


def links(page: html.HtmlElement, kind: str) -> list[str]:
    return [str(link.get("href")) for link in page.xpath(f"link[@type='{kind}']")]


def test_the_page_is_a_special_announcement() -> None:
    told = tell(
        {"Kota Bandung": "merah"}, through="2099-01-01", title="</script><b>Awas",
        parts=Parts(audience=(Region.objects.get(pk="00"),)),
    )  # fmt: skip
    node = node_of(told)
    assert node["@type"] == "SpecialAnnouncement"
    assert node["name"] == "</script><b>Awas"
    assert node["text"] == "Dua wilayah berubah."
    assert node["expires"] == "2099-01-02T00:00:00+07:00"
    assert node["category"] == "Siaga musim hujan (data peragaan)"
    assert node["publisher"]["@type"] == "GovernmentOrganization"
    assert (node["url"], node["inLanguage"]) == (told.url, "id")
    country, bandung = node["spatialCoverage"]
    assert country == {"@type": "Country", "name": "Indonesia"}
    assert (bandung["@type"], bandung["identifier"]) == ("AdministrativeArea", "32.73")
    assert node_of(told, "/en") == node
    # The schema knows one place only, where schema.org takes any number of them.
    validator = schemas.schema_org("SpecialAnnouncement")
    for place in node["spatialCoverage"]:
        errors = validator.iter_errors(node | {"spatialCoverage": place})
        assert [error.message for error in errors] == []


def test_drills_and_what_was_recalled_are_marked() -> None:
    drill = tell(drill=True)
    assert node_of(drill)["name"] == "LATIHAN: Status siaga diperbarui"
    assert node_of(drill)["creativeWorkStatus"] == "Latihan"
    told = tell(key="uji-2")
    assert "expires" not in node_of(told)
    take_back(told)
    node = node_of(told)
    assert node["creativeWorkStatus"] == "Ditarik"
    assert node["text"].startswith("Ditarik: Angkanya keliru.")
    assert node["expires"]


def test_feeds_and_messages_are_found_from_the_pages() -> None:
    ordinary = tell()
    urgent = tell({"Kota Surabaya": "merah"}, key="uji-2", emergency=True)
    feeds = "http://localhost:8000/umpan/pengumuman"
    for path in ("/pengumuman/", "/en/pengumuman/", f"/pengumuman/{urgent.slug}/"):
        page = head(path, PORTAL)
        assert f"{feeds}/rss.xml" in links(page, "application/rss+xml")
        assert f"{feeds}/feed.json" in links(page, "application/feed+json")
        assert {f"{feeds}/atom.xml", "http://localhost:8000/umpan/peringatan.xml"} <= set(
            links(page, "application/atom+xml")
        )
    cap = "application/cap+xml"
    assert links(head(f"/pengumuman/{ordinary.slug}/", PORTAL), cap) == []
    assert links(head(f"/pengumuman/{urgent.slug}/", PORTAL), cap) == [f"{urgent.url}cap.xml"]
    take_back(urgent)
    assert links(head(f"/pengumuman/{urgent.slug}/", PORTAL), cap)[1:] == [
        f"{urgent.url}cap-batal.xml"
    ]


def test_the_page_asks_as_much_for_many_regions() -> None:
    few, many = (
        tell(dict.fromkeys(regencies_and_cities(count), "merah"), key=f"uji-{count}")
        for count in (2, 200)
    )
    asked = queries_of(f"/pengumuman/{few.slug}/", PORTAL)
    assert queries_of(f"/pengumuman/{many.slug}/", PORTAL) == asked
    assert len(node_of(many)["spatialCoverage"]) == 200
