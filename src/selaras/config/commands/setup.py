"""Everything that must stand before the product can serve."""

import click
from django.conf import settings
from django.core.management import call_command

from selaras.embeds.services import reindex
from selaras.institutions.services import load_institutions, load_regions
from selaras.ledger.proof.beginning import begin
from selaras.pages.past.services import record_past
from selaras.pages.review.services import open_workflow
from selaras.pages.services import index_pages
from selaras.portal.services import open_sites
from selaras.search.indexing.noting import note_everything


@click.command()
def setup() -> None:
    """Bring the database, the regions, the institutions and their sites up to date."""
    steps = [
        ("database", _migrate),
        ("static files", _collect_static),
        ("regions", load_regions),
        ("institutions", load_institutions),
        ("sites", open_sites),
        ("review", open_workflow),
        ("index of uses", reindex),
        ("search index", index_pages),
        ("record of publications", record_past),
        ("search", note_everything),
        ("log", begin),
    ]
    with click.progressbar(steps, label="Setting up", item_show_func=_name) as bar:
        for _, step in bar:
            step()


@click.command()
def migrate() -> None:
    """Bring the database schema and its guards up to date."""
    _migrate()


def _migrate() -> None:
    # Checks are skipped because a missing guard is an error that migrating mends.
    call_command("migrate", verbosity=0, interactive=False, skip_checks=True)


def _collect_static() -> None:
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
    call_command("collectstatic", verbosity=0, interactive=False)


def _name(step: object) -> str | None:
    return str(step[0]) if isinstance(step, tuple) else None
