"""The commands `selaras sites`."""

import json
from pathlib import Path

import click

from selaras.common.errors import Refused
from selaras.institutions.models import Institution
from selaras.ledger.actors import COMMAND
from selaras.pages.wordpress.importing import import_wordpress

EVERY = 100


@click.group()
def sites() -> None:
    """Institutions' websites."""


@sites.command(name="import-wordpress")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--institution", "slug", required=True, help="Whose site it becomes.")
@click.option(
    "--media",
    type=click.Path(file_okay=False, path_type=Path),
    help="A copy of wp-content/uploads.",
)
@click.option("--fetch-media", is_flag=True, help="Fetch what is missing from the old site.")
@click.option("--dry-run", is_flag=True, help="Say what would happen; write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def import_from_wordpress(
    file: Path, slug: str, media: Path | None, fetch_media: bool, dry_run: bool, as_json: bool
) -> None:
    """Import the WordPress export FILE. Repeatable; an import that broke off goes on."""
    institution = Institution.objects.select_related("region", "site__root_page").filter(slug=slug)
    found = institution.first()
    if found is None:
        raise Refused(f'Tidak ada instansi "{slug}".', "Lihat: selaras institutions list")
    report = import_wordpress(
        actor=COMMAND,
        institution=found,
        file=file,
        media=media,
        fetch_media=fetch_media,
        dry_run=dry_run,
        progress=_tell,
    )
    if as_json:
        click.echo(json.dumps(report.as_json(), ensure_ascii=False))
        return
    for line in report.as_text():
        click.echo(line)


def _tell(done: int, all_of_them: int) -> None:
    """Progress, for who waits; the report alone stands on standard output."""
    if done % EVERY == 0 or done == all_of_them:
        click.echo(f"{done}/{all_of_them}", err=True)
