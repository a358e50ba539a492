"""Commands of the demonstration."""

import click

from selaras.demonstration.services import build as build_country
from selaras.institutions.models import Institution


@click.group()
def demonstration() -> None:
    """The demonstration country."""


@demonstration.command()
def build() -> None:
    """Build the demonstration country: facts, announcements, articles, accounts."""
    with click.progressbar(length=Institution.objects.count(), label="Demonstration") as bar:
        build_country(bar.update)
