"""An event reaches its receivers once, inside the transaction of the one who emits it."""

from collections import defaultdict
from dataclasses import dataclass
from types import SimpleNamespace

import pytest
from django.db import connection

from selaras.common import events
from selaras.common.events import Event, emit, event_types, receives


@dataclass(frozen=True)
class Rained(Event):
    where: str


@dataclass(frozen=True)
class Poured(Rained):
    pass


@pytest.fixture(autouse=True)
def nobody_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "_receivers", defaultdict(list))


@pytest.mark.django_db
def test_every_receiver_is_told_once_in_the_order_of_subscription() -> None:
    told: list[tuple[str, str]] = []

    def first(event: Rained) -> None:
        assert connection.in_atomic_block
        told.append(("first", event.where))

    def second(event: Rained) -> None:
        told.append(("second", event.where))

    receives(Rained)(first)
    receives(Rained)(second)
    receives(Rained)(first)
    emit(Rained("32.73"))
    assert told == [("first", "32.73"), ("second", "32.73")]


@pytest.mark.django_db
def test_a_receiver_hears_its_own_type_only() -> None:
    told: list[Event] = []
    receives(Rained)(told.append)
    emit(Poured("32.73"))
    assert told == []
    assert Rained in event_types()


@pytest.mark.django_db
def test_an_error_of_a_receiver_is_the_emitters() -> None:
    @receives(Rained)
    def fail(_: Rained) -> None:
        raise LookupError("gagal")

    with pytest.raises(LookupError, match="gagal"):
        emit(Rained("32.73"))


def test_outside_a_transaction_nothing_is_emitted(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[Event] = []
    receives(Rained)(told.append)
    monkeypatch.setattr(events, "connection", SimpleNamespace(in_atomic_block=False))
    with pytest.raises(RuntimeError, match="Rained was emitted outside a transaction"):
        emit(Rained("32.73"))
    assert told == []


def test_subscribing_gives_the_function_back() -> None:
    def receiver(_: Rained) -> None: ...

    assert receives(Rained)(receiver) is receiver


def test_an_event_is_a_plain_value() -> None:
    assert Rained("32.73") == Rained("32.73")
    with pytest.raises(AttributeError):
        Rained("32.73").where = "32.04"  # type: ignore[misc]
