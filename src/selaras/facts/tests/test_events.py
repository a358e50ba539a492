"""Every act that changes what is known tells where, and from when on."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from selaras.common.events import Event
from selaras.facts.events import FactsChanged
from selaras.facts.services import call_off, withdraw
from selaras.facts.tests.speaking import (
    BANDUNG,
    DENPASAR,
    day,
    make_type,
    owner_of,
    say_all,
    statement_of,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("topics")]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[FactsChanged]:
    """What was announced, in its order."""
    events: list[FactsChanged] = []

    def hear(event: Event) -> None:
        assert isinstance(event, FactsChanged)
        events.append(event)

    monkeypatch.setattr("selaras.facts.services.noting.emit", hear)
    return events


def test_stating_and_withdrawing_tell_their_places_at_once(told: list[FactsChanged]) -> None:
    kind, statement = make_type("uji.posko"), uuid4()
    said = say_all(
        [statement_of(kind, code, "1", day("2026-01-01")) for code in (BANDUNG, DENPASAR)],
        statement=statement,
    )
    withdraw(statement=statement, speaker=owner_of(kind), actor="uji", reason="Keliru.")
    places = {(kind.pk, BANDUNG), (kind.pk, DENPASAR)}
    assert [event.places for event in told] == [places, places]
    assert told[0].moments == {said[0].recorded_from}
    said[0].refresh_from_db()
    assert told[1].moments == {said[0].recorded_to}


def test_a_plan_tells_its_second_and_so_does_giving_it_up(told: list[FactsChanged]) -> None:
    kind, statement = make_type("uji.posko"), uuid4()
    goes = timezone.now() + timedelta(days=1)
    value = statement_of(kind, BANDUNG, "2", day("2026-01-01"))
    say_all([value], statement=statement, planned_for=goes)
    call_off(statement=statement, speaker=owner_of(kind), actor="uji", reason="Batal.")
    assert [goes in event.moments for event in told] == [True, True]
