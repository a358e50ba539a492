"""The commands `selaras audit`."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import click

from selaras.common.errors import Refused
from selaras.ledger.actors import COMMAND
from selaras.ledger.comparing import compare as compare_copies
from selaras.ledger.exporting import FORMATS
from selaras.ledger.json_lines import as_json
from selaras.ledger.presenting import nameless
from selaras.ledger.proof.checking import check
from selaras.ledger.proof.heads import root_in
from selaras.ledger.queries import entries, named_entries
from selaras.ledger.searching import AuditFilters
from selaras.ledger.services import erase_person as erase
from selaras.ledger.services import export_entries

FILTERS = {
    "dari": ("--from", "First day, as 2026-01-31."),
    "sampai": ("--to", "Last day."),
    "instansi": ("--institution", "Slug of the institution; - for entries of none."),
    "orang": ("--person", "Part of a name, or a pseudonym such as orang:…"),
    "tindakan": ("--action", "Such as wagtail.publish."),
    "objek": ("--object", "Kind and key, such as page:12."),
}
SHOWN = 10


def filtered(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the filters of the screen."""
    for name, (flag, words) in reversed(FILTERS.items()):
        command = click.option(flag, name, default="", help=words)(command)
    return command


def _filters(given: dict[str, str]) -> AuditFilters:
    return AuditFilters(given, readable=None, everything=True)


@click.group()
def audit() -> None:
    """Who did what, when and why."""


@audit.command(name="list")
@filtered
@click.option("--limit", type=click.IntRange(1, 1000), default=50, show_default=True)
@click.option("--json", "as_lines", is_flag=True, help="Print JSON lines.")
def list_entries(limit: int, as_lines: bool, **given: str) -> None:
    """Print the newest entries, newest first."""
    found = entries(_filters(given).wanted())
    for entry, name in named_entries(found[:limit]):
        if as_lines:
            click.echo(json.dumps(as_json(entry), ensure_ascii=False))
            continue
        who = name or nameless(entry.actor)
        target = f"{entry.object_kind}:{entry.object_id}"
        cells = (f"{entry.at:%Y-%m-%dT%H:%M:%SZ}", who, entry.action, target, entry.institution)
        click.echo("\t".join(cells))


@audit.command()
@filtered
@click.option("--format", "form", type=click.Choice([*FORMATS]), default="jsonl", show_default=True)
@click.option("--names", is_flag=True, help="Include the names of people.")
@click.option("--output", type=click.File("w", encoding="utf-8"), default="-")
def export(form: str, names: bool, output: Any, **given: str) -> None:
    """Write all matching entries, oldest first. The export is itself audited."""
    filters = _filters(given)
    lines = export_entries(
        wanted=filters.wanted(), asked=filters.asked(), form=form, names=names, actor=COMMAND
    )
    for line in lines:
        output.write(line)


@audit.command()
@click.option("--json", "as_lines", is_flag=True, help="Print JSON.")
def compare(as_lines: bool) -> None:
    """Compare the entries with their copies outside the database; exit code 1 if they differ."""
    found = compare_copies()
    kinds = {
        "missing": (found.missing, "tidak ada di salinan"),
        "differing": (found.differing, "berbeda di salinan"),
        "foreign": (found.foreign, "hanya ada di salinan"),
        "waiting": (found.waiting, "masih menunggu disalin"),
        "torn": (found.torn, "baris salinan tidak terbaca"),
    }
    if as_lines:
        body = {name: keys for name, (keys, _) in kinds.items()}
        click.echo(json.dumps({"entries": found.entries, "sound": found.sound} | body))
    else:
        click.echo(f"{found.entries} entri diperiksa.")
        for keys, words in kinds.values():
            if keys:
                more = ", …" if len(keys) > SHOWN else ""
                click.echo(f"{len(keys)} {words}: {', '.join(keys[:SHOWN])}{more}")
    if not found.sound:
        raise SystemExit(1)


@audit.command()
@click.option(
    "--head",
    "kept",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    multiple=True,
    help="A head that was saved earlier from /bukti/kepala.json; may be given again.",
)
def verify(kept: tuple[Path, ...]) -> None:
    """Check the whole log; exit code 1 names the first entry that is not what it was."""
    verdict = check(dict(root_in(path) for path in kept))
    fault = verdict.fault
    if fault is not None:
        words = fault.words if fault.number is None else f"Entri {fault.number} {fault.words}"
        click.echo(f"{words}.", err=True)
        raise SystemExit(1)
    click.echo(
        f"Utuh: {verdict.entries} entri bernomor dan {verdict.heads} kepala bertanda tangan cocok."
    )


@audit.command(name="erase-person")
@click.argument("reference")
@click.option("--reason", required=True, help="Why, without a name; it stays in the audit.")
def erase_person(reference: str, reason: str) -> None:
    """Erase the name behind a pseudonym: REFERENCE as it stands in the audit after orang:."""
    try:
        known = UUID(reference.removeprefix("orang:"))
    except ValueError:
        raise Refused(
            f'"{reference}" bukan rujukan.', "Salin rujukannya dari audit, sesudah `orang:`."
        ) from None
    erase(reference=known, reason=reason, actor=COMMAND)
    click.echo("Nama dan alamat asalnya dihapus; entri auditnya tetap, tanpa nama.")
