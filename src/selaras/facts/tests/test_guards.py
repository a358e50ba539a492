"""The database itself refuses to rewrite what was true, whoever asks it."""

from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from selaras.facts.guards import FROZEN
from selaras.facts.models import Choice, FactType, FactVersion, Kind, NumberValue, Value
from selaras.facts.tests.speaking import BANDUNG, day, make_type, say, utc
from selaras.institutions.models import Region

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]

OTHERS: dict[str, Any] = {
    "region_id": "32",
    "valid_from": utc("2020-01-01T00:00"),
    "valid_to": utc("2040-01-01T00:00"),
    "valid_from_floats": False,
    "valid_to_floats": True,
    "recorded_from": utc("2020-01-01T00:00"),
    "reconstructed": True,
    "written_at": utc("2020-01-01T00:00"),
    "overriding": True,
    "source": "Sumber lain",
    "source_url": "https://lain.go.id/",
    "statement": uuid4(),
}
SAMPLES = {
    Kind.NUMBER: "1",
    Kind.PERCENTAGE: "58,6 %",
    Kind.MONEY: "Rp1.200.000",
    Kind.DATE: "21 September 2021",
    Kind.PERIOD: "14–20 September 2021",
    Kind.TIME: "pukul 08.00 WIB",
    Kind.CONTACT: "Posko; 112",
    Kind.TEXT: "Lapor ke posko.",
    Kind.CHOICE: "a",
}


@pytest.fixture
def counted() -> FactType:
    return make_type("uji.jumlah")


@pytest.fixture
def version(counted: FactType) -> FactVersion:
    return say(counted, BANDUNG, "5", day("2026-01-01"))


def refused() -> Any:
    """The database raises, and the savepoint keeps the test's transaction usable."""
    return pytest.raises(IntegrityError)


def update_raw(table: str, column: str, value: Any, key: str, pk: int) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE {table} SET {column} = %s WHERE {key} = %s", [value, pk])  # noqa: S608


def insert(
    counted: FactType, valid: tuple[str, str | None], recorded: tuple[str, str | None]
) -> None:
    start, end = valid
    begun, closed = recorded
    with transaction.atomic():
        FactVersion.objects.create(
            fact_type=counted,
            region_id=BANDUNG,
            valid_from=utc(start),
            valid_to=utc(end) if end else None,
            recorded_from=utc(begun),
            recorded_to=utc(closed) if closed else None,
            source="Uji",
        )


def test_every_column_but_the_end_of_recording_is_frozen() -> None:
    columns = {field.column for field in FactVersion._meta.local_concrete_fields}
    assert columns == {*FROZEN, "id", "recorded_to", "closed_at"}


@pytest.mark.parametrize("column", FROZEN)
def test_no_frozen_column_can_be_updated(version: FactVersion, column: str) -> None:
    other = OTHERS | {"fact_type_id": make_type("uji.lain").pk, "origin_id": version.pk}
    changes = {column: other[column], "recorded_to": timezone.now() + timedelta(days=1)}
    assert getattr(version, column) != other[column]
    with refused(), transaction.atomic():
        FactVersion.objects.filter(pk=version.pk).update(**changes)
    with refused(), transaction.atomic():
        FactVersion.objects.filter(pk=version.pk).update(**{column: other[column]})


def test_raw_sql_cannot_rewrite_a_version_either(version: FactVersion) -> None:
    with refused():
        update_raw("facts_factversion", "source", "Sumber lain", "id", version.pk)
    with refused(), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM facts_factversion WHERE id = %s", [version.pk])
    with refused():
        update_raw("facts_numbervalue", "number", "7", "version_id", version.pk)
    with refused(), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM facts_numbervalue WHERE version_id = %s", [version.pk])


def test_a_version_cannot_be_deleted(counted: FactType) -> None:
    FactVersion.objects.create(
        fact_type=counted,
        region_id=BANDUNG,
        valid_from=utc("2026-01-01T00:00"),
        recorded_from=utc("2026-01-01T00:00"),
        source="Uji",
    )
    with refused(), transaction.atomic():
        FactVersion.objects.filter(fact_type=counted).delete()


def test_a_recorded_period_closes_once_and_stays_closed(version: FactVersion) -> None:
    row = FactVersion.objects.filter(pk=version.pk)
    first = version.recorded_from + timedelta(hours=1)
    assert row.update(recorded_to=first) == 1
    for again in (first + timedelta(hours=1), first, None):
        with refused(), transaction.atomic():
            row.update(recorded_to=again)
    assert row.get().recorded_to == first


def test_a_recorded_period_cannot_end_before_it_begins(version: FactVersion) -> None:
    with refused(), transaction.atomic():
        FactVersion.objects.filter(pk=version.pk).update(recorded_to=version.recorded_from)


@pytest.mark.parametrize(
    ("valid", "recorded"),
    [
        (("2026-03-01T00:00", "2026-04-01T00:00"), ("2026-01-15T00:00", None)),
        (("2026-03-31T23:59:59.999999", None), ("2026-01-15T00:00", None)),
        (("2026-01-01T00:00", "2026-03-01T00:00:00.000001"), ("2026-01-05T00:00", None)),
        (("2026-03-10T00:00", "2026-03-11T00:00"), ("2026-01-01T00:00", "2026-01-11T00:00")),
        (("2026-01-01T00:00", None), ("2026-02-01T00:00", None)),
    ],
)
def test_two_values_at_once_are_refused(
    counted: FactType, valid: tuple[str, str | None], recorded: tuple[str, str | None]
) -> None:
    insert(counted, ("2026-03-01T00:00", "2026-04-01T00:00"), ("2026-01-10T00:00", None))
    with refused():
        insert(counted, valid, recorded)


@pytest.mark.parametrize(
    ("valid", "recorded"),
    [
        (("2026-02-01T00:00", "2026-03-01T00:00"), ("2026-01-10T00:00", None)),
        (("2026-04-01T00:00", None), ("2026-01-10T00:00", None)),
        (("2026-03-01T00:00", "2026-04-01T00:00"), ("2026-01-01T00:00", "2026-01-10T00:00")),
    ],
    ids=["just before", "just after", "recorded before"],
)
def test_adjacent_periods_are_allowed(
    counted: FactType, valid: tuple[str, str | None], recorded: tuple[str, str | None]
) -> None:
    insert(counted, ("2026-03-01T00:00", "2026-04-01T00:00"), ("2026-01-10T00:00", None))
    insert(counted, valid, recorded)
    assert FactVersion.objects.filter(fact_type=counted).count() == 2


def test_other_types_and_other_regions_do_not_clash(counted: FactType) -> None:
    say(counted, BANDUNG, "5", day("2026-01-01"))
    say(counted, "32", "5", day("2026-01-01"))
    say(make_type("uji.lain"), BANDUNG, "5", day("2026-01-01"))
    assert FactVersion.objects.filter(region__in=[BANDUNG, "32"]).count() == 3


@pytest.mark.parametrize("kind", Kind.values)
def test_a_value_of_any_kind_is_written_once(kind: str) -> None:
    fact_type = make_type("uji.jenis", kind)
    if kind == Kind.CHOICE:
        Choice.objects.create(fact_type=fact_type, value="a", label="A", rank=1)
    version = say(fact_type, BANDUNG, SAMPLES[Kind(kind)], day("2026-01-01"))
    row: Value = getattr(version, f"{kind}value", None) or _value_row(kind, version)
    with refused(), transaction.atomic():
        row.save(force_update=True)
    with refused(), transaction.atomic():
        row.delete()


def _value_row(kind: str, version: FactVersion) -> Value:
    fresh = FactVersion.objects.get(pk=version.pk)
    found: Value = getattr(fresh, f"{kind}value")
    return found


def test_a_changed_number_is_refused_and_the_old_one_stays(version: FactVersion) -> None:
    with refused(), transaction.atomic():
        NumberValue.objects.filter(pk=version.pk).update(number=Decimal(6))
    assert NumberValue.objects.get(pk=version.pk).number == 5


def test_regions_that_facts_speak_of_cannot_go(version: FactVersion) -> None:
    with refused(), transaction.atomic():
        Region.objects.filter(pk=version.region_id).delete()
