"""Counts: whole numbers from zero on, in Indonesian notation."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selaras.language.errors import NumberError
from selaras.language.numbers import format_number, parse_count


@pytest.mark.parametrize(
    ("text", "count"), [("3.221.235", 3221235), ("3221235", 3221235), ("0", 0), (" 7 ", 7)]
)
def test_a_count_is_read_with_or_without_points(text: str, count: int) -> None:
    assert parse_count(text) == count


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("-1", "kurang dari nol"),
        ("1,5", "bukan bilangan bulat"),
        ("1.200,00", "bukan bilangan bulat"),
        ("3,221,235", "tidak dapat dibaca"),
        ("3 221 235", "tidak dapat dibaca"),
        ("12e3", "tidak dapat dibaca"),
        ("", "kosong"),
    ],
)
def test_what_is_not_a_count_is_refused(text: str, problem: str) -> None:
    with pytest.raises(NumberError, match=problem):
        parse_count(text)


@settings(deadline=None)
@given(st.integers(min_value=0, max_value=10**30))
def test_every_written_count_is_read_back(count: int) -> None:
    assert parse_count(format_number(count)) == parse_count(str(count)) == count


@settings(deadline=None)
@given(st.text(max_size=210))
def test_any_text_is_a_count_from_zero_on_or_refused(text: str) -> None:
    with suppress(NumberError):
        assert parse_count(text) >= 0
