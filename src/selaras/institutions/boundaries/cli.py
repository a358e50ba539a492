"""The commands `selaras regions boundaries` and `selaras regions clear-boundaries`."""

import json
from pathlib import Path

import click

from selaras.institutions.boundaries.geojson import read_features
from selaras.institutions.boundaries.matching import Unmatched
from selaras.institutions.boundaries.queries import missing_below
from selaras.institutions.boundaries.services import (
    DrawnMap,
    Plan,
    load_boundaries,
    plan_boundaries,
    remove_boundaries,
)
from selaras.institutions.models import Region
from selaras.ledger.actors import COMMAND

SHOWN = 12


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--property",
    "property_name",
    default="kode",
    show_default=True,
    help="The property of each feature that holds the region's code or name.",
)
@click.option("--source", default="", help="Whose boundaries these are; default the file's name.")
@click.option("--dry-run", is_flag=True, help="Tell what would be loaded, and load nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def boundaries(file: Path, property_name: str, source: str, dry_run: bool, as_json: bool) -> None:
    """Load the outlines of regions from the GeoJSON FILE, so that maps are drawn with them."""
    plan = plan_boundaries(read_features(file), property_name=property_name)
    if not dry_run:
        load_boundaries(plan=plan, source=source or file.name, actor=COMMAND)
    click.echo(_json(plan, dry_run=dry_run) if as_json else _words(plan, dry_run=dry_run))


@click.command(name="clear-boundaries")
def clear_boundaries() -> None:
    """Forget all outlines: maps are drawn as tiles again."""
    click.echo(f"{remove_boundaries(actor=COMMAND)} batas wilayah dihapus.")


def _words(plan: Plan, *, dry_run: bool) -> str:
    verb = "akan dimuat" if dry_run else "dimuat"
    lines = [f"{len(plan.matching.rings)} batas wilayah {verb}."]
    lines += [_map_words(drawn) for drawn in plan.maps]
    lines += [_unmatched_words(one) for one in plan.matching.unmatched[:SHOWN]]
    rest = len(plan.matching.unmatched) - SHOWN
    return "\n".join([*lines, *([f"Dan {rest} fitur lain yang tidak cocok."] if rest > 0 else [])])


def _map_words(drawn: DrawnMap) -> str:
    parent = Region.objects.get(pk=drawn.parent)
    missing = _still_missing(drawn)
    words = f"{parent.full_name}: {len(drawn.outlines)} wilayah, {drawn.size / 1000:.1f} kB."
    if not missing:
        return words
    names = ", ".join(region.name for region in missing[:SHOWN])
    more = f" dan {len(missing) - SHOWN} lagi" if len(missing) > SHOWN else ""
    return f"{words} Belum ada: {names}{more}. Peta digambar setelah lengkap."


def _unmatched_words(one: Unmatched) -> str:
    return f"Fitur ke-{one.number} tidak cocok: {one.problem}"


def _still_missing(drawn: DrawnMap) -> list[Region]:
    """What the map would lack after loading; the same before and after."""
    drawn_codes = {outline.code for outline in drawn.outlines}
    return [region for region in missing_below(drawn.parent) if region.pk not in drawn_codes]


def _json(plan: Plan, *, dry_run: bool) -> str:
    body = {
        "loaded": not dry_run,
        "regions": sorted(place.code for place in plan.matching.rings),
        "maps": [
            {
                "parent": drawn.parent,
                "regions": len(drawn.outlines),
                "bytes": drawn.size,
                "tolerance": drawn.tolerance,
                "missing": [region.pk for region in _still_missing(drawn)],
            }
            for drawn in plan.maps
        ],
        "unmatched": [
            {"feature": one.number, "value": one.value, "problem": one.problem}
            for one in plan.matching.unmatched
        ],
    }
    return json.dumps(body, ensure_ascii=False)
