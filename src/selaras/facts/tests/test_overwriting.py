"""A later statement takes its part of the valid period; what it leaves is kept as it was."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from selaras.common.errors import Refused
from selaras.facts.kinds import rules_of
from selaras.facts.models import FactType, FactVersion
from selaras.facts.queries import history
from selaras.facts.services import withdraw
from selaras.facts.tests.speaking import (
    BANDUNG,
    Clock,
    answer,
    ask,
    day,
    in_zone_of,
    make_type,
    owner_of,
    say,
    say_all,
    statement_of,
    utc,
)
from selaras.institutions.models import Institution, Region
from selaras.institutions.policies import MayNotSpeak
from selaras.ledger.models import AuditEntry

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics", "clock")]
NOON = utc("2026-01-15T05:00")


@pytest.fixture
def own() -> FactType:
    return make_type("uji.sendiri")


def known_now(fact_type: FactType) -> list[tuple[str, date, date | None]]:
    region = Region.objects.get(pk=BANDUNG)
    return [
        (
            rules_of(fact_type).plain(row.value),
            region.local(row.valid_from).date(),
            region.local(row.valid_to).date() if row.valid_to else None,
        )
        for row in history(fact_type, region)
    ]


def test_a_new_value_in_the_middle_leaves_two_remainders(own: FactType, clock: Clock) -> None:
    act = uuid4()
    old = say(
        own, BANDUNG, "1", day("2026-01-01"), day("2026-02-01"), statement=act, source="Keputusan 1"
    )
    clock.tick()
    say(own, BANDUNG, "2", day("2026-01-10"), day("2026-01-20"))
    assert known_now(own) == [
        ("1", day("2026-01-01"), day("2026-01-10")),
        ("2", day("2026-01-10"), day("2026-01-20")),
        ("1", day("2026-01-20"), day("2026-02-01")),
    ]
    remainders = FactVersion.objects.filter(origin=old)
    assert {(one.source, one.statement) for one in remainders} == {("Keputusan 1", act)}
    assert len(remainders) == 2
    assert FactVersion.objects.get(pk=old.pk).recorded_to == clock.now


def test_a_remainder_of_a_remainder_still_names_the_first_statement(
    own: FactType, clock: Clock
) -> None:
    first = say(own, BANDUNG, "1", day("2026-01-01"))
    stated_at = clock.now
    for start in ("2026-01-20", "2026-01-25"):
        clock.tick()
        say(own, BANDUNG, "2", day(start), day(start) + timedelta(days=1))
    open_rows = FactVersion.objects.filter(recorded_to__isnull=True, statement=None)
    assert {row.origin_id for row in open_rows.exclude(origin=None)} == {first.pk}
    found = answer(own, BANDUNG, NOON)
    assert found is not None
    assert found.stated_at == stated_at


def test_an_overriding_floating_remainder_keeps_its_marks(own: FactType, clock: Clock) -> None:
    say(own, BANDUNG, "1", day("2026-01-01"), utc("2026-03-01T08:00"), overriding=True)
    clock.tick()
    say(own, BANDUNG, "2", utc("2026-01-10T08:00"), day("2026-01-20"))
    before, after = FactVersion.objects.filter(origin__isnull=False).order_by("valid_from")
    assert (before.valid_from_floats, before.valid_to_floats) == (True, False)
    assert (after.valid_from_floats, after.valid_to_floats) == (True, False)
    assert before.overriding
    assert after.overriding


def test_one_call_can_cut_several_parts_out_of_one_version(own: FactType, clock: Clock) -> None:
    say(own, BANDUNG, "1", day("2026-01-01"))
    clock.tick()
    say_all(
        [
            statement_of(own, BANDUNG, "3", day("2026-01-20"), day("2026-01-25")),
            statement_of(own, BANDUNG, "2", day("2026-01-05"), day("2026-01-10")),
        ]
    )
    assert [value for value, _, _ in known_now(own)] == ["1", "2", "1", "3", "1"]


def test_one_value_can_take_the_place_of_several(own: FactType, clock: Clock) -> None:
    for start, end in [("2026-01-01", "2026-01-10"), ("2026-01-10", "2026-01-20")]:
        say(own, BANDUNG, "1", day(start), day(end))
    say(own, BANDUNG, "2", day("2026-01-20"))
    clock.tick()
    say(own, BANDUNG, "5", day("2026-01-05"), day("2026-01-25"))
    assert known_now(own) == [
        ("1", day("2026-01-01"), day("2026-01-05")),
        ("5", day("2026-01-05"), day("2026-01-25")),
        ("2", day("2026-01-25"), None),
    ]


def test_stating_the_same_again_leaves_one_value_and_a_trace(own: FactType, clock: Clock) -> None:
    say(own, BANDUNG, "1", day("2026-01-01"))
    clock.tick()
    say(own, BANDUNG, "1", day("2026-01-01"))
    assert known_now(own) == [("1", day("2026-01-01"), None)]
    assert FactVersion.objects.filter(fact_type=own).count() == 2


def test_a_clock_that_goes_back_still_records_in_order(own: FactType, clock: Clock) -> None:
    recorded = []
    for number in range(4):
        recorded.append(say(own, BANDUNG, str(number), day("2026-01-01")).recorded_from)
        clock.now -= timedelta(hours=1)
    assert recorded == sorted(set(recorded))
    assert ask(own, BANDUNG, NOON) == "3"


def test_a_clock_that_stands_still_records_in_order(own: FactType) -> None:
    first = say(own, BANDUNG, "1", day("2026-01-01"))
    second = say(own, BANDUNG, "2", day("2026-01-01"))
    assert second.recorded_from > first.recorded_from


def test_a_clock_that_goes_back_after_a_withdrawal_still_records_in_order(
    own: FactType, clock: Clock
) -> None:
    act = uuid4()
    say(own, BANDUNG, "1", day("2026-01-01"), statement=act)
    withdrawn_at = clock.tick()
    withdraw(statement=act, speaker=owner_of(own), actor="uji", reason="Uji")
    clock.now -= timedelta(minutes=30)
    assert say(own, BANDUNG, "2", day("2026-01-01")).recorded_from >= withdrawn_at


def test_withdrawing_takes_back_what_is_left_of_a_statement(own: FactType, clock: Clock) -> None:
    act = uuid4()
    say(own, BANDUNG, "1", day("2026-01-01"), day("2026-03-01"), statement=act)
    clock.tick()
    say(own, BANDUNG, "2", day("2026-01-10"), day("2026-01-20"))
    before = clock.tick()
    clock.tick()
    closed = withdraw(statement=act, speaker=owner_of(own), actor="uji", reason="Salah ketik")
    assert closed == 2
    assert known_now(own) == [("2", day("2026-01-10"), day("2026-01-20"))]
    assert ask(own, BANDUNG, in_zone_of(BANDUNG, "2026-02-01"), before) == "1"
    entry = AuditEntry.objects.get(action="facts.withdraw", object_id=str(act))
    assert (entry.reason, entry.details) == ("Salah ketik", {"closed": 2})


def test_withdrawing_brings_nothing_back(own: FactType, clock: Clock) -> None:
    act = uuid4()
    say(own, BANDUNG, "1", day("2026-01-01"))
    clock.tick()
    say(own, BANDUNG, "2", day("2026-01-01"), statement=act)
    clock.tick()
    withdraw(statement=act, speaker=owner_of(own), actor="uji", reason="Uji")
    assert ask(own, BANDUNG, NOON) is None


def test_only_the_owner_may_withdraw(own: FactType) -> None:
    act = uuid4()
    say(own, BANDUNG, "1", day("2026-01-01"), statement=act)
    with pytest.raises(MayNotSpeak):
        withdraw(
            statement=act, speaker=Institution.objects.get(slug="bmkg"), actor="uji", reason="Uji"
        )
    assert ask(own, BANDUNG, NOON) == "1"


def test_withdrawing_twice_or_something_unknown_is_refused(own: FactType, clock: Clock) -> None:
    act = uuid4()
    say(own, BANDUNG, "1", day("2026-01-01"), statement=act)
    clock.tick()
    withdraw(statement=act, speaker=owner_of(own), actor="uji", reason="Uji")
    for statement in (act, uuid4()):
        with pytest.raises(Refused):
            withdraw(statement=statement, speaker=owner_of(own), actor="uji", reason="Uji")
