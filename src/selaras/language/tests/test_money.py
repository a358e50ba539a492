"""Amounts of rupiah."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selaras.language.errors import NumberError
from selaras.language.money import format_money, parse_money


@pytest.mark.parametrize(
    "text",
    [
        "Rp1.200.000",
        "Rp 1.200.000",
        "Rp. 1.200.000",
        "rp1200000",
        "Rp1.200.000,00",
        "Rp1.200.000,-",
        "Rp1.200.000,–",
        "1.200.000",
        "IDR 1.200.000",
        "Rp\u00a01.200.000",
    ],
)
def test_the_usual_spellings_of_an_amount_are_read(text: str) -> None:
    assert parse_money(text) == Decimal(1_200_000)


@pytest.mark.parametrize("text", ["-Rp500", "Rp-500", "-500", "- Rp 500"])
def test_an_amount_below_zero_is_read(text: str) -> None:
    assert parse_money(text) == Decimal(-500)


def test_sen_are_read_exactly() -> None:
    assert str(parse_money("Rp0,05")) == "0.05"


@pytest.mark.parametrize("text", ["Rp1,2 juta", "3 miliar", "Rp500ribu", "Rp2 T 5 jt"])
def test_an_amount_partly_in_words_is_refused(text: str) -> None:
    with pytest.raises(NumberError) as refusal:
        parse_money(text)
    assert refusal.value.problem == f'"{text}" bukan jumlah yang lengkap.'
    assert "seluruhnya dengan angka" in refusal.value.remedy


def test_three_decimals_are_refused_because_thousands_may_be_meant() -> None:
    with pytest.raises(NumberError) as refusal:
        parse_money("Rp1,200")
    assert "lebih dari dua angka" in refusal.value.problem
    assert "Untuk ribuan pakai titik" in refusal.value.remedy


def test_commas_between_thousands_are_refused_with_the_right_spelling() -> None:
    with pytest.raises(NumberError) as refusal:
        parse_money("Rp1,200,000")
    assert refusal.value.text == "Rp1,200,000"
    assert refusal.value.problem == '"Rp1,200,000" tidak dapat dibaca sebagai jumlah rupiah.'
    assert 'Tulis "1.200.000"' in refusal.value.remedy


@pytest.mark.parametrize("text", ["", "Rp", "-", ",-", "-Rp-5", "US$5", "Rp1.20", "Rp Rp5", "5 Rp"])
def test_what_is_not_one_amount_of_rupiah_is_refused(text: str) -> None:
    with pytest.raises(NumberError):
        parse_money(text)


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("1200000", "Rp1.200.000"),
        ("1200000.00", "Rp1.200.000"),
        ("1200000.5", "Rp1.200.000,50"),
        ("-500", "-Rp500"),
        ("-0", "Rp0"),
        ("100.00", "Rp100"),
    ],
)
def test_an_amount_is_written_without_a_space_and_without_empty_sen(amount: str, text: str) -> None:
    assert format_money(Decimal(amount)) == text


def test_a_fraction_of_a_sen_is_not_rounded_away() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        format_money(Decimal("0.005"))


@settings(deadline=None)
@given(st.integers(min_value=-(10**40), max_value=10**40))
def test_every_written_amount_is_read_back(sen: int) -> None:
    amount = Decimal(f"{sen}E-2")
    assert parse_money(format_money(amount)) == amount
