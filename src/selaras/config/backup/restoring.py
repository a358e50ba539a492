"""Restoring a backup into an empty folder, and for PostgreSQL into an empty database."""

import shutil
import tempfile
from pathlib import Path
from typing import IO

from django.db import connection
from django.db.migrations.loader import MigrationLoader

from selaras.config.backup.databases import (
    POSTGRESQL,
    SQLITE,
    check_empty,
    check_sqlite,
    load_postgresql,
)
from selaras.config.backup.errors import NoRoom, Occupied, Unfit
from selaras.config.backup.keys import Keys, install_keys
from selaras.config.backup.manifest import UNFINISHED, Manifest, check_keys
from selaras.config.backup.tree import read_through

DATABASE = "selaras.sqlite3"


def verify_backup(path: Path) -> Manifest:
    """Read the whole backup. Raises `Damaged`, `Unfit`."""
    manifest, _text, _seal = read_through(path)
    return manifest


def restore_backup(source: Path, into: Path, keys: Keys | None) -> Manifest:
    """Make the data folder `into`, which is empty or absent, what the backup says.

    A PostgreSQL backup fills the database of the settings, which must be empty. With `keys`,
    the backup must have been made with them. Whatever fails, `into` stays as it was.
    """
    if into.exists() and (not into.is_dir() or any(into.iterdir())):
        raise Occupied(f"{into} tidak kosong.", "Pulihkan ke folder yang baru atau kosong.")
    into.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f"{into.name}{UNFINISHED}-", dir=into.parent))
    try:
        manifest = _unpacked(source, folder, keys)
        _place_database(manifest, folder)
        if keys is not None:
            install_keys(folder, keys, demonstration=manifest.demonstration)
        folder.replace(into)
    except OSError as error:
        raise NoRoom(
            f"Cadangan tidak dapat dipulihkan: {error.strerror or error}.",
            "Sediakan tempat di cakram itu, lalu ulangi.",
        ) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return manifest


def _unpacked(source: Path, folder: Path, keys: Keys | None) -> Manifest:
    def keep(name: str) -> IO[bytes]:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        return target.open("xb")

    manifest, text, seal = read_through(source, keep)
    if keys is not None:
        check_keys(text, seal, keys.secret)
    _check_fit(manifest)
    return manifest


def _check_fit(manifest: Manifest) -> None:
    known = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}
    newer = [one for one in manifest.migrations if one not in known]
    if newer:
        raise Unfit(
            f"Cadangan ini dibuat Selaras {manifest.version}, yang lebih baru: "
            f"{newer[0]} tidak dikenal.",
            "Pasang versi itu atau yang lebih baru, lalu ulangi.",
        )
    if manifest.vendor == "postgresql" and connection.vendor != "postgresql":
        raise Unfit(
            "Cadangan ini berisi basis data PostgreSQL.",
            "Sebutkan basis data PostgreSQL yang kosong dalam DATABASE_URL.",
        )


def _place_database(manifest: Manifest, folder: Path) -> None:
    if manifest.vendor == "sqlite":
        taken = folder / SQLITE
        check_sqlite(taken)
        taken.rename(folder / DATABASE)
        return
    check_empty(connection)
    taken = folder / POSTGRESQL
    load_postgresql(taken, connection.settings_dict)
    taken.unlink()
