"""Numbers and percentages: strict reading, exact writing."""

import pickle
from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selaras.language.errors import LanguageError, NumberError
from selaras.language.numbers import (
    format_number,
    format_percentage,
    parse_number,
    parse_percentage,
)

EXACT_NUMBERS = st.builds(
    lambda digits, places: Decimal(f"{digits}E-{places}"),
    st.integers(min_value=-(10**60), max_value=10**60),
    st.integers(min_value=0, max_value=40),
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1.200.000", "1200000"),
        ("58,6", "58.6"),
        ("-3", "-3"),
        ("25000", "25000"),
        ("0,05", "0.05"),
        ("1,200", "1.200"),
        (" 1.234,50\n", "1234.50"),
    ],
)
def test_indonesian_notation_is_read_exactly(text: str, number: str) -> None:
    assert str(parse_number(text)) == number


@pytest.mark.parametrize(
    ("text", "spelling"),
    [
        ("58.6", '"58,6": koma untuk desimal, titik untuk ribuan'),
        ("1.20", '"1,20": koma untuk desimal'),
        ("0.500", '"0,500": koma untuk desimal'),
        ("1,200,000", '"1.200.000": koma untuk desimal'),
        ("1,200.50", '"1.200,50": koma untuk desimal'),
        ("1 200", '"1.200": titik untuk ribuan, bukan spasi'),
        ("- 3", '"-3": tanpa spasi'),
        ("−3", '"-3": tanda minus'),
        ("+3", '"3": tanpa tanda tambah'),
        ("007", '"7": tanpa nol di depan'),
        (",5", '"0,5": pakai nol di depan koma'),
        ("٣", '"3": gunakan angka 0 sampai 9'),
    ],
)
def test_another_notation_is_refused_with_the_right_spelling(text: str, spelling: str) -> None:
    with pytest.raises(NumberError) as refusal:
        parse_number(text)
    assert refusal.value.text == text
    assert refusal.value.problem == f'"{text}" tidak dapat dibaca sebagai bilangan.'
    assert refusal.value.remedy.startswith(f"Tulis {spelling}")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("1,2,3", "satu koma saja"),
        ("12.34.567", "tepat tiga angka"),
        ("1200.000.00", "tepat tiga angka"),
        ("dua", "dengan angka saja"),
        ("5 6", "dengan angka saja"),
        ("5,", "dengan angka saja"),
        ("1e3", "dengan angka saja"),
        ("NaN", "dengan angka saja"),
        ("--3", "dengan angka saja"),
        ("²", "dengan angka saja"),
    ],
)
def test_what_cannot_be_guessed_is_refused_with_the_rule(text: str, rule: str) -> None:
    with pytest.raises(NumberError) as refusal:
        parse_number(text)
    assert rule in refusal.value.remedy


@pytest.mark.parametrize("text", ["", "  \n\t"])
def test_an_empty_text_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(NumberError) as refusal:
        parse_number(text)
    assert str(refusal.value) == 'Isian kosong. Tulis misalnya "58,6".'


def test_a_text_of_201_characters_is_refused_and_one_of_200_is_read() -> None:
    assert parse_number("9" * 200) == Decimal("9" * 200)
    with pytest.raises(NumberError) as refusal:
        parse_number("9" * 201)
    assert "201 karakter" in refusal.value.problem
    assert len(refusal.value.text) == 200


def test_a_number_error_can_be_caught_as_a_language_error_and_as_a_value_error() -> None:
    assert issubclass(NumberError, LanguageError)
    assert issubclass(LanguageError, ValueError)


def test_an_error_survives_being_copied_between_processes() -> None:
    error = pickle.loads(pickle.dumps(NumberError("x", "Salah.", "Perbaiki.")))  # noqa: S301
    assert (error.text, error.problem, error.remedy) == ("x", "Salah.", "Perbaiki.")


def test_a_negative_zero_is_read_and_written_without_a_sign() -> None:
    assert str(parse_number("-0,0")) == "0.0"
    assert format_number(Decimal("-0.0")) == "0,0"


@pytest.mark.parametrize(
    ("number", "decimals", "text"),
    [
        (Decimal("1200000"), None, "1.200.000"),
        (-1200, None, "-1.200"),
        (Decimal("58.60"), None, "58,60"),
        (Decimal("58.60"), 1, "58,6"),
        (Decimal("58.6"), 3, "58,600"),
        (Decimal("58.00"), 0, "58"),
        (Decimal("1.2E+6"), None, "1.200.000"),
        (Decimal("1E-7"), None, "0,0000001"),
    ],
)
def test_a_number_is_written_exactly(
    number: Decimal | int, decimals: int | None, text: str
) -> None:
    assert format_number(number, decimals=decimals) == text


@pytest.mark.parametrize("decimals", [0, 1, -1])
def test_writing_never_rounds(decimals: int) -> None:
    with pytest.raises(ValueError, match="does not fit"):
        format_number(Decimal("58.65"), decimals=decimals)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity"])
def test_what_is_not_finite_is_not_written(number: str) -> None:
    with pytest.raises(ValueError, match="not a finite number"):
        format_number(Decimal(number))


def test_a_float_is_not_written() -> None:
    with pytest.raises(TypeError, match="float"):
        format_number(58.6)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text", ["58,6 %", "58,6%", "58,6 persen", "58,6 Persen", "58,6", "58,6\u00a0%"]
)
def test_a_percentage_is_read_with_and_without_its_unit(text: str) -> None:
    assert parse_percentage(text) == Decimal("58.6")


@pytest.mark.parametrize("text", ["58.6 %", "58.6persen", "58.6"])
def test_a_percentage_with_a_decimal_dot_is_refused_with_the_right_spelling(text: str) -> None:
    with pytest.raises(NumberError) as refusal:
        parse_percentage(text)
    assert text in refusal.value.problem
    assert 'Tulis "58,6"' in refusal.value.remedy


@pytest.mark.parametrize("text", ["%", "persen", "58,6 % %", "% 58,6", "58,6 ‰"])
def test_a_percentage_without_one_number_before_one_unit_is_refused(text: str) -> None:
    with pytest.raises(NumberError):
        parse_percentage(text)


def test_a_percentage_is_written_with_a_no_break_space() -> None:
    assert format_percentage(Decimal("58.6")) == "58,6\u00a0%"


@settings(deadline=None)
@given(EXACT_NUMBERS)
def test_every_written_number_is_read_back_digit_for_digit(number: Decimal) -> None:
    digits = format(number if number else number.copy_abs(), "f")
    assert format(parse_number(format_number(number)), "f") == digits


@settings(deadline=None)
@given(EXACT_NUMBERS)
def test_every_written_percentage_is_read_back(number: Decimal) -> None:
    assert parse_percentage(format_percentage(number)) == number


@settings(deadline=None)
@given(st.text(alphabet="0159.,- +−٣", max_size=12))
def test_what_is_read_is_written_as_it_was_but_for_the_thousands(text: str) -> None:
    with suppress(NumberError):
        number = parse_number(text)
        as_it_was = text.strip().replace(".", "")
        assert number == 0 or format_number(number).replace(".", "") == as_it_was


@settings(deadline=None)
@given(st.text(max_size=210))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(NumberError):
        assert parse_percentage(text).is_finite()
