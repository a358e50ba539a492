"""Every version and every ending is in the log, whoever wrote it; what is planned is not told."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from selaras.facts.guards import CLOSES_ONLY, VALUES_ONCE
from selaras.facts.leaves import ENDED, STATED
from selaras.facts.models import FactType, FactVersion, Kind
from selaras.facts.services import backfill, call_off, withdraw
from selaras.facts.tests.speaking import (
    BANDUNG,
    JAWA_BARAT,
    Clock,
    day,
    make_type,
    owner_of,
    say,
    say_all,
    statement_of,
    utc,
)
from selaras.institutions.models import Region
from selaras.ledger.proof.bundles import entries_about
from selaras.ledger.proof.checking import check
from selaras.ledger.proof.models import LogEntry
from selaras.ledger.proof.sequencing import sequence_all
from selaras.ledger.tests.proving import run, unguarded

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
HOUR = timedelta(hours=1)


@pytest.fixture
def ahead(monkeypatch: pytest.MonkeyPatch) -> Clock:
    standing = Clock(utc("2126-01-10T03:00"))
    monkeypatch.setattr("django.utils.timezone.now", standing)
    return standing


@pytest.fixture
def own() -> FactType:
    return make_type("uji.sendiri")


def sound() -> bool:
    sequence_all()
    return check().fault is None


def told(version: FactVersion) -> list[str]:
    """The kinds of entries about it that anybody may read."""
    return [one.kind for one in entries_about([STATED.name, ENDED.name], str(version.pk))]


def count(kind: str) -> int:
    return LogEntry.objects.filter(kind=kind).count()


def test_stating_correcting_and_withdrawing_are_all_in_the_log(own: FactType) -> None:
    statement = uuid4()
    first = say(own, BANDUNG, "1", day("2026-01-01"))
    second = say(own, BANDUNG, "2", day("2026-03-01"), day("2026-04-01"), statement=statement)
    assert (count(STATED.name), count(ENDED.name)) == (4, 1)  # with two remainders of the first
    withdraw(statement=statement, speaker=owner_of(own), actor="uji", reason="Keliru")
    assert told(first) == told(second) == [STATED.name, ENDED.name]
    assert sound()


def test_a_backfill_is_in_the_log(own: FactType) -> None:
    for value, recorded in (("1", "2021-01-01T00:00"), ("2", "2021-02-01T00:00")):
        backfill(
            statements=[statement_of(own, BANDUNG, value, day("2021-01-01"))],
            recorded_at=utc(recorded),
            actor="uji",
            source="Arsip",
        )
    assert (count(STATED.name), count(ENDED.name)) == (2, 1)
    assert sound()


def test_what_is_planned_is_told_at_its_second_and_not_before(own: FactType, ahead: Clock) -> None:
    before = say(own, BANDUNG, "1", day("2126-01-01"))
    ahead.tick()
    one = statement_of(own, BANDUNG, "2", day("2126-01-01"))
    planned = say_all([one], statement=uuid4(), planned_for=ahead.now + HOUR)[0]
    assert (told(before), told(planned)) == ([STATED.name], [])
    assert sound()
    ahead.tick(HOUR)
    assert (told(before), told(planned)) == ([STATED.name, ENDED.name], [STATED.name])
    assert sound()


def test_what_was_planned_and_called_off_is_never_told(own: FactType, ahead: Clock) -> None:
    before = say(own, BANDUNG, "1", day("2126-01-01"))
    ahead.tick()
    statement = uuid4()
    one = statement_of(own, BANDUNG, "2", day("2126-01-01"))
    planned = say_all([one], statement=statement, planned_for=ahead.now + 2 * HOUR)[0]
    ahead.tick(HOUR)
    call_off(statement=statement, speaker=owner_of(own), actor="uji", reason="Batal")
    assert sound()
    ahead.tick(5 * HOUR)
    assert (told(before), told(planned)) == ([STATED.name], [])
    assert sound()


def test_what_is_stated_under_a_plan_leaves_a_sound_log(own: FactType, ahead: Clock) -> None:
    say(own, BANDUNG, "1", day("2126-01-01"))
    for value, hours in (("2", 2), ("3", 4)):
        one = statement_of(own, BANDUNG, value, day(f"2126-02-0{hours}"))
        say_all([one], statement=uuid4(), planned_for=ahead.now + hours * HOUR)
    ahead.tick()
    corrected = say(own, BANDUNG, "9", day("2126-02-03"))
    ahead.tick(6 * HOUR)
    assert sound()
    assert told(corrected) == [STATED.name, ENDED.name]


@pytest.mark.parametrize("kind", [Kind.PERIOD, Kind.CONTACT, Kind.MONEY, Kind.TIME, Kind.TEXT])
def test_values_of_every_form_are_read_again_as_they_were_written(kind: Kind) -> None:
    texts = {
        Kind.PERIOD: "14–20 September 2021",
        Kind.CONTACT: "Posko “Siaga”; 112; https://posko.go.id/?a=1&b=2",
        Kind.MONEY: "Rp1.200.000,50",
        Kind.TIME: "pukul 08.00 WIB",
        Kind.TEXT: "Baris satu\nbaris dua: \\u00e9 é 🙂",
    }
    say(make_type("uji.bentuk", kind=kind), BANDUNG, texts[kind], day("2026-01-01"))
    assert sound()


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("facts_numbervalue", "number = '7'"),
        ("facts_factversion", "source = 'Lain'"),
        ("facts_factversion", "valid_to = '2030-01-01 00:00:00+00'"),
        ("facts_factversion", "recorded_to = '2126-01-01 00:00:00+00'"),
    ],
)
def test_a_fact_that_was_changed_in_the_database_is_named(
    table: str, change: str, own: FactType
) -> None:
    say(own, JAWA_BARAT, "4", day("2026-01-01"))
    version = say(own, BANDUNG, "5", day("2026-01-01"))
    assert sound()
    key = "version_id" if table == "facts_numbervalue" else "id"
    with unguarded([CLOSES_ONLY, *VALUES_ONCE]):
        run(f"UPDATE {table} SET {change} WHERE {key} = %s", version.pk)  # noqa: S608
    fault = check().fault
    assert fault is not None
    if "recorded_to" in change:
        assert fault.words == f"Tidak pernah dicatat: fact.ended {version.pk}"
        return
    stated = LogEntry.objects.get(kind=STATED.name, object_id=str(version.pk))
    assert fault.number == stated.number
    assert "diubah dalam basis data" in fault.words


def test_the_log_costs_as_many_queries_for_514_regions_as_for_ten(own: FactType) -> None:
    codes = list(Region.objects.filter(level__in=["regency", "city"]).values_list("pk", flat=True))

    def reads(codes: list[str]) -> int:
        with CaptureQueriesContext(connection) as captured:
            say_all(statement_of(own, code, "1", day("2026-01-01")) for code in codes)
        about = [one["sql"] for one in captured if "facts_" in one["sql"] or "log" in one["sql"]]
        return sum(sql.startswith("SELECT") for sql in about)

    say_all(statement_of(own, code, "1", day("2026-01-01")) for code in codes)
    assert reads(codes[:10]) == reads(codes)
    data = LogEntry.objects.filter(kind=STATED.name).latest("pk").data
    assert list(json.loads(data)) == sorted(json.loads(data))
