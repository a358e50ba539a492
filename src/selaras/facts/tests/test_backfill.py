"""What was known before the system kept it can be filled in, marked, and never rewritten."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from selaras.facts.errors import NotBackfillable, OutOfScope, RetiredFactType
from selaras.facts.models import FactType, FactVersion
from selaras.facts.queries import fact_type
from selaras.facts.services import backfill, retire
from selaras.facts.tests.speaking import (
    BANDUNG,
    TICK,
    Clock,
    ask,
    day,
    make_type,
    owner_of,
    say,
    statement_of,
    utc,
)
from selaras.ledger.models import AuditEntry, Epoch

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics", "clock")]
NOON = utc("2021-09-25T05:00")
THEN = utc("2021-09-20T17:00")


@pytest.fixture
def own() -> FactType:
    return make_type("uji.sendiri")


def fill(
    kind: FactType, text: str, start: date, recorded_at: datetime, end: date | None = None
) -> FactVersion:
    return backfill(
        statements=[statement_of(kind, BANDUNG, text, start, end)],
        recorded_at=recorded_at,
        actor="operator:uji",
        source="Inmendagri 43/2021",
    )[0]


def test_a_backfilled_fact_is_known_from_then_on_and_marked(own: FactType) -> None:
    version = fill(own, "3", day("2021-09-21"), THEN)
    assert (version.reconstructed, version.recorded_from) == (True, THEN)
    assert ask(own, BANDUNG, NOON, THEN - TICK) is None
    assert ask(own, BANDUNG, NOON, THEN) == "3"
    assert ask(own, BANDUNG, NOON) == "3"


def test_later_acts_follow_earlier_ones(own: FactType) -> None:
    fill(own, "4", day("2021-09-01"), THEN - timedelta(days=14))
    fill(own, "3", day("2021-09-21"), THEN)
    assert ask(own, BANDUNG, NOON, THEN - TICK) == "4"
    assert ask(own, BANDUNG, NOON, THEN) == "3"
    assert ask(own, BANDUNG, utc("2021-09-10T00:00")) == "4"


@pytest.mark.parametrize("earlier", [timedelta(0), timedelta(days=1)])
def test_an_act_cannot_be_recorded_before_one_that_it_replaces(
    own: FactType, earlier: timedelta
) -> None:
    fill(own, "3", day("2021-09-21"), THEN)
    with pytest.raises(NotBackfillable, match="Kota Bandung"):
        fill(own, "4", day("2021-09-01"), THEN - earlier)
    assert ask(own, BANDUNG, NOON) == "3"


def test_an_act_cannot_slip_in_under_one_that_was_replaced_meanwhile(own: FactType) -> None:
    fill(own, "4", day("2021-09-01"), THEN - timedelta(days=14), day("2021-10-01"))
    fill(own, "3", day("2021-09-01"), THEN, day("2021-09-10"))
    between = THEN - timedelta(days=7)
    with pytest.raises(NotBackfillable):
        fill(own, "2", day("2021-09-05"), between, day("2021-09-08"))
    with pytest.raises(NotBackfillable):
        fill(own, "2", day("2021-09-20"), between, day("2021-09-22"))


def test_what_the_clock_recorded_is_never_touched(own: FactType, clock: Clock) -> None:
    say(own, BANDUNG, "1", day("2021-09-01"))
    stated_at = clock.now
    clock.tick(timedelta(days=2))
    for recorded_at in (THEN, stated_at + timedelta(days=1)):
        with pytest.raises(NotBackfillable):
            fill(own, "9", day("2021-09-21"), recorded_at)
    assert ask(own, BANDUNG, NOON) == "1"
    assert FactVersion.objects.filter(fact_type=own).count() == 1


def test_beside_what_the_clock_recorded_there_is_room(own: FactType) -> None:
    say(own, BANDUNG, "1", day("2021-10-01"))
    fill(own, "9", day("2021-09-01"), THEN, day("2021-10-01"))
    assert ask(own, BANDUNG, NOON) == "9"


def test_a_statement_may_correct_what_was_reconstructed(own: FactType) -> None:
    fill(own, "3", day("2021-09-01"), THEN)
    assert not say(own, BANDUNG, "2", day("2021-09-21")).reconstructed
    remainder = FactVersion.objects.get(fact_type=own, origin__isnull=False)
    assert remainder.reconstructed
    assert ask(own, BANDUNG, NOON) == "2"


def test_a_recording_time_that_has_not_come_is_refused(own: FactType, clock: Clock) -> None:
    with pytest.raises(NotBackfillable, match="belum tiba"):
        fill(own, "3", day("2021-09-01"), clock.now + TICK)
    assert not FactVersion.objects.filter(fact_type=own).exists()


def test_retired_types_and_regions_out_of_scope_are_refused(own: FactType) -> None:
    level = fact_type("ppkm.level")
    with pytest.raises(OutOfScope):
        backfill(
            statements=[statement_of(level, "32", "3", day("2021-09-21"))],
            recorded_at=THEN,
            actor="uji",
            source="Uji",
        )
    retire(fact_type=own, speaker=owner_of(own), actor="uji")
    with pytest.raises(RetiredFactType):
        fill(own, "3", day("2021-09-21"), THEN)


def test_a_backfill_is_audited_with_the_time_that_it_claims(own: FactType, clock: Clock) -> None:
    fill(own, "3", day("2021-09-21"), THEN)
    entry = AuditEntry.objects.get(action="facts.backfill", actor="operator:uji")
    assert entry.at == clock.now
    assert entry.details == {
        "source": "Inmendagri 43/2021",
        "versions": 1,
        "as_if_at": THEN.isoformat(),
    }


def test_a_backfill_advances_the_epoch(own: FactType) -> None:
    fill(own, "3", day("2021-09-01"), THEN - timedelta(days=1))
    before = Epoch.objects.get(pk=1).number
    fill(own, "4", day("2021-09-21"), THEN)
    assert Epoch.objects.get(pk=1).number == before + 1


def test_a_backfill_says_when_it_really_wrote_and_closed(own: FactType) -> None:
    before = timezone.now()
    first = fill(own, "4", day("2021-09-01"), THEN - timedelta(days=14))
    second = fill(own, "3", day("2021-09-01"), THEN)
    first.refresh_from_db()
    assert first.written_at is not None
    assert second.written_at is not None
    assert (first.recorded_to, first.closed_at) == (THEN, second.written_at)
    assert before <= first.written_at <= second.written_at
    spoken = say(own, "32", "5", day("2026-01-01"))
    assert (spoken.written_at, spoken.closed_at) == (None, None)
