"""Commands of the ledger."""

import logging
import time

import click
from django.db import OperationalError, close_old_connections

from selaras.ledger.worker import settle_due

logger = logging.getLogger(__name__)

IDLE_SECONDS = 0.5


@click.command()
@click.option("--once", is_flag=True, help="Settle what is due now and stop.")
def work(once: bool) -> None:
    """Settle what is owed: effects that announcements and edits left to be done."""
    while True:
        tried = _settle()
        if once and not tried:
            return
        if not tried:
            time.sleep(IDLE_SECONDS)


def _settle() -> int:
    """A database that is away for a moment must not end the worker: what is owed waits."""
    close_old_connections()
    try:
        return settle_due()
    except OperationalError:
        logger.exception("the database did not answer; trying again")
        return 0
