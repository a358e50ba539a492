"""Serve the product, and settle what is owed beside it."""

import subprocess
import sys

import click
from django.conf import settings
from django.core.management import call_command
from granian.constants import Interfaces
from granian.http import HTTP1Settings
from granian.server import Server

from selaras.delivery.watching.sources import Unreachable, source

# Bytes of all header lines together, and milliseconds in which they must come.
HEADERS = HTTP1Settings(max_buffer_size=64 << 10, header_read_timeout=10_000)


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=None, type=int, help="Port; default SELARAS_PORT.")
@click.option("--workers", default=2, show_default=True, help="Server processes.")
@click.option(
    "--with-worker/--without-worker", default=True, help="Also run `selaras work` beside it."
)
@click.option(
    "--with-keeper/--without-keeper",
    default=True,
    help="Also run `selaras delivery keep` beside it: one for each machine.",
)
@click.option(
    "--with-indexer/--without-indexer",
    default=True,
    help="Also run `selaras search keep` beside it; more than one wait for their turn.",
)
def serve(
    host: str,
    port: int | None,
    workers: int,
    with_worker: bool,
    with_keeper: bool,
    with_indexer: bool,
) -> None:
    """Serve the portal, all institutions' sites and the editors' host."""
    _check()
    wanted = {
        ("work",): with_worker,
        ("delivery", "keep"): with_keeper,
        ("search", "keep"): with_indexer,
    }
    beside = [
        subprocess.Popen([sys.executable, "-m", "selaras", *command])  # noqa: S603 our own
        for command, asked in wanted.items()
        if asked
    ]
    click.echo(f"Portal   {settings.SCHEME}://{settings.DOMAIN}:{port or settings.PORT}")
    click.echo(f"Redaksi  {settings.WAGTAILADMIN_BASE_URL}/admin/")
    try:
        Server(
            "selaras.config.wsgi:application",
            address=host,
            port=port or settings.PORT,
            interface=Interfaces.WSGI,
            workers=workers,
            http1_settings=HEADERS,
            blocking_threads=settings.SERVER_THREADS,
            websockets=False,
        ).serve()
    finally:
        for process in beside:
            process.terminate()
        for process in beside:
            process.wait(timeout=10)


def _check() -> None:
    """Without a database there is nothing to check it by: what is kept is served all the same."""
    try:
        source().has_moved()
    except Unreachable as error:
        click.echo(f"The database cannot be asked, so kept pages are served: {error}", err=True)
        return
    call_command("check", databases=["default"], fail_level="ERROR", verbosity=0)
