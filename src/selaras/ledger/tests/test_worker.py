"""What is owed is settled, tried again, given up on, and never done by two at once."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.db import OperationalError

from selaras.common.errors import Refused
from selaras.ledger import worker
from selaras.ledger.cli import work
from selaras.ledger.models import Epoch, OwedEffect
from selaras.ledger.services import owe
from selaras.ledger.tests.conftest import Settle
from selaras.ledger.worker import LEASE, MOST_ATTEMPTS, handled_kinds, settle_due, settles

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("traveller")]
NOW = datetime(2026, 1, 10, 3, tzinfo=UTC)


@pytest.fixture
def owed(traveller: time_machine.Traveller) -> None:
    OwedEffect.objects.all().delete()
    owe(kind="uji", key="uji:1", payload={"nomor": 1})


def row(key: str = "uji:1") -> OwedEffect:
    return OwedEffect.objects.get(key=key)


def failing(error: Exception) -> Settle:
    def fail(_: dict[str, Any]) -> None:
        raise error

    return fail


@pytest.mark.usefixtures("owed")
def test_what_is_due_is_settled_once(handlers: dict[str, Settle]) -> None:
    done: list[dict[str, Any]] = []
    handlers["uji"] = done.append
    assert settle_due() == 1
    assert settle_due() == 0
    assert done == [{"nomor": 1}]
    assert (row().state, row().settled_at, row().attempts) == (OwedEffect.State.SETTLED, NOW, 1)


@pytest.mark.usefixtures("owed")
def test_what_is_not_due_yet_waits(
    handlers: dict[str, Settle], traveller: time_machine.Traveller
) -> None:
    done: list[dict[str, Any]] = []
    handlers["uji"] = done.append
    owe(kind="uji", key="uji:2", payload={"nomor": 2}, due_at=NOW + timedelta(hours=1))
    assert settle_due() == 1
    traveller.shift(timedelta(hours=1))
    assert settle_due() == 1
    assert [payload["nomor"] for payload in done] == [1, 2]


@pytest.mark.usefixtures("owed")
def test_the_oldest_is_settled_first_and_no_more_than_asked(handlers: dict[str, Settle]) -> None:
    done: list[dict[str, Any]] = []
    handlers["uji"] = done.append
    for number in (3, 2):
        owe(
            kind="uji",
            key=f"uji:{number}",
            payload={"nomor": number},
            due_at=NOW - timedelta(number),
        )
    assert settle_due(limit=2) == 2
    assert [payload["nomor"] for payload in done] == [3, 2]


@pytest.mark.usefixtures("owed")
def test_a_failure_is_tried_again_after_a_growing_delay(
    handlers: dict[str, Settle], traveller: time_machine.Traveller
) -> None:
    handlers["uji"] = failing(OSError("tidak terhubung"))
    delays = []
    while row().state == OwedEffect.State.OWED:
        assert settle_due() == 1
        assert settle_due() == 0
        delays.append((row().due_at - datetime.now(UTC)).total_seconds())
        traveller.move_to(row().due_at)
    assert delays == [2**attempt for attempt in range(1, MOST_ATTEMPTS + 1)]
    assert (row().state, row().attempts) == (OwedEffect.State.FAILED, MOST_ATTEMPTS)
    assert row().last_error == "OSError: tidak terhubung"


@pytest.mark.usefixtures("owed")
def test_a_success_after_failures_forgets_the_error(
    handlers: dict[str, Settle], traveller: time_machine.Traveller
) -> None:
    handlers["uji"] = failing(OSError("tidak terhubung"))
    settle_due()
    handlers["uji"] = lambda _: None
    traveller.shift(timedelta(minutes=1))
    settle_due()
    assert (row().state, row().last_error, row().attempts) == (OwedEffect.State.SETTLED, "", 2)


@pytest.mark.usefixtures("owed")
def test_a_permanent_refusal_is_given_up_at_once(handlers: dict[str, Settle]) -> None:
    handlers["uji"] = failing(Refused("Alamat ditolak."))
    settle_due()
    assert (row().state, row().attempts) == (OwedEffect.State.FAILED, 1)
    assert "Alamat ditolak." in row().last_error


@pytest.mark.usefixtures("owed")
def test_a_refusal_that_may_pass_is_tried_again(handlers: dict[str, Settle]) -> None:
    class Busy(Refused):
        permanent = False

    handlers["uji"] = failing(Busy("Sedang penuh."))
    settle_due()
    assert row().state == OwedEffect.State.OWED


@pytest.mark.usefixtures("owed", "handlers")
def test_a_kind_that_nobody_settles_fails_loudly(caplog: pytest.LogCaptureFixture) -> None:
    settle_due()
    assert row().state == OwedEffect.State.FAILED
    assert "kind uji" in row().last_error
    assert "uji:1" in caplog.text


@pytest.mark.usefixtures("owed")
def test_a_handler_that_raises_leaves_its_attempt_but_none_of_its_writes(
    handlers: dict[str, Settle],
) -> None:
    Epoch.objects.all().delete()

    def write_and_raise(_: dict[str, Any]) -> None:
        Epoch.objects.create(pk=1, number=7)
        raise OSError("di tengah jalan")

    handlers["uji"] = write_and_raise
    settle_due()
    assert not Epoch.objects.exists()
    assert (row().attempts, row().state) == (1, OwedEffect.State.OWED)


@pytest.mark.usefixtures("owed")
def test_one_failure_does_not_keep_others_waiting(handlers: dict[str, Settle]) -> None:
    done: list[dict[str, Any]] = []
    handlers["uji"] = failing(OSError("tidak terhubung"))
    handlers["lain"] = done.append
    owe(kind="lain", key="lain:1", payload={})
    assert settle_due() == 2
    assert done == [{}]


@pytest.mark.usefixtures("owed")
def test_a_leased_effect_is_free_again_when_the_lease_runs_out(
    traveller: time_machine.Traveller,
) -> None:
    first = worker._claim()
    assert first is not None
    assert worker._claim() is None
    traveller.shift(LEASE - timedelta(seconds=1))
    assert worker._claim() is None
    traveller.shift(timedelta(seconds=1))
    second = worker._claim()
    assert second is not None
    assert (first.attempts, second.attempts) == (1, 2)


@pytest.mark.usefixtures("owed")
@pytest.mark.parametrize("error", [None, OSError("terlambat"), Refused("Terlambat.")])
def test_a_worker_that_lost_its_lease_does_not_undo_what_another_settled(
    handlers: dict[str, Settle], traveller: time_machine.Traveller, error: Exception | None
) -> None:
    slow = worker._claim()
    assert slow is not None
    traveller.shift(LEASE)
    handlers["uji"] = lambda _: None
    assert settle_due() == 1
    settled = row().settled_at
    traveller.shift(timedelta(seconds=1))
    handlers["uji"] = failing(error) if error else lambda _: None
    worker._settle(slow)
    assert (row().state, row().settled_at) == (OwedEffect.State.SETTLED, settled)


@pytest.mark.usefixtures("handlers")
def test_a_kind_has_one_handler() -> None:
    def one(_: dict[str, Any]) -> None: ...

    def other(_: dict[str, Any]) -> None: ...

    assert settles("uji")(one) is one
    settles("uji")(one)
    with pytest.raises(RuntimeError, match="two handlers"):
        settles("uji")(other)
    assert handled_kinds() == {"uji"}


@pytest.mark.usefixtures("owed")
def test_the_command_settles_what_is_due_and_stops(
    handlers: dict[str, Settle], monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[dict[str, Any]] = []
    handlers["uji"] = done.append
    monkeypatch.setattr("selaras.ledger.cli.close_old_connections", lambda: None)
    assert work.callback is not None
    work.callback(once=True)
    assert done == [{"nomor": 1}]


def test_a_database_that_is_away_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    answers: list[int | Exception] = [OperationalError("tidak ada"), 1, 0]

    def settle() -> int:
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr("selaras.ledger.cli.close_old_connections", lambda: None)
    monkeypatch.setattr("selaras.ledger.cli.settle_due", settle)
    monkeypatch.setattr("selaras.ledger.cli.time.sleep", lambda _: None)
    assert work.callback is not None
    work.callback(once=True)
    assert len(answers) == 2
