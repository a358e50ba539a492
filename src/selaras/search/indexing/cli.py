"""The commands of `selaras search` that keep the index."""

import os
import signal
import sys

import click

from selaras.search.index import national_index
from selaras.search.indexing.comparing import differences
from selaras.search.indexing.filling import everything, fill
from selaras.search.indexing.keeping import Indexer
from selaras.search.indexing.noting import note, note_rebuilding
from selaras.search.models import WaitingEntry

BEHIND = 5  # readers come first; who changed something waits at most a second


@click.command()
def keep() -> None:
    """Keep the index in step with what is published, until stopped."""
    os.nice(BEHIND)
    indexer = Indexer(national_index())
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: indexer.ended.set())
    indexer.run()


@click.command()
def reindex() -> None:
    """Make the whole index anew; the old one answers until then."""
    indexer = Indexer(national_index())
    if not indexer.turn.take():
        note_rebuilding()
        click.echo("The indexer that runs beside the server makes it anew now.")
        return
    with click.progressbar(length=sum(1 for _ in everything()), label="Search") as bar:
        made = fill(indexer.index, bar.update)
    indexer.settle_all()
    indexer.turn.leave()
    click.echo(f"{made} entries")


@click.command()
@click.option("--mend", is_flag=True, help="Also have what differs written again.")
def check(mend: bool) -> None:
    """Compare index and database document by document; exit code 1 where they differ."""
    found = list(differences(national_index()))
    for one in found:
        click.echo(f"{one.key} {one.fault}")
    waiting = WaitingEntry.objects.count()
    click.echo(f"{len(found)} differences, {waiting} changes waiting")
    if mend:
        note(one.key for one in found)
    sys.exit(1 if found else 0)
