"""Where nothing is valid, something honest is said: the last value, the next, or why none."""

from datetime import timedelta
from uuid import uuid4

import pytest

from selaras.facts.kinds import rules_of
from selaras.facts.models import FactType
from selaras.facts.queries import outcomes
from selaras.facts.results import Outcome, Question, State
from selaras.facts.services import withdraw
from selaras.facts.tests.speaking import (
    BANDUNG,
    JAWA_BARAT,
    MERAUKE,
    PAPUA,
    TICK,
    Clock,
    day,
    make_type,
    owner_of,
    say,
    utc,
)
from selaras.institutions.models import Region

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
NOON = utc("2026-02-01T05:00")


@pytest.fixture
def own() -> FactType:
    return make_type("uji.sendiri")


@pytest.fixture
def inherited() -> FactType:
    return make_type("uji.waris", inherited=True)


def outcome(fact_type: FactType, code: str = BANDUNG, known_at: object = None) -> Outcome:
    asked = Question(fact_type, code, NOON)
    return outcomes([asked], known_at=known_at)[asked]  # type: ignore[arg-type]


def said(found: Outcome) -> tuple[State, str | None]:
    value = found.resolved and rules_of(found.fact_type).plain(found.resolved.value)
    return found.state, value


def test_a_valid_value_is_current(own: FactType) -> None:
    say(own, BANDUNG, "1", day("2026-01-01"))
    assert said(outcome(own)) == (State.CURRENT, "1")


def test_the_last_value_is_told_after_it_ended(own: FactType) -> None:
    say(own, BANDUNG, "1", day("2025-01-01"), day("2025-06-01"))
    say(own, BANDUNG, "2", day("2025-06-01"), day("2026-01-01"))
    say(own, BANDUNG, "3", day("2026-05-01"))
    assert said(outcome(own)) == (State.ENDED, "2")


def test_the_next_value_is_told_before_it_begins(own: FactType) -> None:
    say(own, BANDUNG, "2", day("2026-06-01"))
    say(own, BANDUNG, "1", day("2026-05-01"), day("2026-06-01"))
    assert said(outcome(own)) == (State.UPCOMING, "1")


def test_what_was_taken_back_is_withdrawn_not_absent(own: FactType) -> None:
    statement = uuid4()
    say(own, BANDUNG, "1", day("2026-01-01"), statement=statement)
    withdraw(statement=statement, speaker=owner_of(own), actor="uji", reason="Uji")
    assert said(outcome(own)) == (State.WITHDRAWN, None)
    assert said(outcome(own, "32.04")) == (State.NEVER, None)


def test_an_inherited_value_taken_back_is_withdrawn_for_those_below(inherited: FactType) -> None:
    statement = uuid4()
    say(inherited, "00", "1", day("2026-01-01"), statement=statement)
    withdraw(statement=statement, speaker=owner_of(inherited), actor="uji", reason="Uji")
    assert said(outcome(inherited)) == (State.WITHDRAWN, None)


def test_what_was_never_stated_is_never(own: FactType) -> None:
    assert said(outcome(own)) == (State.NEVER, None)


def test_before_it_was_recorded_a_value_was_never_stated(own: FactType, clock: Clock) -> None:
    before = clock.now - TICK
    say(own, BANDUNG, "1", day("2026-01-01"))
    assert said(outcome(own, known_at=before)) == (State.NEVER, None)
    assert said(outcome(own, known_at=clock.now)) == (State.CURRENT, "1")


def test_of_ended_values_the_one_that_was_read_last_is_told(inherited: FactType) -> None:
    say(inherited, BANDUNG, "3", day("2025-01-01"), day("2025-03-01"))
    say(inherited, "00", "1", day("2025-01-01"), day("2025-12-01"))
    assert said(outcome(inherited)) == (State.ENDED, "1")


def test_an_overriding_value_that_ended_long_ago_hides_no_later_one(inherited: FactType) -> None:
    say(inherited, BANDUNG, "3", day("2025-01-01"), day("2025-12-01"))
    say(inherited, "00", "1", day("2020-01-01"), day("2020-02-01"), overriding=True)
    assert said(outcome(inherited)) == (State.ENDED, "3")


def test_of_values_that_ended_together_the_nearest_is_told(inherited: FactType) -> None:
    say(inherited, "00", "1", day("2025-01-01"), day("2025-12-01"))
    say(inherited, BANDUNG, "3", day("2025-01-01"), day("2025-12-01"))
    assert said(outcome(inherited)) == (State.ENDED, "3")


def test_of_values_that_ended_together_an_overriding_one_is_told(inherited: FactType) -> None:
    say(inherited, "00", "1", day("2025-01-01"), day("2025-12-01"), overriding=True)
    say(inherited, BANDUNG, "3", day("2025-01-01"), day("2025-12-01"))
    assert said(outcome(inherited)) == (State.ENDED, "1")


def test_of_coming_values_the_one_that_begins_first_is_told(inherited: FactType) -> None:
    say(inherited, BANDUNG, "3", day("2026-09-01"))
    say(inherited, JAWA_BARAT, "2", day("2026-05-01"))
    say(inherited, "00", "1", day("2026-06-01"), overriding=True)
    assert said(outcome(inherited)) == (State.UPCOMING, "2")


def test_an_ended_value_is_read_up_the_tree_of_the_day_asked_about(inherited: FactType) -> None:
    say(inherited, PAPUA, "91", day("2021-01-01"), day("2021-02-01"))
    then = Question(inherited, MERAUKE, utc("2021-09-25T00:00"))
    now = Question(inherited, MERAUKE, NOON)
    found = outcomes([then, now])
    assert said(found[then]) == (State.ENDED, "91")
    assert said(found[now]) == (State.NEVER, None)


def test_one_call_answers_questions_of_every_state(own: FactType, clock: Clock) -> None:
    statement = uuid4()
    say(own, "32.01", "1", day("2026-01-01"))
    say(own, "32.02", "2", day("2025-01-01"), day("2025-02-01"))
    say(own, "32.03", "3", day("2027-01-01"))
    say(own, "32.04", "4", day("2026-01-01"), statement=statement)
    clock.tick(timedelta(minutes=1))
    withdraw(statement=statement, speaker=owner_of(own), actor="uji", reason="Uji")
    asked = [Question(own, f"32.0{number}", NOON) for number in range(1, 6)]
    found = outcomes(asked)
    assert [found[one].state for one in asked] == [
        State.CURRENT, State.ENDED, State.UPCOMING, State.WITHDRAWN, State.NEVER,
    ]  # fmt: skip
    assert [found[one].reader.pk for one in asked] == [one.code for one in asked]


def test_a_region_that_does_not_exist_is_an_error(own: FactType) -> None:
    with pytest.raises(Region.DoesNotExist):
        outcomes([Question(own, "99.99", NOON)])
