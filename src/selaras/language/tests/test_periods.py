"""Periods of whole days."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selaras.language.errors import PeriodError
from selaras.language.periods import DatePeriod, format_period, parse_period

AUTUMN = DatePeriod(date(2021, 9, 21), date(2021, 10, 4))
WEEK = DatePeriod(date(2021, 9, 14), date(2021, 9, 20))
NEW_YEAR = DatePeriod(date(2021, 12, 28), date(2022, 1, 3))
DAY = DatePeriod(date(2021, 9, 21), date(2021, 9, 21))


@pytest.mark.parametrize(
    "between",
    ["–", " – ", "—", "-", " - ", " hingga ", " sampai ", " sampai dengan ", " s.d. ", " s/d "],
)
def test_each_word_and_sign_between_two_dates_is_read(between: str) -> None:
    assert parse_period(f"21 September{between}4 Oktober 2021") == AUTUMN


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("14–20 September 2021", WEEK),
        ("14-20 September 2021", WEEK),
        ("14 September–20 September 2021", WEEK),
        ("14 September 2021–20 September 2021", WEEK),
        ("14 Sep. 2021 - 20 Sep. 2021", WEEK),
        ("Selasa, 14 s.d. Senin, 20 September 2021", WEEK),
        ("Selasa, 14 September–Senin, 20 September 2021", WEEK),
        ("14/9/2021-20/9/2021", WEEK),
        ("14-09-2021 – 20-09-2021", WEEK),
        ("14-09-2021 - 20-09-2021", WEEK),
        ("2021-09-14/2021-09-20", WEEK),
        ("2021-09-14 / 2021-09-20", WEEK),
        ("2021-09-14 s.d. 2021-09-20", WEEK),
        ("28 Desember 2021–3 Januari 2022", NEW_YEAR),
        ("21 September 2021", DAY),
        ("2021-09-21", DAY),
        ("21-09-2021", DAY),
        ("21/9/2021", DAY),
    ],
)
def test_the_usual_spellings_of_a_period_are_read(text: str, period: DatePeriod) -> None:
    assert parse_period(text) == period


@pytest.mark.parametrize(
    ("period", "text"),
    [
        (WEEK, "14–20 September 2021"),
        (AUTUMN, "21 September–4 Oktober 2021"),
        (NEW_YEAR, "28 Desember 2021–3 Januari 2022"),
        (DAY, "21 September 2021"),
        (DatePeriod(date(2020, 9, 1), date(2021, 9, 1)), "1 September 2020–1 September 2021"),
    ],
)
def test_a_period_is_written_with_what_its_ends_share_only_once(
    period: DatePeriod, text: str
) -> None:
    assert format_period(period) == text


def test_a_period_cannot_end_before_it_starts() -> None:
    with pytest.raises(PeriodError, match="20 September 2021 mendahului 21 September 2021"):
        DatePeriod(date(2021, 9, 21), date(2021, 9, 20))


def test_a_period_read_with_its_ends_exchanged_is_refused() -> None:
    text = "4 Oktober 2021–21 September 2021"
    with pytest.raises(PeriodError) as refusal:
        parse_period(text)
    assert refusal.value.text == text
    assert "Tanggal terakhir harus" in refusal.value.remedy


@pytest.mark.parametrize("text", ["28 Desember–3 Januari 2022", "28–3 Oktober 2021"])
def test_a_first_date_that_lacks_its_own_year_is_refused_asking_for_it(text: str) -> None:
    with pytest.raises(PeriodError) as refusal:
        parse_period(text)
    assert refusal.value.remedy == "Tulis juga bulan dan tahun tanggal pertama."


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("21 September 2021–4 Oktober", "tahun dengan empat angka"),
        ("31–5 September 2021", "September 2021 hanya sampai tanggal 30."),
        ("21 Septembr–4 Oktober 2021", "Mungkin maksud Anda September?"),
        ("Senin, 14–20 September 2021", "Hari itu Selasa"),
        ("1–2–3 September 2021", "pertama dan terakhir saja"),
        ("–4 Oktober 2021", "Tulis misalnya"),
        ("21/9–4/10/2021", "Tulis tahun"),
        ("segera", "Tulis misalnya"),
        ("", "14–20 September 2021"),
    ],
)
def test_what_is_not_a_period_is_refused_with_a_remedy(text: str, remedy: str) -> None:
    with pytest.raises(PeriodError) as refusal:
        parse_period(text)
    assert refusal.value.text == text
    assert remedy in refusal.value.remedy


@settings(deadline=None)
@given(st.lists(st.dates(min_value=date(1000, 1, 1)), min_size=2, max_size=2).map(sorted))
def test_every_written_period_is_read_back(ends: list[date]) -> None:
    period = DatePeriod(*ends)
    assert parse_period(format_period(period)) == period


@settings(deadline=None)
@given(
    st.integers(1000, 9999),
    st.integers(1, 12),
    st.lists(st.integers(1, 28), min_size=2, max_size=2).map(sorted),
)
def test_every_written_period_within_one_month_is_read_back(
    year: int, month: int, days: list[int]
) -> None:
    period = DatePeriod(date(year, month, days[0]), date(year, month, days[1]))
    assert parse_period(format_period(period)) == period
