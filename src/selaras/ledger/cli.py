"""Commands of the ledger."""

import logging
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click
from django.db import OperationalError, close_old_connections, connection

from selaras.ledger.clock import tick
from selaras.ledger.worker import settle_due

logger = logging.getLogger(__name__)

IDLE_SECONDS = 0.5
TICK_SECONDS = 1.0
T = TypeVar("T")


@click.command()
@click.option("--once", is_flag=True, help="Settle what is due now and stop.")
def work(once: bool) -> None:
    """Settle what is owed, and do what is due by the clock, such as scheduled pages."""
    ticked = -TICK_SECONDS
    while True:
        if time.monotonic() - ticked >= TICK_SECONDS:
            ticked = time.monotonic()
            _outliving(tick)
        tried = _outliving(settle_due) or 0
        if once and not tried:
            return
        if not tried:
            time.sleep(IDLE_SECONDS)


def _outliving(step: Callable[[], T]) -> T | None:
    """A database that is away for a moment must not end the worker: what is owed waits."""
    close_old_connections()
    if connection.vendor == "sqlite" and not Path(connection.settings_dict["NAME"]).exists():
        # Asking would make an empty one in its place.
        logger.error("the database is missing; trying again")
        return None
    try:
        return step()
    except OperationalError:
        logger.exception("the database did not answer; trying again")
        return None
