"""What a person wrote and no kind can keep is refused, with what to write instead."""

import pytest

from selaras.facts.errors import InvalidValue
from selaras.facts.kinds import rules_for, rules_of
from selaras.facts.kinds.words import LONGEST_TEXT
from selaras.facts.models import Choice, FactType, Kind
from selaras.facts.tests.speaking import make_type

NUMBERS = rules_for(Kind.NUMBER)


def refusal(kind: str, text: str, fact_type: FactType | None = None) -> InvalidValue:
    asked = fact_type or FactType(key="uji", label="Uji", kind=kind)
    with pytest.raises(InvalidValue) as caught:
        rules_for(kind).parse(text, asked)
    assert caught.value.problem
    assert caught.value.remedy
    return caught.value


@pytest.mark.parametrize(
    ("kind", "text", "remedy"),
    [
        (Kind.NUMBER, "58.6", '"58,6"'),
        (Kind.NUMBER, "1,200,000", '"1.200.000"'),
        (Kind.NUMBER, "1 200 000", '"1.200.000"'),
        (Kind.NUMBER, "+3", '"3"'),
        (Kind.PERCENTAGE, "58.6 %", '"58,6"'),
        (Kind.MONEY, "Rp1,200,000", '"1.200.000"'),
        (Kind.MONEY, "Rp1.200.000,505", '"Rp1.200.000"'),
        (Kind.MONEY, "Rp1,2 juta", '"Rp1.200.000"'),
    ],
)
def test_separators_of_another_notation_are_refused_with_the_right_one(
    kind: str, text: str, remedy: str
) -> None:
    assert remedy in refusal(kind, text).remedy


@pytest.mark.parametrize(
    ("text", "thousands", "decimal"),
    [
        ("1,200", "1.200", "1,2"),
        ("25,000", "25.000", "25"),
        ("-58,610", "-58.610", "-58,61"),
        ("100,500", "100.500", "100,5"),
        ("25,000 posko", "25.000", "25"),
    ],
)
def test_three_decimals_that_end_in_zero_could_be_thousands(
    text: str, thousands: str, decimal: str
) -> None:
    counted = FactType(key="uji", label="Uji", kind=Kind.NUMBER, unit="posko")
    found = refusal(Kind.NUMBER, text, counted)
    assert f'"{thousands}"' in found.remedy
    assert f'"{decimal}"' in found.remedy


@pytest.mark.parametrize("text", ["1,234", "1,2", "1,20", "1,2000", "0,120", "1.200", "1.234,500"])
def test_decimals_that_can_be_read_one_way_only_are_accepted(text: str) -> None:
    counted = FactType(key="uji", label="Uji", kind=Kind.NUMBER)
    assert NUMBERS.parse(text, counted) is not None


@pytest.mark.parametrize(
    ("kind", "text", "problem"),
    [
        (Kind.NUMBER, "0,1234567", "lebih dari 6"),
        (Kind.NUMBER, "123.456.789.012.345.678,00000000001", "lebih dari 6"),
        (Kind.NUMBER, "1,0000000000000000000000000000000001", "lebih dari 6"),
        (Kind.NUMBER, "1" + "0" * 18, "terlalu besar"),
        (Kind.NUMBER, "9" * 40, "terlalu besar"),
        (Kind.PERCENTAGE, "1.000.000", "terlalu besar"),
        (Kind.PERCENTAGE, "58,6000001", "lebih dari 6"),
        (Kind.MONEY, "Rp1" + "0" * 22, "terlalu besar"),
    ],
)
def test_what_would_have_to_be_rounded_is_refused(kind: str, text: str, problem: str) -> None:
    assert problem in refusal(kind, text).problem


def test_zeros_behind_the_last_place_lose_nothing() -> None:
    counted = FactType(key="uji", label="Uji", kind=Kind.NUMBER)
    assert NUMBERS.plain(NUMBERS.parse("1,50000000000", counted)) == "1,5"


@pytest.mark.parametrize("kind", [kind for kind in Kind.values if kind != Kind.CHOICE])
@pytest.mark.parametrize("text", ["", "   ", "a\0b"])
def test_nothing_is_no_value_of_any_kind(kind: str, text: str) -> None:
    refusal(kind, text)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Kind.DATE, "31 September 2021"),
        (Kind.DATE, "21 September"),
        (Kind.PERIOD, "20–14 September 2021"),
        (Kind.TIME, "pukul 24.00"),
        (Kind.TIME, "15.30–08.00"),
    ],
)
def test_dates_and_hours_that_do_not_exist_are_refused(kind: str, text: str) -> None:
    refusal(kind, text)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Posko Kota Bandung", "tidak berisi nomor"),
        ("112; 113", "menyebut dua nomor"),
        ("Posko; Kantor; 112", "menyebut dua nama"),
        ("posko@", "bukan alamat surel"),
        ("https://posko kota", "bukan alamat situs"),
        ("N" * 201 + "; 112", "lebih dari 200 huruf"),
    ],
)
def test_a_contact_that_reaches_nobody_is_refused(text: str, problem: str) -> None:
    assert problem in refusal(Kind.CONTACT, text).problem


def test_a_text_has_a_length_at_most() -> None:
    sentence = FactType(key="uji", label="Uji", kind=Kind.TEXT)
    assert rules_for(Kind.TEXT).parse("a" * LONGEST_TEXT, sentence)
    refusal(Kind.TEXT, "a" * (LONGEST_TEXT + 1))


@pytest.mark.django_db
@pytest.mark.usefixtures("topics")
def test_an_unknown_choice_is_refused_with_those_that_exist() -> None:
    fact_type = make_type("uji.pilihan", Kind.CHOICE)
    Choice.objects.create(fact_type=fact_type, value="3", label="Level 3", rank=1)
    found = refusal(Kind.CHOICE, "Level 5", fact_type)
    assert found.remedy == "Pilihannya: 3 (Level 3)."
    assert rules_of(fact_type).parse(" level 3 ", fact_type).value == "3"
