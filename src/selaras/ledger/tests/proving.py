"""A log for tests: some entries, numbered and signed, and a hand that gets past the guards."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import connection

from selaras.common.guards import Guard, install, standing
from selaras.ledger.proof.checking import Fault, check
from selaras.ledger.proof.sequencing import sequence_all
from selaras.ledger.tests.acting import act


def logged(count: int) -> int:
    """So many acts more, numbered and signed; returns the number of the first of them."""
    sequence_all()
    before = size()
    for number in range(count):
        act(object_id=str(number))
    sequence_all()
    return before


def size() -> int:
    return int(asked("SELECT count(*) FROM ledger_logentry WHERE number IS NOT NULL"))


def fault() -> Fault | None:
    return check().fault


@contextmanager
def unguarded(guards: Sequence[Guard]) -> Iterator[None]:
    """As somebody who may change the database itself; afterwards the guards stand again."""
    there = standing(connection)
    for guard in guards:
        for part in guard.parts(connection.vendor) & there:
            on = f" ON {guard.table}" if connection.vendor == "postgresql" else ""
            run(f"DROP TRIGGER {part}{on}")
    yield
    install(connection, guards)


def run(sql: str, *values: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


def asked(sql: str, *values: Any) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchone()[0]
