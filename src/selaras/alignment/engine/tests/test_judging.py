"""What the facts of a day say of a mention, for each kind of value and each verdict."""

from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest

from selaras.alignment.engine.judging import judge
from selaras.alignment.engine.results import FINDINGS, Mention, Verdict, Version
from selaras.alignment.engine.said import (
    AmountSaid,
    ChoiceSaid,
    ClockSaid,
    ContactSaid,
    DateSaid,
    PeriodSaid,
    Said,
)
from selaras.alignment.engine.tests.scenes import (
    CAPACITY,
    CHANNEL,
    COVERAGE,
    DAY,
    DAYS,
    FACTS,
    HOURS,
    LEVEL,
    NOW,
    PRICE,
    TERM,
    VOTES,
    report,
    version,
)
from selaras.alignment.engine.wording import Wording
from selaras.language.reading.amounts import Bound

pytestmark = pytest.mark.no_database

BREBES = [one for one in FACTS if one.region == "33.29"]  # Level 4, then Level 3
TERMS = [one for one in FACTS if one.type_key == TERM.key]
EARLIER, LATER = date(2021, 9, 15), date(2021, 9, 25)
ALWAYS = ("2021-01-01", "", "2021-01-01")


def day(text: str) -> date:
    return date.fromisoformat(text)


def amount(low: str, bound: Bound = Bound.EXACT, step: str = "1") -> AmountSaid:
    return AmountSaid(Decimal(low), Decimal(low), bound, Decimal(step))


def verdict(
    said: Said, versions: list[Version], wording: Wording, today: date = NOW, **fields: Any
) -> str:
    mention = Mention(wording.key, "00", 0, 1, "uji", said, **fields)
    return judge(mention, versions, today=today, wording=wording).verdict.value


OWN_EARLIER = {"first": EARLIER, "last": EARLIER}
OWN_LATER = {"first": LATER, "last": LATER}
OWN_BOTH = {"first": day("2021-09-01"), "last": day("2021-09-30")}
OWN_OLD = {"first": day("2020-01-01"), "last": day("2020-01-31")}


@pytest.mark.parametrize(
    ("level", "today", "fields", "expected"),
    [
        ("3", NOW, {}, "aligned"),
        ("4", NOW, {}, "outdated"),
        ("2", NOW, {}, "conflicting"),
        ("3", day("2021-09-20"), {}, "premature"),
        ("3", day("2021-09-19"), {}, "conflicting"),  # recorded on the 20th only
        ("4", day("2021-09-20"), {}, "aligned"),
        ("4", day("2021-09-21"), {}, "outdated"),
        ("4", day("2021-09-12"), {}, "unknown"),  # nothing is known yet
        ("2", day("2021-10-05"), {}, "unknown"),  # nothing holds any longer
        ("3", day("2021-10-05"), {}, "outdated"),
        ("4", NOW, OWN_EARLIER, "aligned"),
        ("4", NOW, OWN_LATER, "conflicting"),
        ("3", NOW, OWN_EARLIER, "conflicting"),
        ("3", NOW, OWN_BOTH, "aligned"),
        ("2", NOW, OWN_BOTH, "conflicting"),
        ("3", NOW, OWN_OLD, "unknown"),
        ("3", NOW, {"denied": True}, "conflicting"),
        ("4", NOW, {"denied": True}, "aligned"),
        ("2", NOW, {"denied": True}, "aligned"),
        ("4", NOW, {"denied": True, **OWN_EARLIER}, "conflicting"),
        ("3", NOW, {"denied": True, **OWN_BOTH}, "aligned"),
    ],
)
def test_a_choice_is_judged_on_the_days_that_it_speaks_of(
    level: str, today: date, fields: dict[str, Any], expected: str
) -> None:
    assert verdict(ChoiceSaid(level), BREBES, LEVEL, today, **fields) == expected


LIMIT = [version(CAPACITY.key, "50", ALWAYS)]
STAY = [version(DAYS.key, "5", ALWAYS)]
COUNTED = [version(VOTES.key, "27040878", ALWAYS)]
REACHED = [version(COVERAGE.key, "58.59", ALWAYS)]
PAID = [version(PRICE.key, "10000", ALWAYS)]


@pytest.mark.parametrize(
    ("said", "versions", "wording", "expected"),
    [
        (amount("27040878"), COUNTED, VOTES, "aligned"),
        (amount("27400878"), COUNTED, VOTES, "conflicting"),
        (amount("27000000", step="1000000"), COUNTED, VOTES, "aligned"),
        (amount("28000000", Bound.ALMOST, "1000000"), COUNTED, VOTES, "aligned"),
        (amount("26000000", Bound.ALMOST, "1000000"), COUNTED, VOTES, "conflicting"),
        (amount("27000000", Bound.MORE_THAN), COUNTED, VOTES, "aligned"),
        (amount("28000000", Bound.MORE_THAN), COUNTED, VOTES, "conflicting"),
        (amount("12"), COUNTED, VOTES, "unknown"),  # another subject
        (amount("58.6", step="0.1"), REACHED, COVERAGE, "aligned"),
        (amount("58.5", step="0.1"), REACHED, COVERAGE, "conflicting"),
        (amount("10000"), PAID, PRICE, "aligned"),
        (amount("7650"), PAID, PRICE, "conflicting"),
        (amount("500000"), PAID, PRICE, "unknown"),
        # A limit: "paling banyak 75" says 75, and not less.
        (amount("50", Bound.AT_MOST), LIMIT, CAPACITY, "aligned"),
        (amount("75", Bound.AT_MOST), LIMIT, CAPACITY, "conflicting"),
        (amount("50"), LIMIT, CAPACITY, "aligned"),
        # A region may be stricter than the country, never laxer.
        (amount("25"), LIMIT, CAPACITY, "aligned"),
        (amount("25", Bound.AT_MOST), LIMIT, CAPACITY, "aligned"),
        (amount("60"), LIMIT, CAPACITY, "conflicting"),
        (amount("7"), STAY, DAYS, "aligned"),
        (amount("3"), STAY, DAYS, "conflicting"),
    ],
)
def test_an_amount_is_judged_as_a_reader_takes_it(
    said: Said, versions: list[Version], wording: Wording, expected: str
) -> None:
    assert verdict(said, versions, wording) == expected


def test_without_rounding_only_the_same_number_agrees() -> None:
    exact = Wording("uji.tepat", "Jumlah uji", "number", "national", rounded=False)
    facts = [version(exact.key, "1454640", ALWAYS)]
    assert verdict(amount("1454640"), facts, exact) == "aligned"
    assert verdict(amount("1500000", step="100000"), facts, exact) == "conflicting"


VOTE = [
    version(DAY.key, "2024-02-14", ("2021-01-01", "2022-01-01", "2021-01-01")),
    version(DAY.key, "2024-02-21", ("2022-01-01", "", "2021-06-01")),
]
OPEN = [version(HOURS.key, {"start": "08:00", "end": "15:00"}, ALWAYS)]
LINE = [version(CHANNEL.key, {"phone": "022-555-0119"}, ALWAYS)]


def on(text: str) -> DateSaid:
    return DateSaid(day(text), day(text))


def days(start: str | None, end: str | None) -> PeriodSaid:
    return PeriodSaid(day(start) if start else None, day(end) if end else None)


@pytest.mark.parametrize(
    ("said", "versions", "wording", "fields", "expected"),
    [
        (on("2024-02-14"), VOTE, DAY, {}, "aligned"),
        (on("2024-03-14"), VOTE, DAY, {}, "conflicting"),
        (on("2030-03-14"), VOTE, DAY, {}, "unknown"),
        (on("2024-02-21"), VOTE, DAY, {}, "aligned"),
        (on("2024-02-21"), VOTE, DAY, {"current": True}, "premature"),
        (DateSaid(day("2024-02-01"), day("2024-02-29")), VOTE, DAY, {}, "aligned"),
        (on("2024-02-14"), VOTE, DAY, {"denied": True}, "conflicting"),
        (days("2021-09-21", "2021-10-04"), TERMS, TERM, {}, "aligned"),
        (days(None, "2021-10-04"), TERMS, TERM, {}, "aligned"),
        (days(None, "2021-10-08"), TERMS, TERM, {}, "conflicting"),
        (days(None, "2021-09-20"), TERMS, TERM, {}, "outdated"),
        (days("2021-09-14", "2021-09-20"), TERMS, TERM, OWN_EARLIER, "aligned"),
        (days("2021-09-14", "2021-09-20"), TERMS, TERM, {**OWN_EARLIER, "current": True},
         "outdated"),
        (days("2021-09-14", None), TERMS, TERM, OWN_OLD, "unknown"),
        (ClockSaid(time(8), time(15)), OPEN, HOURS, {}, "aligned"),
        (ClockSaid(time(8), None), OPEN, HOURS, {}, "aligned"),
        (ClockSaid(time(8), time(16)), OPEN, HOURS, {}, "conflicting"),
        (ContactSaid("0225550119"), LINE, CHANNEL, {}, "aligned"),
        (ContactSaid("0225550191"), LINE, CHANNEL, {}, "conflicting"),
    ],
)  # fmt: skip
def test_dates_hours_and_numbers_to_call_are_judged_by_their_own_rules(
    said: Said, versions: list[Version], wording: Wording, fields: dict[str, Any], expected: str
) -> None:
    assert verdict(said, versions, wording, **fields) == expected


def test_a_region_without_any_fact_is_unknown_and_never_changes() -> None:
    mention = Mention(LEVEL.key, "33.74", 0, 7, "Level 3", ChoiceSaid("3"))
    judgement = judge(mention, [], today=NOW, wording=LEVEL)
    assert (judgement.verdict.value, judgement.version, judgement.changes_on) == (
        "unknown", None, None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (day("2021-09-19"), day("2021-09-21")),  # the end of what holds, next known or not
        (day("2021-09-20"), day("2021-09-21")),
        (NOW, day("2021-10-05")),
        (day("2021-10-05"), None),
        (day("2021-09-12"), None),
    ],
)
def test_it_says_on_which_day_the_verdict_may_change(today: date, expected: date | None) -> None:
    mention = Mention(LEVEL.key, "33.29", 0, 7, "Level 3", ChoiceSaid("3"))
    assert judge(mention, BREBES, today=today, wording=LEVEL).changes_on == expected


def test_only_a_finding_has_words_and_its_confidence_falls_with_the_sureness() -> None:
    def judged(level: str, sureness: float) -> Any:
        mention = Mention(LEVEL.key, "33.29", 0, 7, "Level", ChoiceSaid(level), sureness=sureness)
        return judge(mention, BREBES, today=NOW, wording=LEVEL)

    sure, unsure, right = judged("4", 1.0), judged("4", 0.8), judged("3", 1.0)
    assert sure.verdict in FINDINGS
    assert 0.9 < sure.confidence <= 1
    assert unsure.confidence == pytest.approx(0.8 * sure.confidence, abs=0.001)
    assert (right.confidence, right.explanation, right.remedies) == (0.0, "", ())


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("PPKM berlaku 14–20 September 2020.", Verdict.CONFLICTING),
        ("PPKM berlaku 14–20 September 2021.", Verdict.ALIGNED),
        ("PPKM berlaku 3–9 Maret 2020.", Verdict.UNKNOWN),
    ],
)
def test_the_same_days_of_another_year_are_a_slip_and_other_days_another_period(
    text: str, verdict: Verdict
) -> None:
    judged = [judgement.verdict for _, judgement in report(text, "00", date(2021, 9, 15)).mentions]
    assert judged == [verdict]
