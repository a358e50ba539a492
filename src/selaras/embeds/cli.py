"""Commands about embeds."""

import json

import click

from selaras.embeds.queries import where_used
from selaras.embeds.services import reindex as reindex_uses
from selaras.facts.queries import fact_type

json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@click.group()
def embeds() -> None:
    """Facts inside texts."""


@embeds.command()
@json_option
def reindex(as_json: bool) -> None:
    """Read every text again and note which facts it says."""
    found = reindex_uses()
    click.echo(json.dumps({"uses": found}) if as_json else found)


@embeds.command(name="where")
@click.argument("key")
@json_option
def where(key: str, as_json: bool) -> None:
    """List every text that says the fact KEY, drafts included."""
    for use in where_used(fact_type(key)):
        if as_json:
            row = {
                "institution": use.institution.slug,
                "region": use.institution.region_id,
                "kind": use.holder_kind,
                "id": use.holder_id,
                "title": use.title,
                "state": use.state,
            }
            click.echo(json.dumps(row, ensure_ascii=False))
        else:
            click.echo(f"{use.institution.slug}\t{use.get_state_display()}\t{use.title}")
