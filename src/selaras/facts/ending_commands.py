"""Commands that end a fact type."""

import click

from selaras.facts.queries import fact_type
from selaras.facts.services import delete_fact_type
from selaras.facts.services import retire as retire_type
from selaras.ledger.actors import COMMAND


@click.command()
@click.argument("key")
@click.option("--confirm", "confirmed", is_flag=True, help="Also while public texts say it.")
def retire(key: str, confirmed: bool) -> None:
    """Retire the fact type KEY: its history stays, nothing new can be stated with it."""
    found = fact_type(key)
    retire_type(fact_type=found, speaker=found.owner, actor=COMMAND, confirmed=confirmed)
    click.echo(f"{key}: dihentikan")


@click.command()
@click.argument("key")
def delete(key: str) -> None:
    """Delete the fact type KEY, which was never stated and which no text says."""
    found = fact_type(key)
    delete_fact_type(fact_type=found, speaker=found.owner, actor=COMMAND)
    click.echo(f"{key}: dihapus")
