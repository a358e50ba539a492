"""What is planned is known from its second on, and nothing has to run then.

The clock of these tests stands ahead of the database's own, which lets no end be moved that has
passed.
"""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from selaras.common.errors import Refused
from selaras.facts.errors import NotAhead
from selaras.facts.models import FactType, FactVersion
from selaras.facts.queries import history, outcomes
from selaras.facts.results import Question, State
from selaras.facts.services import call_off, withdraw
from selaras.facts.tests.speaking import (
    BANDUNG,
    Clock,
    ask,
    day,
    make_type,
    owner_of,
    say,
    say_all,
    statement_of,
    utc,
)
from selaras.institutions.models import Region

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]

SECOND = timedelta(seconds=1)
HOUR = timedelta(hours=1)


@pytest.fixture
def ahead(monkeypatch: pytest.MonkeyPatch) -> Clock:
    standing = Clock(utc("2126-01-10T03:00"))
    monkeypatch.setattr("django.utils.timezone.now", standing)
    return standing


@pytest.fixture
def own() -> FactType:
    return make_type("uji.sendiri")


def plan(own: FactType, text: str, clock: Clock, after: timedelta = HOUR) -> FactVersion:
    one = statement_of(own, BANDUNG, text, day("2126-01-01"))
    return say_all([one], statement=uuid4(), planned_for=clock.now + after)[0]


def seen(own: FactType, clock: Clock) -> str | None:
    return ask(own, BANDUNG, clock.now)


def test_it_is_read_from_its_second_on_and_not_a_microsecond_before(
    own: FactType, ahead: Clock
) -> None:
    say(own, BANDUNG, "1", day("2126-01-01"))
    second = plan(own, "2", ahead).recorded_from
    ahead.now = second - timedelta(microseconds=1)
    assert seen(own, ahead) == "1"
    ahead.now = second
    assert seen(own, ahead) == "2"


def test_before_its_second_nothing_tells_of_it(own: FactType, ahead: Clock) -> None:
    plan(own, "2", ahead)
    asked = Question(own, BANDUNG, ahead.now)
    assert outcomes([asked])[asked].state is State.NEVER
    region = Region.objects.get(pk=BANDUNG)
    assert history(own, region, superseded=True) == []
    ahead.tick()
    asked = Question(own, BANDUNG, ahead.now)
    assert outcomes([asked])[asked].state is State.CURRENT
    assert len(history(own, region)) == 1


def test_what_is_stated_first_holds_until_the_plan(own: FactType, ahead: Clock) -> None:
    say(own, BANDUNG, "1", day("2126-01-01"))
    second = plan(own, "3", ahead, 2 * HOUR).recorded_from
    ahead.tick()
    say(own, BANDUNG, "2", day("2126-01-01"))
    assert seen(own, ahead) == "2"
    ahead.now = second - SECOND
    assert seen(own, ahead) == "2"
    ahead.now = second + SECOND
    assert seen(own, ahead) == "3"


def test_plans_follow_each_other_whichever_was_made_first(own: FactType, ahead: Clock) -> None:
    plan(own, "3", ahead, 3 * HOUR)
    plan(own, "1", ahead, HOUR)
    plan(own, "2", ahead, 2 * HOUR)
    found = []
    for _ in range(4):
        found.append(seen(own, ahead))
        ahead.tick()
    assert found == [None, "1", "2", "3"]


def test_what_was_called_off_never_comes_and_what_held_stays(own: FactType, ahead: Clock) -> None:
    say(own, BANDUNG, "1", day("2126-01-01"))
    first = plan(own, "2", ahead, HOUR)
    plan(own, "3", ahead, 2 * HOUR)
    assert first.statement is not None
    call_off(statement=first.statement, speaker=owner_of(own), actor="uji", reason="Batal")
    ahead.tick()
    assert seen(own, ahead) == "1"
    ahead.tick()
    assert seen(own, ahead) == "3"


def test_what_has_come_cannot_be_called_off_but_withdrawn(own: FactType, ahead: Clock) -> None:
    statement = plan(own, "2", ahead).statement
    assert statement is not None
    ahead.tick()
    with pytest.raises(Refused, match="Tidak ada rencana"):
        call_off(statement=statement, speaker=owner_of(own), actor="uji", reason="Batal")
    assert withdraw(statement=statement, speaker=owner_of(own), actor="uji", reason="Salah") == 1
    assert seen(own, ahead) is None


def test_withdrawing_what_holds_leaves_the_plan(own: FactType, ahead: Clock) -> None:
    statement = uuid4()
    say(own, BANDUNG, "1", day("2126-01-01"), statement=statement)
    plan(own, "2", ahead)
    ahead.now += SECOND
    withdraw(statement=statement, speaker=owner_of(own), actor="uji", reason="Salah")
    assert seen(own, ahead) is None
    ahead.tick()
    assert seen(own, ahead) == "2"


def test_a_second_belongs_to_one_plan_and_must_lie_ahead(own: FactType, ahead: Clock) -> None:
    plan(own, "2", ahead)
    with pytest.raises(NotAhead, match="detik yang sama"):
        plan(own, "3", ahead)
    with pytest.raises(NotAhead, match="sudah lewat"):
        plan(own, "3", ahead, timedelta(0))


def test_what_was_known_stays_as_it_was_known(own: FactType, ahead: Clock) -> None:
    before = ahead.now
    say(own, BANDUNG, "1", day("2126-01-01"))
    second = plan(own, "2", ahead).recorded_from
    ahead.tick(2 * HOUR)
    at = ahead.now
    assert [ask(own, BANDUNG, at, known) for known in (before - SECOND, second - SECOND, at)] == [
        None, "1", "2",
    ]  # fmt: skip


def test_the_database_lets_nobody_move_an_end_that_has_passed(own: FactType) -> None:
    """Without a clock of the test's own: the database goes by its own."""
    old = say(own, BANDUNG, "1", day("2026-01-01"))
    say(own, BANDUNG, "2", day("2026-01-01"))
    with pytest.raises(IntegrityError), transaction.atomic():
        FactVersion.objects.filter(pk=old.pk).update(recorded_to=None, closed_at=None)


def test_a_statement_asks_as_many_queries_with_plans_of_ten_regions_as_of_one(
    own: FactType, ahead: Clock
) -> None:
    codes = list(
        Region.objects.filter(level="city").order_by("pk").values_list("pk", flat=True)[:20]
    )

    def queries(few: list[str]) -> int:
        ahead.tick()
        ones = [statement_of(own, code, "1", day("2126-01-01")) for code in few]
        say_all(ones, planned_for=ahead.now + HOUR / 2, statement=uuid4())
        with CaptureQueriesContext(connection) as counted:
            say_all(ones)
        return len(counted)

    assert queries(codes[:1]) == queries(codes[10:])
