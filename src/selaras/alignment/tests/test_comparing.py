"""When facts or days change, what was said of them is compared again, and no text is read."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from selaras.alignment import receivers
from selaras.alignment.engine.results import Verdict
from selaras.alignment.models import StoredMention
from selaras.alignment.services import comparing
from selaras.alignment.services.comparing import compare_due
from selaras.alignment.services.keeping import keep_all
from selaras.alignment.tests.telling import AID, LEVEL_3, kept, source_text, verdict
from selaras.facts.models import FactType
from selaras.facts.services import withdraw
from selaras.facts.tests.speaking import (
    BANDUNG,
    JAWA_BARAT,
    day,
    in_zone_of,
    owner_of,
    say,
    say_all,
    statement_of,
)
from selaras.ledger.models import Change, OwedEffect
from selaras.ledger.worker import settle_due

pytestmark = pytest.mark.django_db
Types = tuple[FactType, FactType]
TODAY = date(2026, 3, 10)


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(at(TODAY), tick=True) as travelling:
        yield travelling


def at(on: date, hour: int = 12) -> datetime:
    """An hour of that day in the west of the country."""
    return datetime.fromisoformat(f"{on}T{hour:02}:00+07:00")


def owed() -> list[OwedEffect]:
    return list(OwedEffect.objects.filter(kind=receivers.COMPARE, state=OwedEffect.State.OWED))


def settle() -> None:
    settle_due(limit=1000)


def test_a_changed_fact_makes_what_agreed_outdated(
    spoken: Types, request: pytest.FixtureRequest
) -> None:
    say(spoken[0], BANDUNG, "3", day("2026-01-01"))
    text = kept()
    kept(LEVEL_3.replace("Kota Bandung", "Kota Cimahi"), "2")
    settle()
    assert verdict() == Verdict.ALIGNED
    other = StoredMention.objects.get(text__source_id="2")
    request.getfixturevalue("unread")
    told = Change.objects.get(key=f"alignment:{text.institution_id}").epoch
    say(spoken[0], BANDUNG, "2", TODAY)
    assert verdict() == Verdict.ALIGNED
    settle()
    row = StoredMention.objects.get(text=text)
    assert row.verdict == Verdict.OUTDATED
    assert row.explanation
    assert Change.objects.get(key=f"alignment:{text.institution_id}").epoch > told
    assert StoredMention.objects.get(pk=other.pk).judged_at == other.judged_at


def test_what_is_withdrawn_is_no_longer_held_against_a_text(spoken: Types) -> None:
    statement = uuid4()
    say(spoken[0], BANDUNG, "2", day("2026-01-01"), statement=statement)
    kept()
    assert verdict() == Verdict.CONFLICTING
    withdraw(statement=statement, speaker=owner_of(spoken[0]), actor="uji", reason="Keliru.")
    settle()
    assert verdict() == Verdict.UNKNOWN
    assert StoredMention.objects.get().version_id is None


@pytest.mark.parametrize("code", ["00", JAWA_BARAT])
def test_a_value_from_above_reaches_what_was_said_below(spoken: Types, code: str) -> None:
    kept(AID)
    kept(AID, "2", code="51.71")
    assert verdict() == Verdict.UNKNOWN
    say(spoken[1], code, "Rp600.000", day("2026-01-01"))
    settle()
    assert verdict() == Verdict.ALIGNED
    assert verdict("2") == (Verdict.ALIGNED if code == "00" else Verdict.UNKNOWN)


def test_a_scheduled_value_is_premature_until_its_day_comes(
    spoken: Types, clock: time_machine.Traveller, request: pytest.FixtureRequest
) -> None:
    say(spoken[0], BANDUNG, "2", day("2026-01-01"), day("2026-03-16"))
    say(spoken[0], BANDUNG, "3", day("2026-03-16"))
    kept()
    request.getfixturevalue("unread")
    assert verdict() == Verdict.PREMATURE
    clock.move_to(at(date(2026, 3, 15), 23))
    compare_due()
    assert verdict() == Verdict.PREMATURE
    clock.move_to(at(date(2026, 3, 16), 1))
    compare_due()
    assert verdict() == Verdict.ALIGNED
    with CaptureQueriesContext(connection) as captured:
        compare_due()
    assert len(captured) == 1


def test_a_day_that_has_begun_in_the_east_only_counts_there(
    spoken: Types, clock: time_machine.Traveller
) -> None:
    for code in (BANDUNG, "93.01"):
        say(spoken[1], code, "Rp500.000", day("2026-01-01"), day("2026-03-16"))
        say(spoken[1], code, "Rp600.000", day("2026-03-16"))
    kept(AID)
    kept(AID, "2", code="93.01")
    clock.move_to(at(date(2026, 3, 15), 23))
    compare_due()
    assert (verdict(), verdict("2")) == (Verdict.PREMATURE, Verdict.ALIGNED)


def test_what_is_planned_counts_from_its_second_on(
    spoken: Types, clock: time_machine.Traveller
) -> None:
    say(spoken[0], BANDUNG, "2", day("2026-01-01"))
    kept()
    settle()
    goes = in_zone_of(BANDUNG, "2026-03-12T09:00")
    value = statement_of(spoken[0], BANDUNG, "3", day("2026-03-12"))
    say_all([value], planned_for=goes)
    settle()
    assert verdict() == Verdict.CONFLICTING
    [effect] = owed()
    assert effect.due_at == goes
    clock.move_to(goes + timedelta(seconds=1))
    settle()
    assert verdict() == Verdict.ALIGNED


def test_news_speaks_of_today_until_it_is_old_and_then_of_its_day(
    spoken: Types, clock: time_machine.Traveller
) -> None:
    say(spoken[0], BANDUNG, "3", day("2026-01-01"))
    kept(speaks_on=TODAY, dated_from=TODAY + timedelta(days=31))
    clock.move_to(at(TODAY + timedelta(days=10)))
    say(spoken[0], BANDUNG, "2", TODAY + timedelta(days=10))
    settle()
    assert verdict() == Verdict.OUTDATED
    clock.move_to(at(TODAY + timedelta(days=31)))
    compare_due()
    assert verdict() == Verdict.ALIGNED
    assert StoredMention.objects.get().changes_on is None


def test_a_worker_that_dies_between_two_batches_leaves_the_rest_owed(
    spoken: Types, clock: time_machine.Traveller, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparing, "BATCH", 2)
    keep_all([source_text(key=str(number)) for number in range(5)])
    say(spoken[0], BANDUNG, "2", day("2026-01-01"))
    whole = comparing._compare

    def dying(mentions: list[int], known: object) -> int:
        if StoredMention.objects.filter(verdict=Verdict.CONFLICTING).exists():
            raise KeyboardInterrupt
        return whole(mentions, known)  # type: ignore[arg-type]

    with monkeypatch.context() as broken:
        broken.setattr(comparing, "_compare", dying)
        with pytest.raises(KeyboardInterrupt):
            settle()
    assert StoredMention.objects.filter(verdict=Verdict.CONFLICTING).count() == 2
    clock.move_to(timezone.now() + timedelta(minutes=6))
    settle()
    assert StoredMention.objects.filter(verdict=Verdict.CONFLICTING).count() == 5
    assert not owed()


def test_what_stands_beside_the_right_value_says_nothing_whichever_is_right(spoken: Types) -> None:
    kept("Bantuan per keluarga di Kota Bandung Rp600.000, dibayarkan Rp500.000.")
    found = StoredMention.objects.filter(fact_type=spoken[1])
    for amount in ("600000", "500000"):
        say(spoken[1], BANDUNG, amount, TODAY)
        settle()
        verdicts = {row.said["low"]: row.verdict for row in found.all()}
        assert verdicts.pop(amount) == Verdict.ALIGNED
        assert set(verdicts.values()) == {Verdict.UNKNOWN}


def test_many_mentions_cost_as_many_queries_as_two(spoken: Types) -> None:
    counts = []
    for number, level in ((2, "2"), (40, "1")):
        keep_all([source_text(key=f"{number}-{one}") for one in range(number)])
        say(spoken[0], BANDUNG, level, day("2026-01-01"))
        with CaptureQueriesContext(connection) as captured:
            assert comparing.compare_places({spoken[0].pk: [BANDUNG]}) >= number
        counts.append(len(captured))
    assert counts[0] == counts[1] <= 25
