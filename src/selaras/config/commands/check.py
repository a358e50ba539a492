"""Say what of the settings is wrong, or unsafe in production."""

import sys

import click

from selaras.config.checks.verdict import fails, findings


@click.command()
@click.option("--deploy", is_flag=True, help="Also what would be unsafe in production.")
def check(deploy: bool) -> None:
    """Check the settings, the database and the files; exit code 1 if anything must be mended."""
    found = findings(deploy=deploy)
    for message in found:
        word = "must be mended" if fails(message) else "advice"
        click.echo(f"{message.id}  {message.msg}\n    {message.hint or ''} [{word}]")
    failing = sum(fails(message) for message in found)
    click.echo(f"{failing} to be mended, {len(found) - failing} for your consideration.")
    sys.exit(1 if failing else 0)
