"""Who reads which value: the nearest region, what overrides it, and the tree of that day."""

from datetime import timedelta

import pytest

from selaras.facts.queries import fact_type, resolve
from selaras.facts.results import key_of
from selaras.facts.tests.speaking import (
    BANDUNG,
    JAWA_BARAT,
    MERAUKE,
    PAPUA,
    PAPUA_SELATAN,
    TICK,
    Clock,
    answer,
    ask,
    day,
    in_zone_of,
    make_type,
    say,
    say_all,
    statement_of,
    utc,
)
from selaras.institutions.models import Region

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
NOON = utc("2026-02-01T05:00")


def test_the_nearest_region_that_has_a_value_wins() -> None:
    kind = make_type("uji.waris", inherited=True)
    say(kind, "00", "1", day("2026-01-01"))
    assert ask(kind, BANDUNG, NOON) == "1"
    say(kind, JAWA_BARAT, "2", day("2026-01-01"))
    assert ask(kind, BANDUNG, NOON) == "2"
    say(kind, BANDUNG, "3", day("2026-01-01"))
    assert [ask(kind, code, NOON) for code in (BANDUNG, "32.04", JAWA_BARAT, "51", "00")] == [
        "3", "2", "2", "1", "1",
    ]  # fmt: skip


def test_a_region_reads_above_again_when_its_own_value_has_ended() -> None:
    kind = make_type("uji.waris", inherited=True)
    say(kind, "00", "1", day("2026-01-01"))
    say(kind, BANDUNG, "3", day("2026-01-10"), day("2026-02-01"))
    ended = in_zone_of(BANDUNG, "2026-02-01")
    assert ask(kind, BANDUNG, ended - TICK) == "3"
    assert ask(kind, BANDUNG, ended) == "1"


def test_an_overriding_value_wins_over_nearer_ones_while_it_is_valid() -> None:
    kind = make_type("uji.waris", inherited=True)
    say(kind, BANDUNG, "3", day("2026-01-01"))
    say(kind, JAWA_BARAT, "2", day("2026-01-01"))
    say(kind, "00", "9", day("2026-01-15"), day("2026-02-15"), overriding=True)
    moments = [utc("2026-01-14T05:00"), NOON, utc("2026-02-15T05:00")]
    assert [ask(kind, BANDUNG, at) for at in moments] == ["3", "9", "3"]


def test_of_two_overriding_values_the_higher_wins() -> None:
    kind = make_type("uji.waris", inherited=True)
    say(kind, BANDUNG, "3", day("2026-01-01"), overriding=True)
    say(kind, JAWA_BARAT, "2", day("2026-01-01"), overriding=True)
    assert ask(kind, BANDUNG, NOON) == "2"
    say(kind, "00", "1", day("2026-01-01"), overriding=True)
    assert ask(kind, BANDUNG, NOON) == "1"


def test_a_type_that_is_not_inherited_is_not_read_from_above() -> None:
    kind = make_type("uji.sendiri")
    say(kind, "00", "1", day("2026-01-01"), overriding=True)
    say(kind, JAWA_BARAT, "2", day("2026-01-01"), overriding=True)
    assert ask(kind, BANDUNG, NOON) is None
    assert ask(kind, JAWA_BARAT, NOON) == "2"


def test_an_answer_says_where_it_was_stated() -> None:
    kind = make_type("uji.waris", inherited=True)
    version = say(kind, JAWA_BARAT, "2", day("2026-01-01"), source="Keputusan 1")
    found = answer(kind, BANDUNG, NOON)
    assert found is not None
    assert (found.reader.pk, found.version.pk, found.inherited) == (BANDUNG, version.pk, True)
    assert found.version.source == "Keputusan 1"
    own = answer(kind, JAWA_BARAT, NOON)
    assert own is not None
    assert not own.inherited


def test_merauke_read_from_papua_until_papua_selatan_was_made() -> None:
    kind = make_type("uji.waris", inherited=True)
    say(kind, PAPUA, "91", day("2021-01-01"))
    say(kind, PAPUA_SELATAN, "93", day("2021-01-01"))
    made = in_zone_of(MERAUKE, "2022-07-25")
    moments = [utc("2021-09-25T00:00"), made - TICK, made, utc("2026-01-01T00:00")]
    assert [ask(kind, MERAUKE, at) for at in moments] == ["91", "91", "93", "93"]


def test_one_call_answers_for_regions_of_different_trees() -> None:
    kind = make_type("uji.waris", inherited=True)
    say(kind, "00", "1", day("2021-01-01"))
    say(kind, PAPUA, "91", day("2021-01-01"))
    found = resolve([(kind, code) for code in (MERAUKE, BANDUNG, "00")], at=utc("2021-09-25T00:00"))
    values = {code: int(one.value) for (_, code), one in found.items()}
    assert values == {MERAUKE: 91, BANDUNG: 1, "00": 1}


def test_nothing_is_known_before_it_was_recorded(clock: Clock) -> None:
    kind = make_type("uji.sendiri")
    before = clock.now - TICK
    say(kind, BANDUNG, "1", day("2026-01-01"))
    assert ask(kind, BANDUNG, NOON, before) is None
    assert ask(kind, BANDUNG, NOON, clock.now) == "1"


def test_what_was_known_then_survives_a_correction(clock: Clock) -> None:
    kind = make_type("uji.sendiri")
    first = clock.now
    say(kind, BANDUNG, "1", day("2026-01-01"))
    second = clock.tick(timedelta(days=1))
    say(kind, BANDUNG, "2", day("2026-01-01"))
    known = [first, second - TICK, second, None]
    assert [ask(kind, BANDUNG, NOON, moment) for moment in known] == ["1", "1", "2", "2"]


def test_by_default_the_question_is_about_now(clock: Clock) -> None:
    kind = make_type("uji.sendiri")
    say(kind, BANDUNG, "1", utc("2026-01-10T04:00"))
    key = key_of(kind, BANDUNG)
    assert resolve([(kind, BANDUNG)]) == {}
    clock.tick()
    assert resolve([(kind, BANDUNG)])[key].value == 1


def test_a_valid_period_holds_its_start_and_not_its_end() -> None:
    kind = make_type("uji.sendiri")
    start, end = utc("2026-01-01T08:00"), utc("2026-01-02T08:00")
    say(kind, BANDUNG, "1", start, end)
    moments = [start - TICK, start, end - TICK, end]
    assert [ask(kind, BANDUNG, at) for at in moments] == [None, "1", "1", None]


def test_a_region_that_does_not_exist_is_an_error() -> None:
    kind = fact_type("ppkm.level")
    with pytest.raises(Region.DoesNotExist):
        resolve([(kind, BANDUNG), (kind, "99.99")])


def test_no_question_has_no_answer() -> None:
    assert resolve([]) == {}


def test_the_same_question_twice_has_one_answer() -> None:
    kind = make_type("uji.sendiri")
    say_all([statement_of(kind, BANDUNG, "1", day("2026-01-01"))])
    assert len(resolve([(kind, BANDUNG), (kind, BANDUNG)], at=NOON)) == 1
