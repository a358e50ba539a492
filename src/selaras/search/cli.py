"""`selaras search`: a search, and commands that keep and measure the index."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import click

from selaras.institutions.queries import institution_by_slug, resolve_region
from selaras.search.asking import FEWEST_LETTERS, MOST_LETTERS, MOST_PAGES, Filters, Question
from selaras.search.entries import Kind
from selaras.search.evaluation.cli import evaluate
from selaras.search.finding import find
from selaras.search.indexing.cli import check, keep, reindex
from selaras.search.printing.objects import as_object
from selaras.search.printing.text import as_lines
from selaras.textindex.errors import EngineError

_ASK = "ask"
_DAY = click.DateTime(["%Y-%m-%d"])


class Searching(click.Group):
    """What does not begin with the name of a command is a query."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in {*self.commands, *ctx.help_option_names}:
            args = [_ASK, *args]
        return super().parse_args(ctx, args)


@click.group(cls=Searching)
def search() -> None:
    """One search over everything official: selaras search "level ppkm bandung".

    A query that is the name of a command stands after two dashes: selaras search -- check.
    """


for command in (evaluate, keep, reindex, check):
    search.add_command(command)


@search.command(_ASK)
@click.argument("query", nargs=-1, required=True)
@click.option("--region", default="00", help="Where the reader is: code or name.")
@click.option("--in", "area", default="", help="Only what lies in this region: code or name.")
@click.option("--kind", "kinds", type=click.Choice([one.value for one in Kind]), multiple=True,
              help="Only this kind; may be repeated.")  # fmt: skip
@click.option("--institution", default="", help="Only of this institution, by its slug.")
@click.option("--since", type=_DAY, help="Only from this day on.")
@click.option("--until", type=_DAY, help="Only until this day.")
@click.option("--page", type=click.IntRange(1, MOST_PAGES), default=1)
@click.option("--as-typed", is_flag=True, help="Do not mend the spelling.")
@click.option("--explain", is_flag=True, help="Show what each score is made of.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def ask(query: Sequence[str], *, explain: bool, as_json: bool, **given: Any) -> None:
    """Print what answers QUERY: the official fact first, then the best pages."""
    question = _question(" ".join(query), **given)
    if not question.searchable:
        raise click.UsageError(f"Tulis paling sedikit {FEWEST_LETTERS} huruf atau angka.")
    if question.cut:
        click.echo(f"Hanya {MOST_LETTERS} huruf pertama yang dicari.", err=True)
    try:
        found = find(question)
    except EngineError as error:
        raise click.ClickException(f"Indeks tidak dapat dicari sekarang: {error}") from error
    if as_json:
        told = as_object(question, found, explain=explain)
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(as_lines(found, explain=explain)))


def _question(
    typed: str,
    *,
    region: str,
    area: str,
    kinds: Sequence[str],
    institution: str,
    since: datetime | None,
    until: datetime | None,
    page: int,
    as_typed: bool,
) -> Question:
    if institution and institution_by_slug(institution) is None:
        raise click.ClickException(f'Tidak ada instansi "{institution}".')
    filters = Filters(
        kinds=frozenset(map(Kind, kinds)),
        region=resolve_region(area).pk if area else "",
        institution=institution,
        since=since.date() if since else None,
        until=until.date() if until else None,
    )
    return Question(
        typed=typed,
        region=resolve_region(region).pk,
        filters=filters,
        page=page,
        corrected=not as_typed,
    )
