"""Commands about regions and institutions."""

import json
from datetime import datetime

import click

from selaras.institutions.boundaries.cli import boundaries, clear_boundaries
from selaras.institutions.models import Institution, Region
from selaras.institutions.queries import resolve_region
from selaras.institutions.services import dissolve
from selaras.ledger.actors import COMMAND

as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@click.group()
def regions() -> None:
    """Regions and their names."""


regions.add_command(boundaries)
regions.add_command(clear_boundaries)


@regions.command()
@click.argument("name")
@as_json
def resolve(name: str, as_json: bool) -> None:
    """Print the code of the region that NAME means: a code, or a name in any usual spelling."""
    region = resolve_region(name)
    click.echo(_json(region) if as_json else region.pk)


@regions.command(name="count")
@as_json
def count_regions(as_json: bool) -> None:
    """Print how many regions there are."""
    count = Region.objects.count()
    click.echo(json.dumps({"regions": count}) if as_json else count)


@click.group()
def institutions() -> None:
    """Institutions and their sites."""


@institutions.command()
@as_json
def count(as_json: bool) -> None:
    """Print how many institutions there are."""
    count = Institution.objects.count()
    click.echo(json.dumps({"institutions": count}) if as_json else count)


@institutions.command(name="list")
@as_json
def list_institutions(as_json: bool) -> None:
    """List every institution with its region and the address of its site."""
    for found in Institution.objects.all():
        row = {"slug": found.slug, "region": found.region_id, "url": found.url}
        line = json.dumps(row | {"name": found.name}, ensure_ascii=False)
        click.echo(line if as_json else "\t".join(row.values()))


@institutions.command()
@click.argument("slug")
@as_json
def show(slug: str, as_json: bool) -> None:
    """Print one institution: its name, region, address, and what it was called."""
    found = Institution.objects.select_related("region").filter(slug=slug).first()
    if found is None:
        raise click.ClickException(f'Tidak ada instansi "{slug}".')
    names = [
        {
            "name": name.name,
            "valid_from": name.valid_from.isoformat() if name.valid_from else None,
            "valid_to": name.valid_to.isoformat() if name.valid_to else None,
        }
        for name in found.names.all()
    ]
    if as_json:
        body = {"slug": slug, "name": found.name, "region": found.region_id, "url": found.url}
        click.echo(json.dumps(body | {"names": names}, ensure_ascii=False))
        return
    click.echo(f"{found.name}\n{found.region.full_name} ({found.region_id})\n{found.url}/")
    for name in names:
        click.echo(f"  {name['valid_from'] or '…'} – {name['valid_to'] or '…'}  {name['name']}")


@institutions.command(name="dissolve")
@click.argument("slug")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), required=True, help="First day without.")
@click.option("--successor", default="", help="Slug of the institution that took over.")
def dissolve_institution(slug: str, on: datetime, successor: str) -> None:
    """Note that an institution exists no more from a day on. Its site stays readable."""
    found = Institution.objects.in_bulk([slug, successor], field_name="slug")
    missing = {slug, successor or slug} - found.keys()
    if missing:
        raise click.ClickException(f'Tidak ada instansi "{missing.pop()}".')
    dissolve(institution=found[slug], on=on.date(), successor=found.get(successor), actor=COMMAND)
    click.echo(f"{found[slug].name}: {on.date().isoformat()}")


def _json(region: Region) -> str:
    return json.dumps(
        {
            "code": region.pk,
            "name": region.name,
            "level": region.level,
            "zone": region.zone,
            "population": region.population,
            "latitude": region.latitude,
            "longitude": region.longitude,
        },
        ensure_ascii=False,
    )
