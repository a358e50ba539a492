"""Backups: made while the product runs, verified, and restored into an empty folder."""

import sys
from pathlib import Path

import click

from selaras.config.backup.errors import WrongKeys
from selaras.config.backup.keys import read_keys
from selaras.config.backup.manifest import Manifest
from selaras.config.backup.restoring import restore_backup, verify_backup
from selaras.config.backup.writing import make_backup

A_PATH = click.Path(path_type=Path)


class MakeByDefault(click.Group):
    """`selaras backup TARGET` means `selaras backup make TARGET`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in {*self.commands, "-h", "--help"}:
            args = ["make", *args]
        return super().parse_args(ctx, args)


@click.group(cls=MakeByDefault)
def backup() -> None:
    """Back up the database, the media and, apart, the keys: selaras backup FOLDER|FILE.tar."""


@backup.command()
@click.argument("target", type=A_PATH)
@click.option("--keys", type=A_PATH, help="Also keep the keys, in this new file of their own.")
def make(target: Path, keys: Path | None) -> None:
    """Write a backup to the new folder, or to the new archive if its name ends in .tar."""
    manifest = make_backup(target.absolute(), keys and keys.absolute())
    click.echo(_told(manifest))
    if keys is None:
        click.echo(
            "The keys are not in it: keep SELARAS_SECRET_KEY and the folder of "
            "keys elsewhere, or add --keys FILE."
        )


@backup.command()
@click.argument("source", type=A_PATH)
def verify(source: Path) -> None:
    """Read a whole backup and compare every file with its hash."""
    click.echo(_told(verify_backup(source)))


@click.command()
@click.argument("source", type=A_PATH)
@click.option("--into", required=True, type=A_PATH, help="New or empty data folder.")
@click.option("--keys", type=A_PATH, help="The file of keys that was made with the backup.")
@click.option("--without-keys", is_flag=True, help="Set SELARAS_SECRET_KEY yourself.")
def restore(source: Path, into: Path, keys: Path | None, without_keys: bool) -> None:
    """Restore the backup SOURCE into an empty folder, one of PostgreSQL also into DATABASE_URL."""
    known = None if without_keys else read_keys(keys or _asked())
    manifest = restore_backup(source, into.absolute(), known)
    click.echo(_told(manifest))
    click.echo(f"Now set SELARAS_DATA_DIR={into.absolute()}, run `selaras setup`, and serve.")
    if not without_keys and not manifest.demonstration:
        click.echo(f"The secret key is in {into.absolute() / 'selaras.env'}.")


def _asked() -> Path:
    if not sys.stdin.isatty():
        raise WrongKeys(
            "Berkas kunci tidak disebutkan.", "Tambahkan --keys BERKAS, atau --without-keys."
        )
    return Path(click.prompt("Berkas kunci"))


def _told(manifest: Manifest) -> str:
    size = sum(kept.size for kept in manifest.files.values()) / (1 << 20)
    return (
        f"{len(manifest.files)} files, {size:.1f} MB, made {manifest.made_at} "
        f"by Selaras {manifest.version} on {manifest.vendor} {manifest.vendor_version}. Whole."
    )
