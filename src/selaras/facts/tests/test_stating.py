"""Who may state what, and what is refused with nothing written."""

from uuid import uuid4

import pytest
from django.utils import timezone

from selaras.facts.errors import InvalidPeriod, OutOfScope, RetiredFactType, UnknownFactType
from selaras.facts.models import FactType, FactVersion
from selaras.facts.queries import fact_type
from selaras.facts.services import Statement, retire, state
from selaras.facts.tests.speaking import (
    BANDUNG,
    day,
    in_zone_of,
    make_type,
    owner_of,
    say,
    say_all,
    statement_of,
    utc,
)
from selaras.institutions.models import Institution, Region
from selaras.institutions.policies import MayNotSpeak
from selaras.ledger.models import AuditEntry, Epoch

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]


@pytest.fixture
def own() -> FactType:
    return make_type("uji.sendiri")


def written() -> tuple[int, int, list[int]]:
    epochs = list(Epoch.objects.values_list("number", flat=True))
    return FactVersion.objects.count(), AuditEntry.objects.count(), epochs


def test_only_the_owner_of_the_topic_may_state(own: FactType) -> None:
    before = written()
    stranger = Institution.objects.get(slug="kota-bandung")
    with pytest.raises(MayNotSpeak) as refusal:
        state(
            statements=[statement_of(own, BANDUNG, "1", day("2026-01-01"))],
            speaker=stranger,
            actor="uji",
            source="Uji",
        )
    assert owner_of(own).name in refusal.value.remedy
    assert written() == before


def test_one_foreign_topic_among_many_refuses_all(own: FactType) -> None:
    level = fact_type("ppkm.level")
    mine = statement_of(own, BANDUNG, "1", day("2026-01-01"))
    foreign = statement_of(level, BANDUNG, "3", day("2026-01-01"))
    before = written()
    with pytest.raises(MayNotSpeak):
        say_all([mine, foreign])
    assert written() == before


def test_a_statement_keeps_its_origin_its_audit_and_its_epoch(own: FactType) -> None:
    count, audits, _ = written()
    act = uuid4()
    version = say(own, BANDUNG, "1", day("2026-01-01"), statement=act, source="Inmendagri 47/2021")
    assert (version.statement, version.source) == (act, "Inmendagri 47/2021")
    assert (version.reconstructed, version.origin_id) == (False, None)
    assert written()[:2] == (count + 1, audits + 1)
    entry = AuditEntry.objects.get(object_id=str(act))
    assert (entry.action, entry.institution) == ("facts.state", owner_of(own).slug)
    assert entry.details == {"source": "Inmendagri 47/2021", "versions": 1, "closed": 0}
    say(own, BANDUNG, "2", day("2026-01-01"))
    first, second = Epoch.objects.get(pk=1).number - 1, Epoch.objects.get(pk=1).number
    assert second == first + 1


def test_every_statement_advances_the_epoch_by_one(own: FactType) -> None:
    say(own, BANDUNG, "1", day("2026-01-01"))
    before = Epoch.objects.get(pk=1).number
    say(own, BANDUNG, "2", day("2026-01-01"))
    assert Epoch.objects.get(pk=1).number == before + 1


def test_new_versions_come_in_the_order_of_the_statements(own: FactType) -> None:
    codes = ["32.73", "00", "51.71", "32"]
    versions = say_all(statement_of(own, code, "1", day("2026-01-01")) for code in codes)
    assert [version.region_id for version in versions] == codes
    assert all(version.pk for version in versions)


def test_a_retired_type_takes_nothing_new(own: FactType) -> None:
    say(own, BANDUNG, "1", day("2026-01-01"))
    retire(fact_type=own, speaker=owner_of(own), actor="uji")
    before = written()
    with pytest.raises(RetiredFactType, match=own.label):
        say(FactType.objects.get(pk=own.pk), BANDUNG, "2", day("2026-01-01"))
    with pytest.raises(RetiredFactType):
        say(own, BANDUNG, "2", day("2026-01-01"))  # as read before it was retired
    assert written() == before


def test_only_the_owner_may_retire_and_twice_changes_nothing(own: FactType) -> None:
    with pytest.raises(MayNotSpeak):
        retire(fact_type=own, speaker=Institution.objects.get(slug="bmkg"), actor="uji")
    retire(fact_type=own, speaker=owner_of(own), actor="uji")
    before = written(), FactType.objects.get(pk=own.pk).retired_at
    retire(fact_type=own, speaker=owner_of(own), actor="uji")
    assert (written(), FactType.objects.get(pk=own.pk).retired_at) == before


@pytest.mark.parametrize("code", ["00", "32"])
def test_a_region_of_a_level_that_the_type_does_not_speak_of_is_refused(code: str) -> None:
    level = fact_type("ppkm.level")
    before = written()
    with pytest.raises(OutOfScope) as refusal:
        say(level, code, "3", day("2026-01-01"))
    assert refusal.value.remedy == "Cakupannya: kabupaten, kota."
    assert written() == before


def test_the_levels_between_broadest_and_narrowest_are_in_scope() -> None:
    local = make_type("uji.daerah", broadest="province", narrowest="province")
    regions = Region.objects.in_bulk(["00", "32", "32.04", "32.73"])
    assert [code for code, region in regions.items() if local.speaks_of(region)] == ["32"]
    assert local.scope_words == "provinsi"


def test_two_statements_that_overlap_in_one_call_are_named(own: FactType) -> None:
    before = written()
    with pytest.raises(InvalidPeriod, match="Kota Bandung") as refusal:
        say_all(
            [
                statement_of(own, BANDUNG, "1", day("2026-01-01"), day("2026-02-01")),
                statement_of(own, "32.04", "1", day("2026-01-01")),
                statement_of(own, BANDUNG, "2", day("2026-01-31")),
            ]
        )
    assert own.label in refusal.value.problem
    assert written() == before


def test_statements_that_only_touch_are_allowed_in_one_call(own: FactType) -> None:
    versions = say_all(
        [
            statement_of(own, BANDUNG, "2", day("2026-02-01")),
            statement_of(own, BANDUNG, "1", day("2026-01-01"), day("2026-02-01")),
        ]
    )
    assert len(versions) == 2


def test_a_period_that_ends_before_it_starts_is_refused_also_across_zones(own: FactType) -> None:
    before = written()
    # Midnight of the 2nd in WIB is 17:00 UTC of the 1st: after this end, though the dates agree.
    with pytest.raises(InvalidPeriod):
        say(own, BANDUNG, "1", day("2026-01-02"), utc("2026-01-01T16:00"))
    with pytest.raises(InvalidPeriod):
        say(own, BANDUNG, "1", in_zone_of(BANDUNG, "2026-01-02"), day("2026-01-02"))
    assert written() == before


def test_the_clock_sets_the_recorded_time(own: FactType) -> None:
    before = timezone.now()
    version = say(own, BANDUNG, "1", day("2020-01-01"))
    assert before <= version.recorded_from <= timezone.now()


def test_an_unknown_key_names_its_neighbours() -> None:
    with pytest.raises(UnknownFactType) as refusal:
        fact_type("ppkm.tingkat")
    assert "ppkm.level" in refusal.value.remedy


def test_a_statement_is_a_plain_value(own: FactType) -> None:
    one = statement_of(own, BANDUNG, "1", day("2026-01-01"))
    assert isinstance(one, Statement)
    assert one.place == (own.pk, BANDUNG)
