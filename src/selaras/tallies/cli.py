"""Commands about official counts."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import click

from selaras.common.errors import Flawed
from selaras.language.dates import parse_date
from selaras.language.errors import LanguageError
from selaras.language.numbers import format_number, parse_percentage
from selaras.ledger.actors import COMMAND
from selaras.tallies.checking import Checked, check
from selaras.tallies.errors import UnknownTally
from selaras.tallies.head import LARGEST as LARGEST_HEAD
from selaras.tallies.head import read_head
from selaras.tallies.models import Tally
from selaras.tallies.queries import tally_by_slug, version_of
from selaras.tallies.reading import LARGEST, read_sheet
from selaras.tallies.report import checked_as_json, checked_words
from selaras.tallies.services import Edition, define, publish, published_before, require_fit

file_argument = click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
dry_run_option = click.option("--dry-run", is_flag=True, help="Check only; change nothing.")
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


class WrittenPercentage(click.ParamType[Decimal]):
    """A percentage in Indonesian notation."""

    name = "percent"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Decimal:
        if isinstance(value, Decimal):
            return value
        try:
            return parse_percentage(str(value))
        except LanguageError as error:
            self.fail(str(error), param, ctx)


class WrittenDate(click.ParamType[date]):
    """A date in any spelling that the language room reads."""

    name = "date"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        if isinstance(value, date):
            return value
        try:
            return parse_date(str(value))
        except LanguageError as error:
            self.fail(str(error), param, ctx)


@click.group()
def tallies() -> None:
    """Official counts."""


@tallies.command()
@file_argument
@dry_run_option
@json_option
def create(file: Path, dry_run: bool, as_json: bool) -> None:
    """Describe a count, or change its words, from a YAML FILE.

    The format is described in docs/reference/tally-format.md. Repeating it changes nothing.
    """
    definition = read_head(_bytes_of(file, LARGEST_HEAD))
    if dry_run:
        done = {"slug": definition.slug, "dry_run": True}
        words = f"{definition.title}: {len(definition.options)} pilihan. Belum ada yang disimpan."
    else:
        defined = define(definition=definition, actor=COMMAND)
        done = {"slug": definition.slug, "created": defined.created, "changed": defined.changed}
        words = "Disimpan." if defined.changed else "Sudah ada; tidak ada yang diubah."
    click.echo(json.dumps(done) if as_json else words)


@tallies.command(name="import")
@file_argument
@click.option("--tally", "slug", default="", help="Slug of the count; needed to publish.")
@click.option("--partial", is_flag=True, help="Publish as partial; sums need not fit.")
@click.option("--progress", type=WrittenPercentage(), help="Percent counted, such as 78,11.")
@click.option("--note", default="", help="Why this version, in a sentence for readers.")
@click.option("--instrument", default="", help="The decision, where it is not the count's own.")
@click.option("--decided-on", type=WrittenDate(), help="The day of that decision.")
@click.option("--contest", default="", help="Which contest of an ElectionReport.")
@dry_run_option
@json_option
def import_(
    file: Path,
    slug: str,
    partial: bool,
    progress: Decimal | None,
    note: str,
    instrument: str,
    decided_on: date | None,
    contest: str,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Check the counts in FILE, CSV or an ElectionReport in JSON, and publish them.

    What does not add up is told with its row and difference, with exit code 1.
    """
    tally = tally_by_slug(slug) if slug else None
    if tally is None and not dry_run:
        raise UnknownTally("Rekapitulasinya belum disebut.", "Tulis --tally dan namanya.")
    try:
        sheet = read_sheet(_bytes_of(file, LARGEST), contest=contest)
        checked = check(sheet, tally, partial=partial)
    except Flawed as error:
        if not as_json:
            raise
        click.echo(json.dumps(_flaws(error), ensure_ascii=False))
        raise SystemExit(1) from None
    edition = Edition(
        partial=partial,
        progress=progress if progress is not None else checked.progress,
        note=note[:500],
        instrument=instrument[:300],
        decided_on=decided_on,
    )
    if tally is None or dry_run:
        require_fit(checked, edition)
        same = published_before(tally, checked, edition) if tally else None
        _show_checked(checked, same.number if same else None, as_json)
    else:
        _publish(tally, checked, edition, as_json)


@tallies.command()
@click.argument("slug")
@json_option
def show(slug: str, as_json: bool) -> None:
    """Print the newest version of a count."""
    tally = tally_by_slug(slug)
    version = version_of(tally)
    body = {"slug": slug, "title": tally.title, "version": version.number if version else None}
    if as_json:
        click.echo(json.dumps(body, ensure_ascii=False))
    else:
        click.echo(f"{tally.title}\n{f'Versi {version.number}' if version else 'Belum ada versi'}")


def _bytes_of(file: Path, most: int) -> bytes:
    """At most one byte more than may be: enough to tell that it is too large."""
    with file.open("rb") as opened:
        return opened.read(most + 1)


def _flaws(error: Flawed) -> dict[str, object]:
    return {
        "ok": False,
        "problem": error.problem,
        "flaws": [
            {"line": flaw.line, "place": getattr(flaw, "place", ""), "problem": flaw.problem,
             "remedy": flaw.remedy, "words": str(flaw)}
            for flaw in error.flaws
        ],
    }  # fmt: skip


def _show_checked(checked: Checked, published: int | None, as_json: bool) -> None:
    """`published` is the number of the version that already says this."""
    if as_json:
        body = {"ok": True, "dry_run": True, "published": published} | checked_as_json(checked)
        click.echo(json.dumps(body, ensure_ascii=False))
        return
    last = f"Sudah diterbitkan sebagai versi {published}." if published else ""
    click.echo("\n".join([*checked_words(checked), last or "Belum ada yang disimpan."]))


def _publish(tally: Tally, checked: Checked, edition: Edition, as_json: bool) -> None:
    published = publish(tally=tally, checked=checked, edition=edition, actor=COMMAND)
    number = published.version.number
    if as_json:
        body = {"ok": True, "created": published.created, "version": number}
        click.echo(json.dumps(body | checked_as_json(checked), ensure_ascii=False))
    elif published.created:
        click.echo("\n".join([*checked_words(checked), f"Diterbitkan sebagai versi {number}."]))
    else:
        click.echo(
            f"Sudah diterbitkan sebagai versi {format_number(number)}; tidak ada yang diubah."
        )
