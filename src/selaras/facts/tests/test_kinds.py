"""Every kind keeps its values exactly: written, stored in the database, read, written again."""

from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from selaras.facts.fields import ExactDecimalField
from selaras.facts.kinds import Contact, rules_for, rules_of
from selaras.facts.kinds.words import LONGEST
from selaras.facts.models import Choice, ContactValue, FactType, FactVersion, Kind
from selaras.facts.queries.values import values_of
from selaras.facts.tests.speaking import BANDUNG, day, make_type, say, say_all, statement_of
from selaras.language.periods import DatePeriod
from selaras.language.times import TimeOfDay, Zone

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
QUICK = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def decimals(digits: int, places: int) -> st.SearchStrategy[Decimal]:
    """Every decimal that fits, as the rules keep it: without trailing zeros."""
    largest = 10**digits - 1
    units = st.integers(-largest, largest) | st.sampled_from([largest, -largest, 0, 1])
    return units.map(lambda number: Decimal(number).scaleb(-places).normalize() + 0)


def short_text(pattern: str) -> st.SearchStrategy[str]:
    return st.from_regex(pattern, fullmatch=True)


minutes = st.times().map(lambda clock: clock.replace(second=0, microsecond=0, fold=0))
spans = st.tuples(minutes, minutes).map(sorted).filter(lambda span: span[0] < span[1])
zones = st.none() | st.sampled_from(list(Zone))
days = st.dates(date(1000, 1, 2), date(9999, 12, 30))
VALUES: dict[str, st.SearchStrategy[Any]] = {
    Kind.NUMBER: decimals(24, 6),
    Kind.PERCENTAGE: decimals(12, 6),
    Kind.MONEY: decimals(24, 2),
    Kind.DATE: days,
    Kind.PERIOD: st.tuples(days, days).map(sorted).map(lambda ends: DatePeriod(*ends)),
    Kind.TIME: st.builds(TimeOfDay, minutes, zone=zones)
    | st.builds(lambda span, zone: TimeOfDay(*span, zone), spans, zones),
    Kind.CONTACT: st.builds(
        Contact,
        name=short_text(r"[A-Z][a-zé .]{0,20}[a-z]"),
        phone=short_text(r"\+62[0-9]{3,9}|\(022\) [0-9]{7}|112"),
        email=st.just("") | short_text(r"[a-z]{1,9}@[a-z]{1,9}\.go\.id"),
        url=st.just("") | short_text(r"https://[a-z]{1,9}\.go\.id/[a-z]{0,9}"),
    ),
    Kind.TEXT: st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=80)
    .map(str.strip)
    .filter(bool),
}


def stored(version: FactVersion, fact_type: FactType) -> Any:
    return values_of([(fact_type.kind, FactVersion.objects.get(pk=version.pk))])[version.pk]


@pytest.mark.parametrize("kind", sorted(VALUES))
def test_a_value_survives_writing_and_the_database(kind: str) -> None:
    fact_type = make_type("uji.jenis", kind)
    rules = rules_of(fact_type)

    @QUICK
    @given(value=VALUES[kind])
    def survives(value: Any) -> None:
        with transaction.atomic():
            assert rules.parse(rules.plain(value), fact_type) == value
            version = say(fact_type, BANDUNG, rules.plain(value), day("2026-01-01"))
            found = stored(version, fact_type)
            assert found == value
            assert rules.plain(found) == rules.plain(value)
            assert rules.short(found, fact_type)
            transaction.set_rollback(True)

    survives()


def test_every_kind_has_rules_and_a_round_trip() -> None:
    assert {*VALUES, Kind.CHOICE} == set(Kind.values)
    assert len({rules_for(kind).model for kind in Kind.values}) == len(Kind.values)


@pytest.mark.parametrize("text", ["merah", "MERAH", "Siaga Merah", "siaga merah"])
def test_a_choice_is_written_by_value_or_label_in_any_case(text: str) -> None:
    fact_type = make_type("uji.pilihan", Kind.CHOICE)
    for rank, value in enumerate(("hijau", "merah"), start=1):
        Choice.objects.create(
            fact_type=fact_type, value=value, label=f"Siaga {value.title()}", rank=rank, tone=rank
        )
    found = stored(say(fact_type, BANDUNG, text, day("2026-01-01")), fact_type)
    assert (found.value, found.label, found.rank, found.tone) == ("merah", "Siaga Merah", 2, 2)
    assert rules_of(fact_type).parse(rules_of(fact_type).plain(found), fact_type) == found


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Kind.NUMBER, "123.456.789.012.345.678,123456"),
        (Kind.MONEY, "Rp1.234.567.890.123.456.789.012,34"),
        (Kind.MONEY, "Rp3.842.725.111.222.333,01"),
        (Kind.PERCENTAGE, "999.999,999999"),
    ],
)
def test_twenty_four_digits_stay_exact_in_the_database(kind: str, text: str) -> None:
    fact_type = make_type("uji.tepat", kind)
    found = stored(say(fact_type, BANDUNG, text, day("2026-01-01")), fact_type)
    assert rules_of(fact_type).plain(found) == text


def test_values_of_different_notation_are_the_same_value() -> None:
    fact_type = make_type("uji.tepat")
    codes = ["32.01", "32.02", "32.03"]
    texts = ["1.200,50", "1200,5", "1200,500000"]
    versions = say_all(
        statement_of(fact_type, code, text, day("2026-01-01"))
        for code, text in zip(codes, texts, strict=True)
    )
    found = {stored(version, fact_type) for version in versions}
    assert found == {Decimal("1200.5")}
    assert {rules_of(fact_type).plain(value) for value in found} == {"1.200,5"}


def test_a_version_without_a_value_is_damage_not_absence() -> None:
    fact_type = make_type("uji.rusak")
    bare = FactVersion.objects.create(
        fact_type=fact_type,
        region_id=BANDUNG,
        valid_from=say(make_type("uji.utuh"), BANDUNG, "1", day("2026-01-01")).valid_from,
        recorded_from="2026-01-01T00:00Z",
        source="Uji",
    )
    with pytest.raises(LookupError):
        values_of([(Kind.NUMBER, bare)])


def test_the_longest_parts_of_a_contact_are_those_of_its_columns() -> None:
    columns = {name: ContactValue._meta.get_field(name).max_length for name in LONGEST}
    assert columns == LONGEST


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        (Kind.NUMBER, Decimal("1.2E+6"), "1200000"),
        (Kind.MONEY, Decimal("1200000.50"), "1200000.50"),
        (Kind.PERCENTAGE, Decimal("58.6"), "58.6"),
        (Kind.DATE, date(2021, 9, 21), "2021-09-21"),
        (Kind.TIME, TimeOfDay(time(8)), {"start": "08:00", "end": None, "zone": None}),
        (
            Kind.TIME,
            TimeOfDay(time(8), time(15, 30), Zone.WITA),
            {"start": "08:00", "end": "15:30", "zone": "WITA"},
        ),
        (
            Kind.PERIOD,
            DatePeriod(date(2021, 9, 14), date(2021, 9, 20)),
            {"start": "2021-09-14", "end": "2021-09-20"},
        ),
        (
            Kind.CONTACT,
            Contact("Posko", "112"),
            {"name": "Posko", "phone": "112", "email": "", "url": ""},
        ),
        (Kind.TEXT, "Lapor.", "Lapor."),
    ],
)
def test_machines_get_plain_exact_values(kind: str, value: Any, expected: object) -> None:
    assert rules_for(kind).as_json(value) == expected


@pytest.mark.parametrize(
    ("kind", "digits", "places"),
    [(Kind.NUMBER, 24, 6), (Kind.PERCENTAGE, 12, 6), (Kind.MONEY, 24, 2)],
)
def test_the_limits_of_quantities_are_those_of_their_columns(
    kind: str, digits: int, places: int
) -> None:
    rules = rules_for(kind)
    columns = {
        (column.max_digits, column.decimal_places)
        for column in rules.model._meta.local_fields
        if isinstance(column, ExactDecimalField)
    }
    assert columns == {(digits, places)}
    largest = Decimal(10**digits - 1).scaleb(-places)
    assert rules.parse(rules.plain(largest), make_type("uji.batas", kind)) == largest
