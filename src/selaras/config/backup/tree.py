"""The files of a backup, which is a folder or a tar archive, read in one pass."""

import hashlib
import os
import tarfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path, PurePosixPath
from typing import IO

from selaras.config.backup.errors import Damaged
from selaras.config.backup.manifest import (
    AGAIN,
    INCOMPLETE,
    MANIFEST,
    SEAL,
    UNFINISHED,
    Kept,
    Manifest,
    read_manifest,
)

PIECE = 1 << 20
SMALL = 64 << 20  # bytes; a manifest of half a million files
Keep = Callable[[str], IO[bytes]]


def is_archive(path: Path) -> bool:
    return path.suffix == ".tar"


def entries(path: Path) -> Iterator[tuple[str, IO[bytes]]]:
    """Every file with its path inside the backup. Raises `Damaged`."""
    if path.is_dir():
        for parent, folders, names in os.walk(path):
            folders.sort()
            for name in sorted(names):
                found = Path(parent, name)
                with found.open("rb") as file:
                    yield found.relative_to(path).as_posix(), file
        return
    try:
        with closing(tarfile.open(path, "r:")) as archive:
            for member in archive:
                content = archive.extractfile(member) if member.isreg() else None
                if content is None:
                    raise Damaged(f"Cadangan ini berisi {member.name}, yang bukan berkas.", AGAIN)
                yield member.name, content
    except (tarfile.TarError, EOFError) as error:
        raise Damaged("Arsip cadangan ini terpotong atau rusak.", AGAIN) from error
    except FileNotFoundError:
        raise Damaged(f"Tidak ada cadangan di {path}.", "Periksa alamatnya.") from None


def read_through(path: Path, keep: Keep | None = None) -> tuple[Manifest, bytes, bytes]:
    """Read the whole backup and compare it with its manifest: manifest, its bytes, its seal.

    `keep` gives the file that a copy is written to. Raises `Damaged`, `Unfit`.
    """
    if UNFINISHED in path.name:
        raise Damaged(INCOMPLETE, AGAIN)
    found: dict[str, Kept] = {}
    words: dict[str, bytes] = {}
    try:
        for name, file in entries(path):
            if name in (MANIFEST, SEAL):
                words[name] = file.read(SMALL)
                continue
            _check_inside(name)
            found[name] = _copied(file, keep and keep(name))
    except tarfile.TarError as error:
        raise Damaged("Arsip cadangan ini terpotong atau rusak.", AGAIN) from error
    manifest = read_manifest(words.get(MANIFEST), words.get(SEAL))
    _compare(manifest.files, found)
    return manifest, words[MANIFEST], words[SEAL]


def _compare(said: dict[str, Kept], found: dict[str, Kept]) -> None:
    for path, kept in said.items():
        if path not in found:
            raise Damaged(f"Berkas {path} hilang dari cadangan ini.", AGAIN)
        if found[path] != kept:
            raise Damaged(f"Berkas {path} dalam cadangan ini rusak atau diubah.", AGAIN)
    if strange := sorted(found.keys() - said.keys()):
        raise Damaged(f"Berkas {strange[0]} tidak termasuk cadangan ini.", AGAIN)


def _check_inside(name: str) -> None:
    """Refuses a name that would lead out of the folder that it is restored to."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\x00" in name or not path.parts:
        raise Damaged(f"Cadangan ini berisi nama berkas yang tidak sah: {name!r}.", AGAIN)


def _copied(source: IO[bytes], target: IO[bytes] | None) -> Kept:
    digest, size = hashlib.sha256(), 0
    try:
        while piece := source.read(PIECE):
            digest.update(piece)
            size += len(piece)
            if target is not None:
                target.write(piece)
        return Kept(digest.hexdigest(), size)
    finally:
        if target is not None:
            target.flush()
            os.fsync(target.fileno())
            target.close()


def copy_file(source: Path, target: Path) -> Kept:
    """Copy a file, and say what was copied."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with source.open("rb") as file:
        return _copied(file, target.open("wb"))
