"""The number of queries does not grow with regions, versions, or types of the same kinds."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from selaras.facts.models import FactType, Kind
from selaras.facts.queries import fact_types, history, outcomes, resolve, resolve_all, since
from selaras.facts.results import Question
from selaras.facts.tests.speaking import day, make_type, say_all, statement_of, utc
from selaras.institutions.models import Region

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
NOON = utc("2026-02-01T05:00")
KINDS = len(Kind.values)
TREE, REGIONS, VERSIONS, VALUES = 2, 1, 1, 1


def queries(act: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as captured:
        act()
    return len(captured)


@pytest.fixture
def codes() -> list[str]:
    regencies = Region.objects.filter(level__in=["regency", "city"])
    return list(regencies.values_list("pk", flat=True))


def stated(fact_type: FactType, codes: Iterable[str]) -> FactType:
    say_all(statement_of(fact_type, code, "1", day("2026-01-01")) for code in codes)
    return fact_type


@pytest.mark.parametrize("inherited", [False, True])
def test_514_regions_cost_as_many_queries_as_ten(codes: list[str], inherited: bool) -> None:
    kind = stated(make_type("uji.jumlah", inherited=inherited), codes)
    assert len(codes) == 514
    few = queries(lambda: resolve([(kind, code) for code in codes[:10]], at=NOON))
    many = queries(lambda: resolve([(kind, code) for code in codes], at=NOON))
    assert few == many == TREE * inherited + REGIONS + VERSIONS + VALUES


def test_ten_types_of_a_kind_cost_as_many_queries_as_one(codes: list[str]) -> None:
    kinds = [stated(make_type(f"uji.jumlah{number}"), codes[:5]) for number in range(10)]
    one = queries(lambda: resolve([(kinds[0], code) for code in codes[:5]], at=NOON))
    ten = queries(lambda: resolve([(kind, code) for kind in kinds for code in codes[:5]], at=NOON))
    assert one == ten


def test_all_types_cost_one_query_more_for_each_further_kind(codes: list[str]) -> None:
    pairs = [(kind, code) for kind in fact_types() for code in codes]
    assert queries(lambda: resolve(pairs, at=NOON)) == TREE + REGIONS + VERSIONS
    assert queries(lambda: resolve(pairs, at=NOON)) <= TREE + REGIONS + VERSIONS + KINDS * VALUES


def test_moments_that_differ_cost_no_query_more(codes: list[str]) -> None:
    kind = stated(make_type("uji.jumlah", inherited=True), codes[:20])
    moments: list[datetime] = [NOON + timedelta(days=number) for number in range(20)]
    same = [Question(kind, code, NOON) for code in codes[:20]]
    mixed = [Question(kind, code, at) for code, at in zip(codes[:20], moments, strict=True)]
    assert queries(lambda: resolve_all(same)) == queries(lambda: resolve_all(mixed))
    assert len(resolve_all(mixed)) == 20


def test_outcomes_of_every_state_cost_the_same_for_more_regions(codes: list[str]) -> None:
    kind = make_type("uji.jumlah", inherited=True)
    say_all(statement_of(kind, code, "1", day("2025-01-01"), day("2025-02-01")) for code in codes)
    few = [Question(kind, code, NOON) for code in codes[:10]]
    many = [Question(kind, code, NOON) for code in codes]
    assert queries(lambda: outcomes(few)) == queries(lambda: outcomes(many))


def test_history_and_runs_cost_the_same_for_more_statements() -> None:
    region = Region.objects.get(pk="32.73")
    counts = []
    for number, statements in enumerate((2, 12)):
        kind = make_type(f"uji.jumlah{number}")
        starts = [day("2025-01-01") + timedelta(days=step) for step in range(statements)]
        for start in starts:
            say_all([statement_of(kind, "32.73", "1", start, start + timedelta(days=1))])
        last = [Question(kind, "32.73", utc("2024-12-31T20:00") + timedelta(days=statements - 1))]
        current = list(resolve_all(last).values())
        counts.append(
            (
                queries(lambda kind=kind: history(kind, region)),  # type: ignore[misc]
                queries(lambda current=current: since(current)),  # type: ignore[misc]
            )
        )
    assert counts[0] == counts[1]


def test_stating_for_more_regions_reads_no_more_often(codes: list[str]) -> None:
    def reads(fact_type: FactType, some: list[str]) -> int:
        statements = [statement_of(fact_type, code, "1", day("2026-01-01")) for code in some]
        say_all(statements)
        with CaptureQueriesContext(connection) as captured:
            say_all(statements)
        return sum(query["sql"].startswith("SELECT") for query in captured)

    assert reads(make_type("uji.sedikit"), codes[:3]) == reads(make_type("uji.banyak"), codes[:60])
