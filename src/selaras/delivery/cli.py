"""The command `selaras delivery`."""

import os
import signal

import click
from django.conf import settings

from selaras.delivery.addresses import published
from selaras.delivery.explaining import explained, read_url
from selaras.delivery.keeping import Keeper, fill
from selaras.delivery.pages import Pages

BEHIND = 10  # readers come first
WORKING_MEMORY = 1 << 20  # bytes; a command answers nobody


@click.group()
def delivery() -> None:
    """How published pages are kept and told."""


@delivery.command()
@click.argument("url")
def explain(url: str) -> None:
    """Show of what the page at URL is made, and what would make it change."""
    address = read_url(url)
    for line in explained(_pages(), address):
        click.echo(line)


@delivery.command(name="fill")
def fill_pages() -> None:
    """Make every published page that is not kept. May be broken off and begun again."""
    pages = _pages()
    with click.progressbar(length=sum(1 for _ in published()), label="Pages") as bar:
        made = fill(pages, bar.update)
    click.echo(f"{made} made")


@delivery.command()
def keep() -> None:
    """Keep every published page, and follow what changes, until stopped."""
    os.nice(BEHIND)
    keeper = Keeper(Pages(settings.DATA_DIR / "delivery", WORKING_MEMORY))
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: keeper.ended.set())
    keeper.run()


def _pages() -> Pages:
    pages = Pages(settings.DATA_DIR / "delivery", WORKING_MEMORY)
    pages.watcher.look()
    return pages
