"""The feed of alerts, which those fetch who pass messages of CAP on."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.conf import LazySettings
from lxml import etree

from selaras.announcements.models import Announcement
from selaras.announcements.tests.telling import take_back, tell
from selaras.portal.alerts.tests.reading import ALERTS, ATOM, get, ids, message, queries_of, said

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
AT = datetime(2031, 3, 3, 1, 0, tzinfo=UTC)
DAY = timedelta(days=1)


def test_an_entry_leads_to_its_message_and_is_named_as_it(settings: LazySettings) -> None:
    settings.WEBSUB_HUB = "https://hub.example/"
    told = tell(emergency=True)
    tell({"Kota Surabaya": "merah"}, key="uji-2")
    answer = get(ALERTS)
    feed = etree.fromstring(answer.content)
    (entry,) = feed.findall(f"{ATOM}entry")
    (link,) = [one for one in entry.findall(f"{ATOM}link") if one.get("rel") == "alternate"]
    assert link.get("type") == "application/cap+xml"
    assert link.get("href") == f"{told.url}cap.xml"
    assert [entry.findtext(f"{ATOM}id")] == said(message(told), "identifier")
    for name in ("title", "updated", "summary"):
        assert entry.findtext(f"{ATOM}{name}")
    assert "hub" in {one.get("rel") for one in feed.findall(f"{ATOM}link")}
    assert answer["Link"] == (
        '<http://localhost:8000/umpan/peringatan.xml>; rel="self", '
        '<https://hub.example/>; rel="hub"'
    )


def test_a_cache_may_keep_it_for_a_second_and_asks_with_its_tag() -> None:
    tell(emergency=True)
    first = get(ALERTS)
    assert first["Cache-Control"] == "public, max-age=1"
    assert first["Access-Control-Allow-Origin"] == "*"
    tag = {"if-none-match": first["ETag"]}
    assert get(ALERTS, **tag).status_code == 304
    tell({"Kota Surabaya": "merah"}, key="uji-2", emergency=True)
    assert get(ALERTS, **tag).status_code == 200


def test_what_stands_stays_and_what_ended_is_kept_for_some_days() -> None:
    with time_machine.travel(AT, tick=False) as clock:
        lasting = tell(emergency=True)
        clock.shift(timedelta(seconds=1))
        ending = tell({"Kota Surabaya": "merah"}, key="uji-2", emergency=True, through="2031-03-05")
        clock.shift(timedelta(seconds=1))
        update = tell({"Kota Bandung": "kuning"}, key="uji-3", emergency=True)
        clock.shift(timedelta(seconds=1))
        planned = tell({"Kota Medan": "merah"}, key="uji-4", emergency=True, at=AT + DAY)
        assert ids() == [one.pk.urn for one in (update, ending, lasting)]
        clock.move_to(AT + DAY)
        assert ids()[0] == planned.pk.urn
        clock.move_to(AT + 6 * DAY)
        assert ending.pk.urn in ids()
        clock.move_to(AT + 30 * DAY)
        assert ids() == [one.pk.urn for one in (planned, update, lasting)]


def test_who_comes_late_finds_also_what_ended_a_part_of_what_stands() -> None:
    with time_machine.travel(AT, tick=False) as clock:
        alert = tell(emergency=True)
        clock.shift(timedelta(seconds=1))
        calm = tell({"Kota Bandung": "hijau"}, key="uji-2")
        clock.move_to(AT + 30 * DAY)
        assert ids() == [calm.pk.urn, alert.pk.urn]


def test_a_recall_is_an_entry_of_its_own_for_some_days() -> None:
    with time_machine.travel(AT, tick=False) as clock:
        told = tell(emergency=True)
        clock.move_to(AT + 9 * DAY)
        assert ids() == [told.pk.urn]
        take_back(told)
        told.refresh_from_db()
        clock.shift(DAY)
        assert ids() == said(message(told, "cap-batal.xml"), "identifier")
        assert b"DITARIK: PERAGAAN: Status siaga diperbarui" in get(ALERTS).content
        clock.shift(9 * DAY)
        assert ids() == []
        assert get(ALERTS).status_code == 200


def test_neither_what_was_called_off_nor_a_drill_in_earnest_is_there(
    settings: LazySettings,
) -> None:
    with time_machine.travel(AT, tick=False) as clock:
        plan = tell(emergency=True, at=AT + DAY)
        Announcement.objects.filter(pk=plan.pk).update(called_off_at=AT)
        drill = tell(key="uji-2", emergency=True, drill=True)
        assert ids() == [drill.pk.urn]
        settings.DEMONSTRATION = False
        clock.move_to(AT + 2 * DAY)
        assert ids() == []


def test_it_asks_as_much_for_many_alerts_as_for_one() -> None:
    tell(emergency=True)
    few = queries_of(ALERTS)
    for number in range(2, 8):
        tell({"Kota Bandung": "merah"}, key=f"uji-{number}", emergency=True)
    assert len(ids()) == 7
    assert queries_of(ALERTS) == few
