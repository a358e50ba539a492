"""Commands about facts."""

import json
from datetime import date, datetime, time
from pathlib import Path

import click

from selaras.common.errors import Refused
from selaras.facts.backfill_file import backfill_file
from selaras.facts.ending_commands import delete, retire
from selaras.facts.formats import Format, last_moment_words, moment_words, worded
from selaras.facts.kinds import rules_of
from selaras.facts.objections.presentation import as_json as objection_as_json
from selaras.facts.objections.presentation import line as objection_line
from selaras.facts.objections.queries import objections_to
from selaras.facts.objections.telling import tell
from selaras.facts.presentation import as_json as fact_as_json
from selaras.facts.queries import fact_type, fact_types, resolve
from selaras.facts.queries import history as fact_history
from selaras.facts.results import key_of
from selaras.institutions.models import Region
from selaras.institutions.queries import resolve_region
from selaras.ledger.actors import COMMAND

region_option = click.option("--region", "region_name", required=True, help="Code or name.")
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
known_option = click.option("--known-at", help="As known then: a date, or an ISO time with zone.")


@click.group()
def facts() -> None:
    """Official facts."""


facts.add_command(delete)
facts.add_command(retire)


@facts.command(name="types")
@json_option
def list_types(as_json: bool) -> None:
    """List the fact types with their kind and owner."""
    for found in fact_types():
        row = {"key": found.key, "kind": found.kind, "owner": found.owner.slug}
        line = "\t".join(row.values())
        click.echo(json.dumps(row | {"label": found.label}) if as_json else line)


@facts.command()
@click.argument("key")
@region_option
@click.option("--at", help="As true then: a date, or an ISO time with zone. Default: now.")
@known_option
@json_option
def get(key: str, region_name: str, at: str | None, known_at: str | None, as_json: bool) -> None:
    """Print the value of the fact KEY in a region; nothing where nothing is valid."""
    region = resolve_region(region_name)
    asked = fact_type(key)
    found = resolve(
        [(asked, region.pk)], at=moment(at, region), known_at=moment(known_at, region)
    ).get(key_of(asked, region.pk))
    if as_json:
        click.echo(json.dumps(fact_as_json(found) if found else None, ensure_ascii=False))
    elif found:
        click.echo(rules_of(asked).plain(found.value))
    else:
        click.echo(f"Tidak ada nilai {key} untuk {region.full_name} saat itu.", err=True)


@facts.command()
@click.argument("key")
@region_option
@known_option
@click.option("--superseded", is_flag=True, help="Also what was closed by a later statement.")
@click.option("--objections", is_flag=True, help="Then what was said against it, newest first.")
@json_option
def history(
    key: str,
    region_name: str,
    known_at: str | None,
    superseded: bool,
    objections: bool,
    as_json: bool,
) -> None:
    """Print every value stated for a region, oldest first."""
    region = resolve_region(region_name)
    rows = fact_history(
        fact_type(key), region, known_at=moment(known_at, region), superseded=superseded
    )
    told = tell(objections_to(fact_type(key), region)) if objections else []
    if as_json:
        found = [fact_as_json(row) for row in rows] + [objection_as_json(one) for one in told]
        click.echo(json.dumps(found, ensure_ascii=False))
        return
    for row in rows:
        ended = last_moment_words(row.valid_to, region) if row.valid_to else "seterusnya"
        closed = " (digantikan)" if row.version.recorded_to else ""
        begun = moment_words(row.valid_from, region)
        click.echo(f"{begun} – {ended}\t{worded(row, Format.SHORT)}\t{row.version.source}{closed}")
    for one in told:
        click.echo(objection_line(one))


@facts.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def backfill(file: Path) -> None:
    """Record facts of the past from a CSV FILE, marked as reconstructed."""
    with click.progressbar(length=1, label="Backfilling") as bar:
        written = backfill_file(_text_of(file), actor=COMMAND)
        bar.update(1)
    click.echo(written)


def _text_of(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(f"{file.name} bukan teks UTF-8.", 'Simpan sebagai "CSV UTF-8".') from None


def moment(text: str | None, region: Region) -> datetime | None:
    """A date is its first instant in the region's zone; a time without a zone is the region's."""
    if text is None:
        return None
    try:
        if len(text) == len("2021-09-18"):
            return datetime.combine(date.fromisoformat(text), time.min, region.tzinfo)
        found = datetime.fromisoformat(text)
    except ValueError:
        raise click.BadParameter(
            f'"{text}" is neither a date (2021-09-18) nor an ISO time (2021-09-18T20:00+07:00)'
        ) from None
    return found if found.tzinfo else found.replace(tzinfo=region.tzinfo)
