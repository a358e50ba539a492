"""The feed of changes: whoever follows it misses nothing, and learns nothing too early."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.conf import LazySettings
from django.db import transaction

from selaras.announcements.services import call_off
from selaras.announcements.tests.telling import take_back, tell
from selaras.demonstration.tallies import TALLY, publish_tally
from selaras.facts.tests.speaking import BANDUNG, day, make_type, say_all, statement_of
from selaras.institutions.models import Membership
from selaras.ledger.models import OwedEffect
from selaras.ledger.services import advance_epoch
from selaras.ledger.worker import settle_due
from selaras.portal.api.cursors import cursor
from selaras.portal.api.tests.asking import ask, read
from support.people import person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
NOW = datetime(2031, 3, 3, 1, 0, tzinfo=UTC)
HUB = "https://hub.contoh.id/"


def kinds(page: dict[str, Any]) -> list[str]:
    return [f"{one['kind']} {one['key']}" for one in page["changes"]]


def test_a_client_that_follows_sees_each_thing_at_its_last_change() -> None:
    nothing = read("changes")
    assert (nothing["changes"], nothing["more"]) == ([], False)
    assert read("changes", since=nothing["next"]) == nothing
    first = tell({"Kota Bandung": "merah"}, key="dulu")
    seen = read("changes", since=nothing["next"])
    assert kinds(seen) == ["fact siaga.status", f"announcement {first.slug}"]
    assert seen["changes"][0]["api"].endswith("/api/v1/facts/siaga.status")
    assert seen["changes"][1]["url"] == first.url
    assert read("changes", since=seen["next"])["changes"] == []
    second = tell({"Kota Bandung": "hijau"}, key="kini")
    take_back(second)
    later = read("changes", since=seen["next"])
    assert kinds(later) == ["fact siaga.status", f"announcement {second.slug}"]
    publish_tally(actor="uji")
    final = read("changes", since=later["next"])
    assert kinds(final)[-1] == f"tally {TALLY}"
    assert final["changes"][-1]["api"].endswith(f"/rekapitulasi/{TALLY}.json")
    with transaction.atomic():
        advance_epoch("site:komdigi", "country")
    assert ask("changes", since=final["next"]).json()["changes"] == []


def test_what_changed_together_is_never_split_and_pages_join_without_a_gap() -> None:
    types = [make_type(f"uji.jenis{number}") for number in range(5)]
    say_all(statement_of(one, BANDUNG, "1", day("2026-01-01")) for one in types)
    tell({"Kota Bandung": "merah"})
    page = read("changes", limit=2)
    assert len(page["changes"]) == 5
    assert page["more"]
    rest = read("changes", limit=2, since=page["next"])
    assert len(rest["changes"]) == 2
    assert not rest["more"]
    assert page["changes"] + rest["changes"] == read("changes")["changes"]


def test_a_planned_one_appears_with_its_facts_when_it_goes_live_and_not_before() -> None:
    at = NOW + timedelta(hours=2)
    with time_machine.travel(NOW, tick=False) as clock:
        before = ask("changes")
        told = tell({"Kota Bandung": "merah"}, at=at)
        given_up = tell({"Kota Surabaya": "merah"}, key="batal", at=at + timedelta(hours=1))
        call_off(
            announcement=given_up,
            user=person("rini", "bnpb", Membership.Role.APPROVER),
            reason="Batal.",
        )
        again = ask("changes")
        assert (again.content, again["ETag"]) == (before.content, before["ETag"])
        followed = again.json()["next"]
        clock.move_to(at)
        settle_due()
        page = read("changes", since=followed)
        assert kinds(page) == [f"announcement {told.slug}", "fact siaga.status"]
        assert given_up.slug not in ask("changes").content.decode()


def test_a_cursor_from_elsewhere_is_refused_and_says_what_to_do() -> None:
    tell({"Kota Bandung": "merah"})
    for wrong in (
        "x",
        "====",
        cursor("changes", 999),
        cursor("types", 1),
        cursor("changes", "01"),
        cursor("changes", "9" * 30),
        cursor("changes", "-1"),
        "\u0661",
    ):
        answer = ask("changes", since=wrong)
        assert answer.status_code == 400
        assert "Mulai lagi tanpa parameter ini." in answer.json()["error"]


def test_an_unchanged_feed_is_not_sent_twice_and_names_its_hub(settings: LazySettings) -> None:
    tell({"Kota Bandung": "merah"})
    first = ask("changes")
    assert re.fullmatch(r'<http://\S+/api/v1/changes>; rel="self"', first["Link"])
    again = ask("changes", headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again["Access-Control-Allow-Origin"] == "*"
    assert again["Cache-Control"] == "public, max-age=0, s-maxage=1"
    settings.WEBSUB_HUB = HUB
    assert f'<{HUB}>; rel="hub"' in ask("changes")["Link"]


def owed() -> list[str]:
    found = OwedEffect.objects.filter(key__startswith="websub.ping:changes:")
    return [url for one in found.order_by("pk") for url in one.payload["feeds"]]


def test_many_changes_owe_the_hub_one_message(settings: LazySettings) -> None:
    tell({"Kota Bandung": "merah"}, key="sunyi")
    assert owed() == []
    settings.WEBSUB_HUB = HUB
    told = tell({"Kota Bandung": "kuning"}, key="satu")
    tell({"Kota Bandung": "hijau"}, key="dua")
    take_back(told)
    publish_tally(actor="uji")
    assert owed() == ["http://localhost:8000/api/v1/changes"]
    OwedEffect.objects.update(attempts=1)  # somebody has begun to send it
    tell({"Kota Bandung": "merah"}, key="tiga")
    assert len(owed()) == 2


def test_a_planned_one_owes_the_message_only_when_it_is_public(settings: LazySettings) -> None:
    settings.WEBSUB_HUB = HUB
    with time_machine.travel(NOW, tick=False) as clock:
        tell({"Kota Bandung": "merah"}, at=NOW + timedelta(hours=1))
        assert owed() == []
        clock.shift(timedelta(hours=1))
        OwedEffect.objects.exclude(kind="announcements.live").delete()
        settle_due(limit=1)
        assert len(owed()) == 1
