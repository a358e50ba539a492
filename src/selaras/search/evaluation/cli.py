"""The command that measures search."""

import json
import math
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

import click
import dj_database_url
from django.db import connection

from selaras.search import synonyms, tuning
from selaras.search.evaluation.asked import read_queries
from selaras.search.evaluation.corpus import read_corpus
from selaras.search.evaluation.measuring import run
from selaras.search.evaluation.report import lines, report
from selaras.search.evaluation.systems.contract import System
from selaras.search.evaluation.systems.ours import OURS, SHIPPED, ours
from selaras.search.evaluation.systems.plain_tantivy import PLAIN_TANTIVY
from selaras.search.evaluation.systems.postgresql import NAME as POSTGRESQL
from selaras.search.evaluation.systems.postgresql import postgresql
from selaras.search.evaluation.systems.sqlite import SQLITE
from selaras.search.signals import DEFAULTS, SIGNALS

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_NAMES = (OURS, PLAIN_TANTIVY.name, SQLITE.name, POSTGRESQL)
_BY_NAME = {one.name: one for one in SIGNALS}


def _weights(
    ctx: click.Context, param: click.Parameter, given: Sequence[str]
) -> Mapping[str, float]:
    return dict(map(_weight, given))


def _weight(text: str) -> tuple[str, float]:
    name, _, number = text.partition("=")
    signal = _BY_NAME.get(name)
    if signal is None:
        raise click.BadParameter(f'Tidak ada sinyal "{name}". Yang ada: {", ".join(_BY_NAME)}.')
    try:
        weight = float(number)
    except ValueError:
        weight = math.nan
    if not signal.least <= weight <= signal.most:
        raise click.BadParameter(f"{name}: tulis {signal.least:g} sampai {signal.most:g}.")
    return name, weight


@click.command()
@click.argument("queries", type=_FILE)
@click.option("--corpus", required=True, type=_FILE, help="Documents, one JSON object a line.")
@click.option("--system", "names", type=click.Choice(_NAMES), multiple=True,
              help="Measure only this one; may be repeated. Default: all.")  # fmt: skip
@click.option("--postgresql", "url", metavar="URL", default="",
              help="A PostgreSQL to measure. Default: the product's own database.")  # fmt: skip
@click.option("--weight", "changes", metavar="NAME=VALUE", multiple=True, callback=_weights,
              help="Try ours with another weight of a signal; may be repeated.")  # fmt: skip
@click.option("--as-set", is_flag=True, help="Try ours with this platform's weights and synonyms.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def evaluate(
    queries: Path,
    corpus: Path,
    names: Sequence[str],
    url: str,
    changes: Mapping[str, float],
    as_set: bool,
    as_json: bool,
) -> None:
    """Measure search on QUERIES with known answers, beside other engines in the same run."""
    read = read_corpus(corpus)
    asked = read_queries(queries, {one.id for one in read.documents})
    database = {**dj_database_url.parse(url)} if url else connection.settings_dict
    others = (PLAIN_TANTIVY, SQLITE, postgresql(database))
    wanted = names or _NAMES
    systems = [*(_ours(changes, as_set=as_set) if OURS in wanted else ()),
               *(one for one in others if one.name in wanted)]  # fmt: skip
    measured = run(systems, read.documents, asked.asked, partial(click.echo, err=True))
    told = report(read, asked, measured, OURS)
    if as_json:
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(lines(told)))


def _ours(changes: Mapping[str, float], *, as_set: bool) -> list[System]:
    """Ours as it is shipped; where something is tried, that is ours, and the shipped is beside."""
    shipped = synonyms.shipped()
    if not (changes or as_set):
        return [ours(OURS, DEFAULTS, shipped)]
    weights = tuning.weights() if as_set else DEFAULTS
    groups = synonyms.groups() if as_set else shipped
    return [ours(OURS, {**weights, **changes}, groups), ours(SHIPPED, DEFAULTS, shipped)]
