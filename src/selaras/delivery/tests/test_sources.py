"""What another connection commits is seen at once, on the database that the tests use."""

import sqlite3
import time
from collections.abc import Iterator
from importlib import import_module

import dj_database_url
import pytest
from django.conf import settings
from django.db import connection

from selaras.delivery.watching.sources import Source, Unreachable, source
from selaras.ledger.services.owing import WAKES
from support import databases

NEXT = "UPDATE ledger_epoch SET number = number + 1"


@pytest.fixture
def found(worker: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Source]:
    """The source of a database of its own, in which the epoch was advanced once."""
    url = databases.copy_of("country", f"selaras_source_{worker}")
    name = dj_database_url.parse(url)["NAME"]
    monkeypatch.setitem(settings.DATABASES["default"], "NAME", name)
    commit("INSERT INTO ledger_epoch (id, number) VALUES (1, 1) ON CONFLICT DO NOTHING")
    made = source()
    assert made.has_moved(), "everything is new at first"
    yield made
    made.close()
    databases.discard(url)


def commit(statement: str) -> None:
    """By a connection of its own, as another process would."""
    if connection.vendor == "sqlite":
        with sqlite3.connect(settings.DATABASES["default"]["NAME"]) as rows:
            rows.execute(statement)
        return
    postgresql = import_module("selaras.delivery.watching.postgresql")
    with import_module("psycopg").connect(**postgresql._parameters()) as rows:
        rows.execute(statement)
        rows.execute(f"NOTIFY {WAKES}")


def moved(found: Source) -> bool:
    """Before the heartbeat of PostgreSQL would find it, were nothing told."""
    ends = time.monotonic() + 0.3
    while time.monotonic() < ends:
        if found.has_moved():
            return True
        time.sleep(0.01)
    return False


def test_a_commit_is_seen_once(found: Source) -> None:
    assert not moved(found)
    commit(NEXT)
    assert moved(found)
    assert not moved(found)


def test_a_database_that_is_away_is_unreachable_and_found_again(
    found: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = found.opened
    found.close()
    with monkeypatch.context() as elsewhere:
        if connection.vendor == "sqlite":
            elsewhere.setattr(found, "path", found.path.with_name("away.sqlite3"))  # type: ignore[attr-defined]
        else:
            elsewhere.setitem(settings.DATABASES["default"], "PORT", 1)
        with pytest.raises(Unreachable):
            found.has_moved()
    assert found.has_moved()
    assert found.opened == opened + 1
