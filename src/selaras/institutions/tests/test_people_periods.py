"""Periods of days, compared with the days themselves."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.institutions.people.periods import Period

FIRST = date(2026, 1, 1)
DAYS = [FIRST + timedelta(days=number) for number in range(40)]  # the last stands for "for good"
starts = st.integers(0, 30)


@st.composite
def periods(draw: st.DrawFn) -> Period:
    start = draw(starts)
    end = draw(st.none() | st.integers(start + 1, 35))
    return Period(DAYS[start], None if end is None else DAYS[end])


def days_of(period: Period) -> set[date]:
    return {day for day in DAYS if period.holds(day)}


@given(periods(), periods())
def test_two_periods_overlap_where_they_have_a_day_in_common(one: Period, other: Period) -> None:
    assert one.overlaps(other) is bool(days_of(one) & days_of(other))
    assert one.overlaps(other) is other.overlaps(one)


@given(periods(), st.lists(periods(), max_size=5))
def test_what_is_left_are_the_days_that_nobody_took(whole: Period, taken: list[Period]) -> None:
    left = whole.without(taken)
    expected = days_of(whole).difference(*map(days_of, taken))
    assert set().union(*map(days_of, left)) == expected
    assert not any(one.overlaps(other) for one in left for other in left if one is not other)
    assert left == sorted(left, key=lambda period: period.start)


@pytest.mark.parametrize("end", [FIRST, FIRST - timedelta(days=1)])
def test_a_period_without_a_day_is_none(end: date) -> None:
    with pytest.raises(ValueError, match="no day"):
        Period(FIRST, end)


def test_a_period_is_told_with_its_last_day() -> None:
    assert str(Period(FIRST, date(2026, 2, 1))) == "1 Januari 2026 – 31 Januari 2026"
    assert str(Period(FIRST, date(2026, 1, 2))) == "1 Januari 2026"
    assert str(Period(FIRST)) == "sejak 1 Januari 2026, tanpa batas"
