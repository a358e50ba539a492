"""A date means midnight where it is read, unless the instrument names a zone."""

import itertools
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from selaras.facts.errors import InvalidPeriod
from selaras.facts.formats import validity_words
from selaras.facts.models import FactType
from selaras.facts.tests.speaking import (
    BANDUNG,
    DENPASAR,
    MERAUKE,
    TICK,
    answer,
    ask,
    day,
    in_zone_of,
    make_type,
    say,
    utc,
)
from selaras.facts.validity import Validity

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
MIDNIGHT_IN_JAKARTA = datetime(2026, 1, 5, tzinfo=ZoneInfo("Asia/Jakarta"))


@pytest.fixture
def inherited() -> FactType:
    return make_type("uji.waris", inherited=True)


def begins(fact_type: FactType, code: str) -> datetime:
    found = answer(fact_type, code, utc("2026-01-06T00:00"))
    assert found is not None
    return found.valid_from


@pytest.mark.parametrize(("code", "ahead"), [(BANDUNG, 0), (DENPASAR, 1), (MERAUKE, 2)])
def test_a_date_begins_earlier_the_further_east_it_is_read(
    inherited: FactType, code: str, ahead: int
) -> None:
    say(inherited, "00", "1", day("2026-01-05"), day("2026-01-20"))
    start = MIDNIGHT_IN_JAKARTA - timedelta(hours=ahead)
    end = start + timedelta(days=15)
    assert ask(inherited, code, start - TICK) is None
    assert ask(inherited, code, start) == "1"
    assert ask(inherited, code, end - TICK) == "1"
    assert ask(inherited, code, end) is None
    assert begins(inherited, code) == start


@pytest.mark.parametrize("code", [BANDUNG, DENPASAR, MERAUKE])
def test_a_moment_that_names_its_zone_is_the_same_for_everybody(
    inherited: FactType, code: str
) -> None:
    say(inherited, "00", "1", MIDNIGHT_IN_JAKARTA)
    assert ask(inherited, code, MIDNIGHT_IN_JAKARTA - TICK) is None
    assert ask(inherited, code, MIDNIGHT_IN_JAKARTA) == "1"
    assert begins(inherited, code) == MIDNIGHT_IN_JAKARTA


def test_a_value_stated_for_the_region_itself_begins_at_its_own_midnight() -> None:
    kind = make_type("uji.sendiri")
    say(kind, MERAUKE, "1", day("2026-01-05"))
    assert begins(kind, MERAUKE) == in_zone_of(MERAUKE, "2026-01-05")
    assert begins(kind, MERAUKE) == MIDNIGHT_IN_JAKARTA - timedelta(hours=2)


def test_one_end_can_float_while_the_other_names_its_zone(inherited: FactType) -> None:
    say(inherited, "00", "1", day("2026-01-05"), utc("2026-01-20T10:00"))
    found = answer(inherited, MERAUKE, utc("2026-01-10T00:00"))
    assert found is not None
    assert found.valid_from == MIDNIGHT_IN_JAKARTA - timedelta(hours=2)
    assert found.valid_to == utc("2026-01-20T10:00")


@pytest.mark.parametrize("code", [BANDUNG, DENPASAR, MERAUKE])
def test_values_that_follow_each_other_leave_no_gap_in_any_zone(
    inherited: FactType, code: str
) -> None:
    say(inherited, "00", "1", day("2026-01-01"))
    say(inherited, "00", "2", day("2026-01-05"), MIDNIGHT_IN_JAKARTA + timedelta(days=3, hours=12))
    moment, values = utc("2026-01-04T12:00"), []
    while moment < utc("2026-01-09T00:00"):
        values.append(ask(inherited, code, moment))
        moment += timedelta(minutes=30)
    assert None not in values
    changes = [value for value, after in itertools.pairwise(values) if value != after]
    assert changes == ["1", "2"]


@pytest.mark.parametrize("code", [BANDUNG, MERAUKE])
def test_the_words_name_the_last_day_of_whoever_reads(inherited: FactType, code: str) -> None:
    say(inherited, "00", "1", day("2021-09-21"), day("2021-10-05"))
    found = answer(inherited, code, utc("2021-09-25T00:00"))
    assert found is not None
    assert validity_words(found) == "berlaku sampai 4 Oktober 2021"


def test_a_moment_without_a_zone_is_a_programming_error() -> None:
    with pytest.raises(ValueError, match="zone"):
        Validity(datetime(2026, 1, 1))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (day("2026-01-02"), day("2026-01-01")),
        (day("2026-01-02"), day("2026-01-02")),
        (utc("2026-01-02T00:00"), utc("2026-01-02T00:00")),
    ],
)
def test_a_period_that_ends_before_it_starts_cannot_be_written_down(start: date, end: date) -> None:
    with pytest.raises(InvalidPeriod):
        Validity(start, end)


def test_days_given_through_the_last_include_it() -> None:
    assert Validity.through(day("2026-01-01"), day("2026-01-01")).end == day("2026-01-02")
    assert Validity.through(day("2026-01-01"), None).end is None
    with pytest.raises(InvalidPeriod, match="31 Desember 2025"):
        Validity.through(day("2026-01-01"), day("2025-12-31"))


def test_the_end_of_the_calendar_is_refused_with_what_to_write_instead() -> None:
    with pytest.raises(InvalidPeriod, match="Kosongkan"):
        Validity.through(day("2026-01-01"), date.max)
