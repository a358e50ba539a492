"""A final result is stated as facts, for the country and each province."""

from datetime import date
from decimal import Decimal

import pytest

from selaras.facts.models import FactType, FactVersion
from selaras.facts.queries import fact_type, history, resolve
from selaras.facts.results import key_of
from selaras.institutions.models import Region
from selaras.tallies.tests.counting import REAL, count, every_region, make_tally, topic_of_kpu

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("country")]


def value(key: str, code: str) -> Decimal | None:
    found = resolve([(fact_type(key), code)]).get(key_of(fact_type(key), code))
    return found.value if found else None


def test_the_result_of_2024_is_stated(country: None) -> None:
    from selaras.demonstration.tallies import publish_tally

    publish_tally(actor="uji")
    assert value("pemilu2024.suara.02", "00") == 96_214_691
    assert value("pemilu2024.persen.02", "00") == Decimal("58.6")
    assert value("pemilu2024.suara-sah", "00") == 164_227_475
    assert value("pemilu2024.suara.01", "11") == 2_369_534
    assert value("pemilu2024.persen.01", "32.73") is None
    before = FactVersion.objects.count()
    assert before == 39 * 7
    publish_tally(actor="uji")
    assert FactVersion.objects.count() == before
    assert REAL.name == "pilpres-2024.csv"


def test_a_fact_names_the_decision_the_source_and_the_version() -> None:
    tally = make_tally(topic=topic_of_kpu(), fact_prefix="uji2026", decided_on=date(2026, 3, 20))
    version = count(tally).version
    (told,) = history(fact_type("uji2026.suara.01"), Region.objects.get(pk="11"))
    assert told.version.source == "Keputusan 1 Tahun 2026"
    assert told.version.source_url == "https://contoh.go.id/"
    assert told.version.statement == version.pk
    assert told.valid_from.isoformat() == "2026-03-19T17:00:00+00:00"  # midnight in WIB


def test_a_later_decision_replaces_the_facts_from_its_day_on() -> None:
    tally = make_tally(topic=topic_of_kpu(), fact_prefix="uji2026")
    count(tally, {"11": (10, 20)}, instrument="Keputusan 1", decided_on=date(2026, 3, 20))
    count(tally, {"11": (11, 20)}, instrument="Keputusan 2", decided_on=date(2026, 4, 1))
    told = history(fact_type("uji2026.suara.01"), Region.objects.get(pk="11"))
    assert [(one.value, one.version.source) for one in told] == [
        (10, "Keputusan 1"),
        (11, "Keputusan 2"),
    ]


def test_a_partial_count_states_nothing() -> None:
    tally = make_tally(topic=topic_of_kpu(), fact_prefix="uji2026")
    count(tally, progress="50")
    assert not FactVersion.objects.exists()


def test_a_tally_without_a_topic_makes_no_types_and_states_nothing() -> None:
    before = FactType.objects.count()
    count(make_tally())
    assert FactType.objects.count() == before
    assert not FactVersion.objects.exists()


def test_regencies_and_what_has_no_region_are_not_stated() -> None:
    count(make_tally(topic=topic_of_kpu(), fact_prefix="uji2026"), every_region())
    regions = set(FactVersion.objects.values_list("region__level", flat=True))
    assert regions == {"national", "province"}
    assert FactVersion.objects.count() == 39 * 5
