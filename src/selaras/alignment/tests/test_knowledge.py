"""The engine is told of a fact what a page would show, on each day and in each region."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from selaras.alignment.queries.knowledge import DatabaseKnowledge
from selaras.facts.models import FactType
from selaras.facts.services import withdraw
from selaras.facts.tests.speaking import (
    BANDUNG,
    DENPASAR,
    JAWA_BARAT,
    MERAUKE,
    PAPUA,
    PAPUA_SELATAN,
    ask,
    day,
    in_zone_of,
    make_type,
    owner_of,
    say,
    say_all,
    statement_of,
)
from selaras.institutions.models import Region

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]
READERS = (BANDUNG, JAWA_BARAT, DENPASAR, MERAUKE, PAPUA_SELATAN, "00")


@pytest.fixture
def aid() -> FactType:
    """Inherited: from the country and two provinces, for some days own, for some overridden."""
    kind = make_type("uji.bantuan", inherited=True)
    say(kind, "00", "10", day("2022-01-01"))
    say(kind, JAWA_BARAT, "20", day("2022-05-01"), day("2022-12-01"))
    say(kind, BANDUNG, "30", day("2022-06-10"), day("2022-07-10"))
    say(kind, "00", "40", day("2022-07-01"), day("2022-07-05"), overriding=True)
    say(kind, PAPUA, "50", day("2022-06-01"))
    say(kind, MERAUKE, "60", day("2022-09-01"), day("2022-09-20"))
    return kind


def days() -> Iterator[date]:
    yield from (day("2022-04-25") + timedelta(days=number) for number in range(240))


@pytest.mark.parametrize("code", READERS)
def test_each_day_has_the_value_that_a_page_shows_at_noon(aid: FactType, code: str) -> None:
    zone = Region.objects.get(pk=code).tzinfo
    known = DatabaseKnowledge().versions(aid.key, code)
    assert [one.valid_from for one in known] == sorted(one.valid_from for one in known)
    told = {on: [one.value for one in known if one.holds_on(on)] for on in days()}
    # A few days are asked about: each week, and those around every change.
    for on in days():
        if told[on] != told.get(on - timedelta(days=1)) or on.weekday() == 0:
            shown = ask(aid, code, datetime.combine(on, time(12), zone))
            assert told[on] == ([shown] if shown else []), on


def test_what_is_not_inherited_is_not_read_from_above() -> None:
    kind = make_type("uji.posko")
    say(kind, "00", "10", day("2022-01-01"))
    assert DatabaseKnowledge().versions(kind.key, BANDUNG) == []
    assert DatabaseKnowledge().versions("uji.tidak-ada", BANDUNG) == []
    assert DatabaseKnowledge().versions(kind.key, "99.99") == []


def test_what_was_withdrawn_is_known_only_to_who_looks_back() -> None:
    kind, statement = make_type("uji.posko"), uuid4()
    said = say(kind, BANDUNG, "7", day("2022-01-01"), statement=statement, source="SE 1/2022")
    withdraw(statement=statement, speaker=owner_of(kind), actor="uji", reason="Keliru.")
    assert DatabaseKnowledge().versions(kind.key, BANDUNG) == []
    [then] = DatabaseKnowledge(known_at=said.recorded_from).versions(kind.key, BANDUNG)
    assert (then.value, then.source, then.reference) == ("7", "SE 1/2022", said.pk)


def test_a_day_on_which_a_value_ends_at_noon_has_both() -> None:
    kind = make_type("uji.posko")
    noon = in_zone_of(BANDUNG, "2022-03-10T12:00")
    say(kind, BANDUNG, "1", day("2022-03-01"), noon)
    say(kind, BANDUNG, "2", noon)
    first, second = DatabaseKnowledge().versions(kind.key, BANDUNG)
    assert (first.valid_to, second.valid_from) == (day("2022-03-11"), day("2022-03-10"))


def test_a_remainder_is_known_since_its_value_was_first_stated() -> None:
    kind = make_type("uji.posko")
    first = say(kind, BANDUNG, "1", day("2022-03-01"))
    say(kind, BANDUNG, "2", day("2022-04-01"))
    rest, _ = DatabaseKnowledge().versions(kind.key, BANDUNG)
    assert rest.reference != first.pk
    assert rest.recorded_from == Region.objects.get(pk=BANDUNG).local(first.recorded_from).date()


def test_514_regions_cost_as_many_queries_as_ten() -> None:
    codes = list(Region.objects.filter(level__in=["regency", "city"]).values_list("pk", flat=True))
    kind = make_type("uji.jumlah", inherited=True)
    say(kind, "00", "3", day("2022-01-01"))
    say_all(statement_of(kind, code, "1", day("2023-01-01")) for code in codes[::2])
    counts = []
    for some in (codes[:10], codes):
        knowledge = DatabaseKnowledge()
        with CaptureQueriesContext(connection) as captured:
            knowledge.load((kind.key, code) for code in some)
            assert all(knowledge.versions(kind.key, code) for code in some)
        counts.append(len(captured))
    assert counts[0] == counts[1] <= 8
