"""What is written of what people ask: nothing of few, and nothing of anybody."""

import time
from collections.abc import Iterator
from datetime import date, timedelta
from unittest.mock import patch

import pytest
import time_machine
from django.conf import LazySettings
from django.db import OperationalError
from django.utils import timezone

from selaras.ledger.models import AuditEntry
from selaras.search.asked import clicks, noting
from selaras.search.asked.clicks import click_share
from selaras.search.asked.forgetting import forget_past
from selaras.search.asked.marks import Day, network_of
from selaras.search.asked.notes import MOST_AT_ONCE, Notes, Thing
from selaras.search.asked.queries import most_asked
from selaras.search.asking import Filters, Question
from selaras.search.entries import Kind
from selaras.search.found import Found
from selaras.search.models import AskedDay, AskedQuery, AskersToday, PickedResult

TODAY = date(2026, 11, 26)


@pytest.fixture(autouse=True)
def fresh(settings: LazySettings) -> Iterator[None]:
    settings.SEARCH_ASKERS = 5
    noting.forget()
    clicks.forget()
    yield
    noting.forget()
    clicks.forget()


def ask(text: str, addresses: range, *, region: str = "32.73", total: int = 3) -> None:
    for number in addresses:
        note = Question(text, region=region)
        noting.note_question(note, Found([], total, 1, 1), address=f"10.0.0.{number}")


def elsewhere(text: str, addresses: range) -> None:
    """The same in another process, which has its own memory and the same database."""
    with patch.object(noting, "_notes", Notes()):
        noting.flush()
        ask(text, addresses)
        noting.flush()


@pytest.mark.django_db
def test_what_enough_people_ask_is_counted_by_day_and_province() -> None:
    noting.flush()
    ask("Cara BUAT ktp?", range(8))
    ask("cara buat KTP", range(3), total=0)
    for number in range(4):
        noting.note_click("cara buat ktp", 1 + number % 2, "32", address=f"10.0.0.{number}")
    assert AskedQuery.objects.count() == 0
    noting.flush()
    rows = {one.province: one for one in AskedQuery.objects.all()}
    assert rows.keys() == {"00", "32"}
    one = rows["32"]
    assert (one.query, one.day) == ("cara buat ktp", timezone.localdate())
    assert (one.asked, one.found_few, one.found_none) == (11, 8, 3)
    assert (one.picked_first, one.picked_third) == (2, 2)
    assert one.askers >= 5
    ask("cara buat ktp", range(8, 10))
    noting.flush()
    noting.flush()
    assert AskedQuery.objects.get(province="00").asked == 13
    (shown,) = most_asked(timezone.localdate(), timezone.localdate(), province="32")
    assert shown["times"] == 13


@pytest.mark.django_db
def test_what_few_ask_is_not_written_however_often(settings: LazySettings) -> None:
    noting.flush()
    for _ in range(50):
        ask("nama tetangga saya", range(4))
    noting.flush()
    assert AskedQuery.objects.count() == 0
    assert "nama tetangga" not in repr(list(AskersToday.objects.values()))
    AskedQuery.objects.create(day=timezone.localdate(), province="00", query="lama", askers=7)
    settings.SEARCH_ASKERS = 8
    assert not most_asked(timezone.localdate(), timezone.localdate())


@pytest.mark.django_db
def test_processes_count_the_same_people_once() -> None:
    noting.flush()
    ask("jadwal imsak", range(4))
    noting.flush()
    elsewhere("jadwal imsak", range(4))
    assert AskedQuery.objects.count() == 0
    elsewhere("jadwal imsak", range(4, 8))
    assert {one.province for one in AskedQuery.objects.all()} == {"00", "32"}
    assert AskedQuery.objects.get(province="32").asked == 4
    noting.look_again()
    noting.flush()
    assert AskedQuery.objects.get(province="32").asked == 8


@pytest.mark.django_db
@pytest.mark.parametrize(
    "question",
    [
        Question("banjir", page=2),
        Question("banjir", filters=Filters(kinds=frozenset({Kind.NEWS}))),
        Question("budi@contoh.id"),
        Question("?!"),
    ],
)
def test_what_repeats_or_names_somebody_is_not_noted(question: Question) -> None:
    noting.flush()
    for number in range(9):
        noting.note_question(question, Found([], 0, 1, 1), address=f"10.0.0.{number}")
    noting.flush()
    assert AskersToday.objects.count() == 0


@pytest.mark.django_db
def test_without_a_database_nothing_is_lost_or_raised_where_people_search() -> None:
    noting.flush()
    ask("harga beras", range(8))
    with (
        patch("selaras.search.asked.writing.share", side_effect=OperationalError("locked")),
        pytest.raises(OperationalError),
    ):
        noting.flush()
    ask("harga beras", range(8))
    noting.flush()
    assert AskedQuery.objects.get(province="00").asked == 16


@pytest.mark.django_db
def test_before_the_day_is_known_and_with_no_days_nothing_is_noted(settings: LazySettings) -> None:
    ask("harga beras", range(9))
    noting.flush()
    settings.SEARCH_ASKED_DAYS = 0
    ask("harga beras", range(9))
    noting.flush()
    assert AskersToday.objects.count() == 0


@pytest.mark.django_db
def test_a_new_day_has_another_key_and_the_old_one_goes(settings: LazySettings) -> None:
    settings.SEARCH_ASKED_DAYS = 30
    with time_machine.travel("2026-11-26T10:00:00+07:00", tick=False):
        noting.flush()
        ask("gempa", range(9))
        noting.flush()
        ask("gempa", range(9))
        noting.note_click("gempa", 1, "", key="page:1", address="10.0.0.1")
        assert AskedDay.objects.get().day == TODAY
    with time_machine.travel("2026-11-27T00:00:01+07:00", tick=False):
        ask("gempa", range(9))
        noting.flush()
        assert forget_past() == 0
        assert [one.day for one in AskedDay.objects.all()] == [TODAY + timedelta(days=1)]
        assert AskersToday.objects.count() == 0
        assert AskedQuery.objects.get(province="00").asked == 9
    with time_machine.travel("2026-12-27T00:00:01+07:00", tick=False):
        assert forget_past() == 2
        assert AuditEntry.objects.get(action="search.asked.forget").details == {"count": 2}
    assert AskedQuery.objects.count() == 0


@pytest.mark.django_db
def test_the_most_opened_result_has_the_share_of_one_and_one_of_few_has_none() -> None:
    noting.flush()
    for key, people in (("page:1", 40), ("page:2", 9), ("page:3", 4)):
        for number in range(people):
            noting.note_click("x", 1, "", key=key, address=f"10.1.0.{number}")
            noting.note_click("x", 1, "", key=key, address=f"10.1.0.{number}")
    noting.flush()
    shares = click_share(["page:1", "page:2", "page:3", "page:4"])
    assert shares.keys() == {"page:1", "page:2"}
    assert shares["page:1"] == 1
    assert 0 < shares["page:2"] < 1
    PickedResult.objects.all().delete()
    assert click_share(["page:1"]) == {"page:1": 1}


def test_an_address_is_its_network_and_drawings_of_two_questions_do_not_match() -> None:
    assert network_of("2001:db8:1:2::3") == network_of("2001:db8:1:ffff::1")
    assert network_of("::ffff:10.0.0.1") == network_of("10.0.0.1") != network_of("10.0.0.2")
    assert network_of("unix:") == b""
    one, other = Day(TODAY, b"k" * 32), Day(TODAY + timedelta(days=1), b"l" * 32)
    marks = [day.mark("question", "00", text) for day in (one, other) for text in ("a", "b")]
    assert len(set(marks)) == 4
    addresses = [f"10.0.{high}.{low}" for high in range(4) for low in range(50)]
    drawn = [[one.bit(mark, address) for address in addresses] for mark in marks[:2]]
    assert sum(a == b for a, b in zip(*drawn, strict=True)) < 10
    assert one.bit(marks[0], "") == 0


def test_memory_is_bounded_and_a_flood_does_not_push_out_what_is_asked_again() -> None:
    notes = Notes(most=100)
    notes.begin_day(Day(TODAY, b"k" * 32))
    often = Thing("question", "00", "sering")
    for number in range(5000):
        for thing in (often, Thing("question", "00", f"acak {number}")):
            notes.add(TODAY, thing, ["asked"], f"10.0.{number % 9}.1")
    assert len(notes.due()) <= MOST_AT_ONCE
    assert notes.take([often])[often]["asked"] == 5000
    assert len(notes._kept) == 100


def test_a_question_costs_a_fraction_of_a_millisecond() -> None:
    noting._notes.begin_day(Day(timezone.localdate(), b"k" * 32))
    started = time.perf_counter()
    for number in range(500):
        ask(f"cara membuat ktp elektronik di kecamatan {number % 50}", range(1))
    assert (time.perf_counter() - started) / 500 < 0.001
