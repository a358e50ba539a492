"""Fixtures of the tests of the ledger."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import time_machine

from selaras.ledger import worker as ledger_worker

Settle = Callable[[dict[str, Any]], None]


@pytest.fixture
def traveller() -> Iterator[time_machine.Traveller]:
    """A clock that stands still until the test moves it."""
    with time_machine.travel(datetime(2026, 1, 10, 3, tzinfo=UTC), tick=False) as coordinates:
        yield coordinates


@pytest.fixture
def handlers(monkeypatch: pytest.MonkeyPatch) -> dict[str, Settle]:
    """The handlers of this test only."""
    found: dict[str, Settle] = {}
    monkeypatch.setattr(ledger_worker, "_handlers", found)
    return found


@pytest.fixture
def data_dir(tmp_path: Path, settings: Any) -> Path:
    settings.DATA_DIR = tmp_path
    return tmp_path
