"""Commands about alignment."""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

import click
from django.utils import timezone

from selaras.alignment.engine.lexicon import Lexicon
from selaras.alignment.engine.results import Finding
from selaras.alignment.evaluation import cases, facts_file
from selaras.alignment.evaluation.scoring import evaluate as evaluated
from selaras.alignment.services.reading import examine
from selaras.alignment.services.renewing import read_all
from selaras.institutions.queries import resolve_region
from selaras.institutions.shipped import shipped_places
from selaras.language.dates import parse_date

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
def align() -> None:
    """Texts against the official facts."""


@align.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True), default="-")
@click.option("--region", "region_name", required=True, help="Of who speaks: code or name.")
@click.option("--as-of", help="The day on which the text is read. Default: today.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def check(file: str, region_name: str, as_of: str | None, as_json: bool) -> None:
    """Print what in FILE (or standard input) does not agree with the facts; exit code 1 if any."""
    with click.open_file(file, encoding="utf-8", errors="replace") as opened:
        text = opened.read()
    region = resolve_region(region_name)
    today = parse_date(as_of) if as_of else timezone.localdate(timezone=region.tzinfo)
    found = examine(text, region=region.pk, today=today).findings
    if as_json:
        click.echo(json.dumps([_as_json(one) for one in found], ensure_ascii=False, indent=2))
    else:
        for one in found:
            click.echo(f"{one.start}–{one.end}\t{one.verdict}\t{one.explanation}")
    if found:
        sys.exit(1)


@align.command(name="read")
def read_texts() -> None:
    """Read every published text and draft that is not read yet; can be stopped and begun again."""
    done = 0

    def tell(more: int, whole: int) -> None:
        nonlocal done
        done += more
        click.echo(f"{done} dari {whole}", err=True)

    click.echo(f"{read_all(tell)} teks dibaca.")


@align.command()
@click.argument("file", metavar="CASES", type=_FILE)
@click.option("--facts", "facts_path", required=True, type=_FILE, help="Types and facts, JSON.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def evaluate(file: Path, facts_path: Path, as_json: bool) -> None:
    """Measure the comparison on CASES, texts whose errors are known."""
    wordings, versions = facts_file.load(facts_path)
    places = shipped_places()
    parents = {place.code: place.parent_code for place in places}
    figures = evaluated(
        cases.load(file),
        lexicon=Lexicon(wordings, places),
        knowledge=facts_file.FileKnowledge(versions, parents, wordings),
    )
    if as_json:
        click.echo(json.dumps(figures, ensure_ascii=False, indent=2))
        return
    _tell(figures)


def _tell(figures: dict[str, Any]) -> None:
    for key, value in figures.items():
        if not isinstance(value, dict | list):
            click.echo(f"{key}\t{value}")
    for group in ("by_verdict", "by_tag"):
        for name, one in figures[group].items():
            click.echo(f"{group}\t{name}\t{one['precision']}\t{one['recall']}\t{one['f1']}")
    for miss in figures["misses"]:
        where = f"{miss['type']} {miss['region']} {miss['verdict']}"
        click.echo(f"{miss['id']}\t{miss['what']}\t{where}\t{miss['span']}\t{miss['text']}")


def _as_json(one: Finding) -> dict[str, Any]:
    mention, version = one.mention, one.version
    return {
        "start": one.start,
        "end": one.end,
        "passage": one.passage,
        "verdict": str(one.verdict),
        "type": mention.type_key if mention else None,
        "region": mention.region if mention else None,
        "confidence": one.confidence,
        "explanation": one.explanation,
        "fact": version and {
            "value": version.value,
            "region": version.region,
            "valid_from": _day(version.valid_from),
            "valid_to": _day(version.valid_to),
            "source": version.source,
        },
        "remedies": [{"action": str(each.action), "text": each.text} for each in one.remedies],
    }  # fmt: skip


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
