"""Dates: the spellings that are read, what is said about the others, and how they are written."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selaras.language.dates import (
    MONTHS,
    WEEKDAYS,
    format_date,
    format_date_short,
    format_weekday_date,
    parse_date,
)
from selaras.language.errors import DateError

READABLE_DATES = st.dates(min_value=date(1000, 1, 1))


@pytest.mark.parametrize(
    "text",
    [
        "2021-09-21",
        "21 September 2021",
        "21 Sept 2021",
        "21 Sep. 2021",
        "21 SEPTEMBER 2021",
        "  21\u00a0September\n2021 ",
        "Selasa, 21 September 2021",
        "selasa 21 Sep 2021",
        "Selasa, 21/9/2021",
        "21/9/2021",
        "21/09/2021",
        "21-09-2021",
        "21.9.2021",
    ],
)
def test_the_usual_spellings_of_a_date_are_read(text: str) -> None:
    assert parse_date(text) == date(2021, 9, 21)


@pytest.mark.parametrize("name", ["Jumat", "Jum'at", "Jum’at"])
def test_friday_is_read_in_each_of_its_spellings(name: str) -> None:
    assert parse_date(f"{name}, 24 September 2021") == date(2021, 9, 24)


@pytest.mark.parametrize("name", ["Agustus", "Agu", "Agt", "Ags"])
def test_august_is_read_in_each_of_its_abbreviations(name: str) -> None:
    assert parse_date(f"17 {name} 1945") == date(1945, 8, 17)


@pytest.mark.parametrize(
    ("text", "problem", "remedy"),
    [
        (
            "30 Februari 2021",
            "Tanggal 30 Februari 2021 tidak ada.",
            "Februari 2021 hanya sampai tanggal 28.",
        ),
        (
            "0 Mei 2021",
            "Tanggal 0 Mei 2021 tidak ada.",
            "Mei 2021 mulai dari tanggal 1 sampai tanggal 31.",
        ),
        (
            "9/21/2021",
            "Bulan ke-21 tidak ada.",
            'Urutannya tanggal, bulan, lalu tahun, misalnya "21/9/2021".',
        ),
        (
            "Senin, 21 September 2021",
            "21 September 2021 bukan hari Senin.",
            "Hari itu Selasa; perbaiki nama hari atau tanggalnya.",
        ),
        (
            "21 Septemer 2021",
            '"Septemer" bukan nama bulan.',
            "Mungkin maksud Anda September?",
        ),
        (
            "Selsa, 21 September 2021",
            '"Selsa" bukan nama hari.',
            "Mungkin maksud Anda Selasa?",
        ),
        (
            "21 September 0021",
            "Tahun 0021 tidak dapat dibaca.",
            "Periksa tahunnya.",
        ),
    ],
)
def test_a_date_that_cannot_be_is_refused_with_the_reason(
    text: str, problem: str, remedy: str
) -> None:
    with pytest.raises(DateError) as refusal:
        parse_date(text)
    assert (refusal.value.text, refusal.value.problem) == (text, problem)
    assert refusal.value.remedy == remedy


@pytest.mark.parametrize(
    ("word", "month"), [("October", "Oktober"), ("Pebruari", "Februari"), ("desembr", "Desember")]
)
def test_the_nearest_month_is_suggested(word: str, month: str) -> None:
    with pytest.raises(DateError, match=f"Mungkin maksud Anda {month}?"):
        parse_date(f"2 {word} 2021")


def test_all_months_are_named_when_none_is_near() -> None:
    with pytest.raises(DateError, match=r"Januari, Februari, .*, Desember\."):
        parse_date("2 xyzzy 2021")


@pytest.mark.parametrize(
    "text", ["21 September", "21 Sep. 21", "21/9/21", "21-9", "Selasa, 21 Mei"]
)
def test_a_date_without_its_whole_year_is_refused_saying_so(text: str) -> None:
    with pytest.raises(DateError, match="tahun dengan empat angka"):
        parse_date(text)


@pytest.mark.parametrize(
    "text", ["", "besok", "21", "September 2021", "21-9/2021", "2021-9-21", "٢١ September 2021"]
)
def test_what_is_not_a_date_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        parse_date(text)


def test_the_29th_of_february_is_read_in_a_leap_year() -> None:
    assert parse_date("29 Februari 2024") == date(2024, 2, 29)


def test_a_date_is_written_long_short_and_with_its_weekday() -> None:
    day = date(2021, 9, 1)
    assert format_date(day) == "1 September 2021"
    assert format_date_short(day) == "1 Sep 2021"
    assert format_weekday_date(day) == "Rabu, 1 September 2021"


def test_a_year_has_twelve_months_and_a_week_seven_days() -> None:
    assert (len(set(MONTHS)), len(set(WEEKDAYS))) == (12, 7)


@pytest.mark.parametrize(
    "write", [format_date, format_date_short, format_weekday_date, date.isoformat]
)
@settings(deadline=None)
@given(day=READABLE_DATES)
def test_every_written_date_is_read_back(write: Callable[[date], str], day: date) -> None:
    assert parse_date(write(day)) == day
