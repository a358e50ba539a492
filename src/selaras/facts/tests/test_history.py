"""How a fact came to be what it is, and since when it has been so."""

from datetime import timedelta

import pytest

from selaras.facts.kinds import rules_of
from selaras.facts.models import FactType
from selaras.facts.queries import history, resolve, since
from selaras.facts.results import Resolved
from selaras.facts.tests.speaking import (
    BANDUNG,
    MERAUKE,
    Clock,
    answer,
    day,
    in_zone_of,
    make_type,
    say,
    utc,
)
from selaras.institutions.models import Region

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
NOON = utc("2026-02-01T05:00")


@pytest.fixture
def own() -> FactType:
    return make_type("uji.sendiri")


def plain(rows: list[Resolved]) -> list[str]:
    return [rules_of(row.fact_type).plain(row.value) for row in rows]


def start_of(fact_type: FactType, code: str) -> object:
    found = answer(fact_type, code, NOON)
    assert found is not None
    return since([found])[found.version.pk]


def test_history_is_told_by_valid_time(own: FactType) -> None:
    region = Region.objects.get(pk=BANDUNG)
    say(own, BANDUNG, "3", day("2026-03-01"))
    say(own, BANDUNG, "1", day("2026-01-01"), day("2026-02-01"))
    say(own, BANDUNG, "2", day("2026-02-01"), day("2026-03-01"))
    say(own, "32.04", "9", day("2026-01-01"))
    assert plain(history(own, region)) == ["1", "2", "3"]


def test_history_leaves_out_what_was_superseded_unless_asked(own: FactType, clock: Clock) -> None:
    region = Region.objects.get(pk=BANDUNG)
    say(own, BANDUNG, "1", day("2026-01-01"))
    clock.tick()
    say(own, BANDUNG, "2", day("2026-02-01"))
    assert plain(history(own, region)) == ["1", "2"]
    rows = history(own, region, superseded=True)
    assert plain(rows) == ["1", "1", "2"]
    assert [row.version.recorded_to is None for row in rows] == [False, True, True]
    assert [row.stated_at for row in rows[:2]] == [rows[0].version.recorded_from] * 2


def test_history_as_known_then_has_nothing_that_was_recorded_later(
    own: FactType, clock: Clock
) -> None:
    region = Region.objects.get(pk=BANDUNG)
    first = clock.now
    say(own, BANDUNG, "1", day("2026-01-01"))
    clock.tick()
    say(own, BANDUNG, "2", day("2026-01-01"))
    assert plain(history(own, region, known_at=first)) == ["1"]
    assert plain(history(own, region, known_at=first, superseded=True)) == ["1"]
    assert plain(history(own, region, known_at=first - timedelta(hours=1))) == []


def test_statements_with_the_same_value_count_as_one_run(own: FactType) -> None:
    for start, end, value in [
        ("2025-06-01", "2025-09-01", "7"),
        ("2025-10-01", "2025-11-01", "7"),
        ("2025-11-01", "2025-12-01", "7"),
        ("2025-12-01", "2026-02-01", "7"),
        ("2026-02-01", None, "7"),
    ]:
        say(own, BANDUNG, value, day(start), day(end) if end else None)
    assert start_of(own, BANDUNG) == in_zone_of(BANDUNG, "2025-10-01")


def test_another_value_between_begins_a_new_run(own: FactType) -> None:
    say(own, BANDUNG, "7", day("2025-06-01"))
    say(own, BANDUNG, "8", day("2025-07-01"))
    say(own, BANDUNG, "7", day("2025-08-01"))
    assert start_of(own, BANDUNG) == in_zone_of(BANDUNG, "2025-08-01")


def test_a_value_that_was_cut_and_restated_keeps_its_start(own: FactType, clock: Clock) -> None:
    say(own, BANDUNG, "7", day("2025-06-01"))
    clock.tick()
    say(own, BANDUNG, "7", day("2026-01-01"), day("2026-03-01"))
    assert start_of(own, BANDUNG) == in_zone_of(BANDUNG, "2025-06-01")


def test_an_inherited_run_begins_at_the_readers_own_midnight() -> None:
    inherited = make_type("uji.waris", inherited=True)
    say(inherited, "00", "7", day("2025-06-01"), day("2025-12-01"))
    say(inherited, "00", "7", day("2025-12-01"))
    assert start_of(inherited, MERAUKE) == in_zone_of(MERAUKE, "2025-06-01")
    assert start_of(inherited, BANDUNG) == in_zone_of(BANDUNG, "2025-06-01")


def test_runs_of_several_types_and_regions_are_told_apart(own: FactType) -> None:
    other = make_type("uji.lain", "text")
    say(own, BANDUNG, "7", day("2025-06-01"))
    say(own, "32.04", "7", day("2025-07-01"))
    say(other, BANDUNG, "Lapor.", day("2025-08-01"))
    pairs = [(own, BANDUNG), (own, "32.04"), (other, BANDUNG)]
    found = list(resolve(pairs, at=NOON).values())
    starts = since(found)
    assert [starts[one.version.pk] for one in found] == [one.valid_from for one in found]


def test_nothing_asked_has_no_runs() -> None:
    assert since([]) == {}
