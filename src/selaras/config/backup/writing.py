"""Making a backup while the product runs."""

import os
import shutil
import sqlite3
import tarfile
import tempfile
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from selaras.config.backup.databases import dump
from selaras.config.backup.errors import NoRoom, Occupied
from selaras.config.backup.keys import write_keys
from selaras.config.backup.manifest import MANIFEST, SEAL, UNFINISHED, Kept, Manifest, seal_of
from selaras.config.backup.tree import copy_file, is_archive


def make_backup(target: Path, keys: Path | None = None) -> Manifest:
    """Write a backup to a new folder, or to a new archive if its name ends in `.tar`.

    It appears under its name only when it is whole. Raises `Occupied`, `NoTool`, `NoRoom`.
    """
    for wanted in filter(None, (target, keys)):
        if wanted.exists() or wanted.is_symlink():
            raise Occupied(f"{wanted} sudah ada dan tidak ditimpa.", "Beri nama lain.")
    if not target.parent.is_dir():
        raise NoRoom(f"Folder {target.parent} tidak ada.", "Buat dahulu, lalu ulangi.")
    folder = Path(tempfile.mkdtemp(prefix=f"{target.name}{UNFINISHED}-", dir=target.parent))
    archive = folder.with_name(f"{folder.name}.arsip")
    try:
        manifest = _fill(folder)
        if keys is not None:
            write_keys(keys)
        if is_archive(target):
            _pack(folder, archive)
        (archive if is_archive(target) else folder).rename(target)
        _settle(target.parent)
    except (OSError, sqlite3.Error) as error:
        raise NoRoom(
            f"Cadangan tidak dapat ditulis: {error}.",
            "Periksa tempat dan izin di cakram itu, lalu ulangi. Yang setengah jadi sudah dihapus.",
        ) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        archive.unlink(missing_ok=True)
        if keys is not None and not target.exists():
            keys.unlink(missing_ok=True)
    return manifest


def _fill(folder: Path) -> Manifest:
    """Files before and after the database: what a row names was there at one of both times."""
    files: dict[str, Kept] = {}
    seen: dict[str, tuple[int, int]] = {}
    _copy_new(Path(settings.MEDIA_ROOT), folder, "media", files, seen)
    taken = dump(connection, folder)
    _copy_new(Path(settings.MEDIA_ROOT), folder, "media", files, seen)
    _copy_new(settings.DATA_DIR / "audit", folder, "audit", files, seen)
    files[taken.name] = _measured(taken)
    manifest = Manifest(
        made_at=datetime.now(UTC).isoformat(timespec="seconds"),
        version=version("selaras"),
        vendor=connection.vendor,
        vendor_version=".".join(map(str, connection.get_database_version())),
        migrations=sorted(
            f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations()
        ),
        demonstration=settings.DEMONSTRATION,
        files=files,
    )
    text = manifest.as_bytes()
    _write(folder / MANIFEST, text)
    _write(folder / SEAL, seal_of(text, settings.SECRET_KEY))
    return manifest


def _copy_new(
    source: Path,
    folder: Path,
    name: str,
    files: dict[str, Kept],
    seen: dict[str, tuple[int, int]],
) -> None:
    """Copy what is new or has changed since it was seen; a file may go at any moment."""
    for parent, _folders, names in os.walk(source):
        for file_name in names:
            path = Path(parent, file_name)
            inside = f"{name}/{path.relative_to(source).as_posix()}"
            try:
                found = path.stat()
                state = (found.st_mtime_ns, found.st_size)
                if seen.get(inside) != state:
                    files[inside] = copy_file(path, folder / inside)
                    seen[inside] = state
            except FileNotFoundError:
                continue


def _measured(path: Path) -> Kept:
    """The hash of a file that another program wrote."""
    moved = path.rename(path.with_suffix(".raw"))
    kept = copy_file(moved, path)
    moved.unlink()
    return kept


def _pack(folder: Path, archive: Path) -> None:
    """One archive of the folder, manifest and seal last; each file goes when it is packed."""
    last = [folder / MANIFEST, folder / SEAL]
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file() and path not in last]
    with archive.open("xb") as out:
        with tarfile.open(fileobj=out, mode="w:", format=tarfile.PAX_FORMAT) as tar:
            for path in (*paths, *last):
                tar.add(path, arcname=path.relative_to(folder).as_posix(), recursive=False)
                path.unlink()
        out.flush()
        os.fsync(out.fileno())
    archive.chmod(0o600)


def _write(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    """A new name is on the disk only when its folder is."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
