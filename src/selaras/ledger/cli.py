"""Commands of the ledger."""

import time

import click

from selaras.ledger.worker import settle_due

IDLE_SECONDS = 0.5


@click.command()
@click.option("--once", is_flag=True, help="Settle what is due now and stop.")
def work(once: bool) -> None:
    """Settle what is owed: effects that announcements and edits left to be done."""
    while True:
        tried = settle_due()
        if once and not tried:
            return
        if not tried:
            time.sleep(IDLE_SECONDS)
