"""What a reader takes for the exact figure, and what not."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selaras.language.reading.amounts import Amount, amounts
from selaras.language.reading.rounding import accepts, in_unit
from selaras.language.reading.words import Reading

pytestmark = pytest.mark.no_database


def stated(text: str) -> Amount:
    (amount,) = amounts(Reading(text))
    return amount


AGREE = [
    ("58,59 persen", "58.59"), ("58,6 persen", "58.59"), ("98%", "97.9"), ("98%", "98.4"),
    ("5 persen", "5.2"), ("separuh", "48.6"), ("dua pertiga", "65.1"), ("100%", "100"),
    ("Level 3", "3"), ("5 hari", "5"),
    ("1.454.640 suara", "1454640"), ("1,5 juta suara", "1454640"), ("1,4 juta suara", "1454640"),
    ("27.041.000 suara", "27040878"), ("164 juta suara", "164227475"), ("27 ribu orang", "27499"),
    ("tiga juta orang", "3040000"), ("3 juta orang", "3040000"), ("96,2 juta suara", "96214691"),
    ("Rp2.036.947", "2036947"), ("Rp2 juta", "2036947"), ("Rp2,04 juta", "2036947"),
    ("Rp4,9 juta", "4961753"), ("Rp5 juta", "4961753"), ("Rp4.962.000", "4961753"),
    ("tiga juta rupiah", "3040000"), ("Rp15,36 triliun", "15360000000000"),
    ("sekitar 200 orang", "208"), ("sekitar 98 persen", "97.2"), ("sekitar 5 hari", "6"),
    ("kurang lebih 3 juta orang", "3500000"), ("40rb-an", "41500"),
    ("hampir 98 persen", "97.9"), ("hampir 98 persen", "97.2"), ("hampir 98 persen", "98.3"),
    ("hampir separuh", "46"), ("hampir 3 juta orang", "2900000"), ("hampir 200 orang", "200"),
    ("lebih dari 50 persen", "50.1"), ("lebih dari 50 orang", "67"), ("di atas 3 juta", "9000000"),
    ("kurang dari 50 persen", "49.9"), ("belum sampai separuh", "39.7"),
    ("minimal 3 hari", "3"), ("minimal 3 hari", "7"), ("maksimal 50 persen", "50"),
    ("tidak lebih dari 50 persen", "25"), ("3 sampai 5 hari", "3"), ("3 sampai 5 hari", "5"),
    ("turun -3,4 persen", "-3.42"),
]  # fmt: skip
DISAGREE = [
    ("58,5 persen", "58.59"), ("58,7 persen", "58.59"), ("98%", "97.4"), ("98%", "98.5"),
    ("58,9 persen", "58.59"), ("separuh", "40"), ("Level 3", "2"), ("5 hari", "5.3"),
    ("5 hari", "8"), ("12 hari", "8"),
    ("1.454.640 suara", "1454641"), ("27.400.878 suara", "27040878"), ("97.000.000", "96214691"),
    ("1,6 juta suara", "1454640"), ("1 juta suara", "1454640"), ("tiga juta orang", "3400000"),
    ("96 juta suara", "97214691"),
    ("Rp2,1 juta", "2400000"), ("Rp2 juta", "2200000"), ("Rp2.036.000", "2036947"),
    ("Rp45.000", "35000"), ("tiga juta rupiah", "2661280"), ("Rp2.1 juta", "1200000"),
    ("sepuluh ribu lima ratus rupiah", "10000"), ("Rp4,8 juta", "4961753"),
    ("sekitar 200 orang", "220"), ("sekitar 98 persen", "90"), ("sekitar 3 juta orang", "3900000"),
    ("hampir 98 persen", "98.6"), ("hampir 98 persen", "81.6"), ("hampir 3 juta orang", "3400000"),
    ("hampir 3 juta orang", "2000000"), ("hampir 200 orang", "201"),
    ("lebih dari 50 persen", "50"), ("melampaui tiga juta rupiah", "2661280"),
    ("kurang dari 50 persen", "50"), ("belum sampai separuh", "50"), ("minimal 3 hari", "2"),
    ("maksimal 50 persen", "75"), ("tidak kurang dari 200 orang", "199"),
    ("3 sampai 5 hari", "8"), ("antara 40 dan 50 persen", "50.1"), ("turun -3,4 persen", "3.4"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "true"), AGREE)
def test_a_reader_agrees(text: str, true: str) -> None:
    assert accepts(stated(text), Decimal(true))


@pytest.mark.parametrize(("text", "true"), DISAGREE)
def test_a_reader_objects(text: str, true: str) -> None:
    assert not accepts(stated(text), Decimal(true))


def test_without_rounding_an_exact_statement_must_be_equal() -> None:
    assert not accepts(stated("98%"), Decimal("97.9"), rounding=False)
    assert accepts(stated("98%"), Decimal("98.0"), rounding=False)
    assert accepts(stated("lebih dari 98%"), Decimal("98.1"), rounding=False)


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("120 jam", "hari", "5"), ("5 x 24 jam", "hari", "5"), ("seminggu", "hari", None),
        ("1 minggu", "hari", "7"), ("dua pekan", "hari", "14"), ("14 hari", "minggu", "2"),
        ("2 hari", "jam", "48"), ("90 menit", "jam", "1.5"), ("setengah jam", "menit", "30"),
        ("12 bulan", "tahun", "1"), ("satu setengah tahun", "bulan", "18"), ("5 hari", "hari", "5"),
        ("1 bulan", "hari", None), ("1 tahun", "hari", None), ("5 orang", "hari", None),
        ("5 hari", "orang", None),
    ],
)  # fmt: skip
def test_durations_are_converted_where_the_ratio_is_fixed(
    text: str, unit: str, value: str | None
) -> None:
    found = amounts(Reading(text))
    converted = in_unit(found[0], unit) if found else None
    assert (converted and converted.low) == (value and Decimal(value))
    if converted:
        assert converted.unit == unit


def test_both_ends_and_the_step_are_converted() -> None:
    converted = in_unit(stated("antara 24 dan 72 jam"), "hari")
    assert converted is not None
    assert (converted.low, converted.high) == (1, 3)
    assert converted.step == Decimal(1) / 24


def test_what_is_said_in_another_unit_is_judged_in_that_of_the_fact() -> None:
    days = in_unit(stated("120 jam"), "hari")
    assert days is not None
    assert accepts(days, Decimal(5))
    assert not accepts(days, Decimal(8))


@settings(deadline=None)
@given(st.integers(min_value=0, max_value=10**9), st.integers(min_value=0, max_value=4))
def test_a_number_rounded_to_decimals_agrees_with_itself(digits: int, places: int) -> None:
    true = Decimal(f"{digits}E-6")
    written = true.quantize(Decimal(1).scaleb(-places), rounding="ROUND_HALF_UP")
    assert accepts(stated(f"{written:f}".replace(".", ",") + " persen"), true)
