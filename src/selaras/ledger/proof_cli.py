"""The commands `selaras proof` and `selaras verify`."""

from datetime import datetime
from pathlib import Path

import click
from django.utils import timezone

from selaras.ledger.actors import COMMAND
from selaras.ledger.proof.canonical import Data
from selaras.ledger.proof.errors import Unreachable
from selaras.ledger.proof.fetching import from_address, from_file, keys_from
from selaras.ledger.proof.verifying import Verified
from selaras.ledger.proof.verifying import verify as verify_bundle
from selaras.ledger.services import rotate_key

A_FILE = click.Path(path_type=Path)
NOT_NOW = 3
NAMES = {
    "announcement.published": "pengumuman diterbitkan",
    "announcement.recalled": "pengumuman ditarik",
    "fact.stated": "fakta dinyatakan",
    "fact.ended": "fakta berakhir",
    "log.begun": "catatan dimulai",
}
SHOWN = (
    "title", "slug", "type", "region", "value", "reason", "valid_from", "valid_to",
    "published_at", "recorded_from", "recorded_to", "recalled_at", "version", "source",
)  # fmt: skip


@click.group()
def proof() -> None:
    """The log that proves what was announced."""


@proof.command()
def rotate() -> None:
    """Let a new key sign from now on; what the old one signed stays valid."""
    click.echo(f"Kunci baru: {rotate_key(actor=COMMAND)}. Cadangkan berkasnya.")


@click.command()
@click.argument("source", metavar="FILE|URL")
@click.option("--keys", type=A_FILE, help="The published keys as a file: then nothing is fetched.")
def verify(source: str, keys: Path | None) -> None:
    """Verify a proof: a file, its address, or the address of an announcement.

    Exit code 0: proved. 1: not proved, for good. 3: the address does not answer now.
    """
    try:
        _verify(source, keys)
    except Unreachable as error:
        click.echo(f"{error.problem}\n{error.remedy}", err=True)
        raise SystemExit(NOT_NOW) from None


def _verify(source: str, keys: Path | None) -> None:
    if "://" in source:
        document, address = from_address(source)
    else:
        document, address = from_file(Path(source)), ""
    known, whose = (from_file(keys), str(keys)) if keys else keys_from(document, address)
    told = verify_bundle(document, known)
    for index, leaf in told.leaves:
        click.echo(_entry(index, leaf))
    click.echo(_vouched(told, whose))


def _entry(index: int, leaf: Data | None) -> str:
    if leaf is None:
        return f"Terbukti: entri {index} ada dalam catatan. Isinya tidak dibuka untuk umum."
    kind = str(leaf["kind"])
    mark = " (ditulis saat catatan dimulai)" if leaf.get("existing") else ""
    lines = [f"Terbukti: entri {index}, {NAMES.get(kind, kind)}{mark}."]
    said = leaf["data"]
    lines += [f"  {name}: {said[name]}" for name in SHOWN if said.get(name) not in (None, "")]
    return "\n".join(lines)


def _vouched(told: Verified, whose: str) -> str:
    return (
        f"Catatan berukuran {told.size} entri, ditandatangani {_day(told.at)} "
        f"dengan kunci {told.kid}.\n"
        f"Kuncinya dari {whose}: percayai hasil ini kalau itu sumber resmi."
    )


def _day(at: datetime) -> str:
    return f"{timezone.localtime(at):%Y-%m-%d %H:%M:%S %Z}"
