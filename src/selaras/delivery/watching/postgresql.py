"""PostgreSQL tells who listens; what it could not tell is found by the heartbeat."""

from time import monotonic
from typing import Any

import psycopg
from django.conf import settings

from selaras.delivery.watching.sources import Unreachable
from selaras.ledger.services.owing import WAKES

HEARTBEAT = 0.4  # seconds; so often it is asked whether it is still there
GONE = 2  # seconds to wait for a database that does not answer
NAMES = {"HOST": "host", "PORT": "port", "USER": "user", "PASSWORD": "password", "NAME": "dbname"}


class PostgresSource:
    """A connection of its own that does nothing but listen."""

    def __init__(self) -> None:
        self.opened = 0
        self._rows: Any = None
        self._epoch: int | None = None
        self._asked = float("-inf")

    def has_moved(self) -> bool:
        try:
            if self._rows is None:
                self._open()
            told = any(True for _ in self._rows.notifies(timeout=0, stop_after=1))
            if not told and monotonic() - self._asked < HEARTBEAT:
                return False
            return self._ask() or told
        except psycopg.Error as error:
            self.close()
            raise Unreachable(str(error)) from error

    def _open(self) -> None:
        self._rows = psycopg.connect(
            **_parameters(),
            autocommit=True,
            connect_timeout=GONE,
            options=f"-c statement_timeout={GONE * 1000}",
        )
        self._rows.execute(f"LISTEN {WAKES}")
        self._epoch, self._asked = None, float("-inf")
        self.opened += 1

    def _ask(self) -> bool:
        row = self._rows.execute("SELECT number FROM ledger_epoch WHERE id = 1").fetchone()
        epoch, self._asked = (row[0] if row else 0), monotonic()
        moved, self._epoch = epoch != self._epoch, epoch
        return moved

    def close(self) -> None:
        if self._rows is not None:
            self._rows.close()
        self._rows = None


def _parameters() -> dict[str, Any]:
    named: dict[str, Any] = dict(settings.DATABASES["default"])
    return {theirs: named[ours] for ours, theirs in NAMES.items() if named.get(ours)}
