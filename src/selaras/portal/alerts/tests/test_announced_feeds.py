"""Feeds of announcements, for any website."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.conf import LazySettings
from lxml import etree

from selaras.announcements.draft import Parts
from selaras.announcements.models import Relation
from selaras.announcements.tests.telling import take_back, tell
from selaras.institutions.models import Region
from selaras.pages.machines.addresses import FEEDS
from selaras.portal.alerts import announced
from selaras.portal.alerts.tests.reading import ATOM, get, ids, queries_of
from support import schemas

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
BASE = "/umpan/pengumuman"
ATOM_FEED = f"{BASE}/atom.xml"
AT = datetime(2031, 3, 3, 1, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def items(query: str = "") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(get(f"{BASE}/feed.json{query}").content)["items"]
    return found


def test_every_format_is_valid_names_the_speaker_and_may_be_kept_a_second() -> None:
    told = tell(title="Awas & siaga <b>")
    for name in FEEDS:
        answer = get(f"{BASE}/{name}")
        assert answer["Cache-Control"] == "public, max-age=1"
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert get(f"{BASE}/{name}", **{"if-none-match": answer["ETag"]}).status_code == 304
    found = json.loads(get(f"{BASE}/feed.json").content)
    assert list(schemas.json_feed().iter_errors(found)) == []
    (item,) = found["items"]
    assert (item["id"], item["url"]) == (told.pk.urn, told.url)
    assert item["title"] == "Awas & siaga <b>"
    assert item["authors"][0]["name"] == "Badan Nasional Penanggulangan Bencana"
    rss = etree.fromstring(get(f"{BASE}/rss.xml").content)
    assert rss.findtext("channel/item/guid") == told.pk.urn
    assert ids(ATOM_FEED) == [told.pk.urn]


def test_what_was_corrected_or_recalled_keeps_its_identifier_moves_up_and_says_so() -> None:
    with time_machine.travel(AT, tick=False) as clock:
        first = tell({"Kota Bandung": "merah"}, title="Pertama")
        clock.shift(HOUR)
        second = tell({"Kota Surabaya": "merah"}, key="uji-2", title="Kedua")
        clock.shift(HOUR)
        third = tell(
            {"Kota Bandung": "kuning"}, key="uji-3", title="Ketiga", relation=Relation.CORRECTS,
            earlier=first, correction="Kuning, bukan merah.",
        )  # fmt: skip
        clock.shift(HOUR)
        take_back(second)
        told = {item["id"]: item for item in items()}
    assert set(told) == {one.pk.urn for one in (first, second, third)}
    corrected, recalled = told[first.pk.urn], told[second.pk.urn]
    assert corrected["title"] == "DIKOREKSI: Pertama"
    assert (
        "Dikoreksi oleh “Ketiga”, 3 Maret 2031: Kuning, bukan merah." in corrected["content_text"]
    )
    assert corrected["date_published"] == "2031-03-03T08:00:00+07:00"
    assert corrected["date_modified"] == "2031-03-03T10:00:00+07:00"
    assert recalled["title"] == "DITARIK: Kedua"
    assert recalled["content_text"].startswith("Ditarik 3 Maret 2031: Angkanya keliru.")
    assert next(iter(told)) == second.pk.urn


def test_what_is_old_comes_back_when_something_becomes_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(announced, "NEWEST", 3)
    with time_machine.travel(AT, tick=False) as clock:
        old = tell({"Kota Bandung": "merah"}, title="Lama")
        for number in range(2, 6):
            clock.shift(HOUR)
            tell({"Kota Surabaya": "merah"}, key=f"uji-{number}")
        assert old.pk.urn not in ids(ATOM_FEED)
        clock.shift(HOUR)
        take_back(old)
        found = ids(ATOM_FEED)
    assert found[0] == old.pk.urn
    assert len(found) == 3


def test_a_region_reads_what_concerns_it_and_the_country() -> None:
    nation = Parts(audience=(Region.objects.get(pk="00"),))
    bandung = tell({"Kota Bandung": "merah"})
    surabaya = tell({"Kota Surabaya": "merah"}, key="uji-2", parts=nation)
    medan = tell({"Kota Medan": "merah"}, key="uji-3")
    assert {item["id"] for item in items("?wilayah=32.73")} == {bandung.pk.urn, surabaya.pk.urn}
    assert medan.pk.urn in {item["id"] for item in items("?topik=siaga-musim-hujan")}
    assert items("?wilayah=12.71&topik=ppkm") == []
    feed = etree.fromstring(get(f"{ATOM_FEED}?topik=siaga-musim-hujan&wilayah=32.73&x=1").content)
    (own,) = [one for one in feed.findall(f"{ATOM}link") if one.get("rel") == "self"]
    assert own.get("href") == (
        "http://localhost:8000/umpan/pengumuman/atom.xml?wilayah=32.73&topik=siaga-musim-hujan"
    )


def test_the_hub_is_named_where_it_is_told(settings: LazySettings) -> None:
    settings.WEBSUB_HUB = "https://hub.example/"
    tell()
    for name in FEEDS:
        for query, named in (("", True), ("?topik=ppkm", True), ("?wilayah=32.73", False)):
            answer = get(f"{BASE}/{name}{query}")
            assert ("hub.example" in answer["Link"]) is named
            assert (b"hub.example" in answer.content) is named


@pytest.mark.parametrize(
    "query",
    [
        "wilayah=99.99", "wilayah=32.73.01", "wilayah=%00", "wilayah=٣٢", "wilayah=bandung",
        "topik=tidak-ada", "topik=%00", "topik=..%2F", f"wilayah={'9' * 6000}",
        f"topik={'a' * 6000}", "wilayah=32.73%0A",
    ],
)  # fmt: skip
def test_a_region_or_topic_that_is_not_there_is_refused_in_words(query: str) -> None:
    answer = get(f"{BASE}/rss.xml?{query}")
    assert answer.status_code == 400
    assert answer["Access-Control-Allow-Origin"] == "*"
    told = answer.json()["error"]
    assert told.startswith(("Parameter wilayah", "Parameter topik"))
    assert len(told) < 200


def test_what_is_planned_appears_on_its_second() -> None:
    with time_machine.travel(AT, tick=False) as clock:
        plan = tell(at=AT + HOUR)
        clock.move_to(AT + HOUR - timedelta(seconds=1))
        assert ids(ATOM_FEED) == []
        clock.move_to(AT + HOUR)
        assert ids(ATOM_FEED) == [plan.pk.urn]


def test_it_asks_as_much_for_many_announcements_as_for_two() -> None:
    tell()
    tell(key="uji-2")
    asked = {query: queries_of(f"{ATOM_FEED}{query}") for query in ("", "?wilayah=32.73")}
    for number in range(3, 9):
        tell(key=f"uji-{number}")
    assert len(ids(ATOM_FEED)) == 8
    assert {query: queries_of(f"{ATOM_FEED}{query}") for query in asked} == asked
