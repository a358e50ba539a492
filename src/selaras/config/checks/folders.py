"""Checks of the files on this machine: who may read them, and that none can be run."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register

OTHERS = stat.S_IRWXO
NOT_THE_OWNER = stat.S_IRWXG | stat.S_IRWXO
RUNNABLE = stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH
NETWORK = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "ceph", "glusterfs", "fuse.sshfs"}
MOUNTS = Path("/proc/self/mounts")


@register(Tags.security, deploy=True)
def data_is_for_the_owner(**_: Any) -> list[CheckMessage]:
    mode = settings.DATA_DIR.stat().st_mode
    found: list[CheckMessage] = []
    if mode & OTHERS:
        found.append(
            Error(
                f"Everybody on this machine gets into {settings.DATA_DIR} "
                f"({stat.filemode(mode)}): drafts, accounts and the audit lie there.",
                hint=f"Run `chmod o-rwx {settings.DATA_DIR}`.",
                id="config.E010",
            )
        )
    found += [
        Error(
            f"The secret in {path} can be read by others ({stat.filemode(path.stat().st_mode)}).",
            hint=f"Run `chmod 600 {path}`.",
            id="config.E011",
        )
        for path in _secrets()
        if path.stat().st_mode & NOT_THE_OWNER
    ]
    return found


def _secrets() -> Iterator[Path]:
    """The files that may hold a key or a password."""
    folders = {settings.DATA_DIR, Path.cwd() / "var"}
    for folder in sorted(folders):
        for pattern in ("*.env", "*.key", "keys/*"):
            yield from sorted(path for path in folder.glob(pattern) if path.is_file())


@register(Tags.security, deploy=True)
def uploads_cannot_be_run(**_: Any) -> list[CheckMessage]:
    wide = (settings.FILE_UPLOAD_PERMISSIONS or 0) & RUNNABLE
    path = "FILE_UPLOAD_PERMISSIONS" if wide else _first_runnable(settings.MEDIA_ROOT)
    if not path:
        return []
    return [
        Error(
            f"What was uploaded can be run as a program: {path}.",
            hint=f"Run `find {settings.MEDIA_ROOT} -type f -exec chmod a-x {{}} +`.",
            id="config.E012",
        )
    ]


def _first_runnable(folder: str | Path) -> str:
    for parent, _folders, names in os.walk(folder):
        for name in names:
            path = Path(parent, name)
            if path.lstat().st_mode & RUNNABLE:
                return str(path)
    return ""


@register(Tags.security, deploy=True)
def database_lies_on_a_disk_of_this_machine(**_: Any) -> list[CheckMessage]:
    """SQLite's write-ahead log needs shared memory: several hosts would destroy the file."""
    database = settings.DATABASES["default"]
    if not database["ENGINE"].endswith("sqlite3"):
        return []
    kind = file_system_of(Path(database["NAME"]).absolute())
    if kind not in NETWORK:
        return []
    return [
        Error(
            f"The SQLite database lies on a network file system ({kind}).",
            hint="Use a disk of this machine; for several hosts set DATABASE_URL to PostgreSQL.",
            id="config.E007",
        )
    ]


def file_system_of(path: Path, mounts: Path = MOUNTS) -> str:
    """The kind of the file system that a path lies on; empty where that cannot be known."""
    if not mounts.exists():
        return ""
    longest, kind = "", ""
    for line in mounts.read_text(encoding="utf-8").splitlines():
        _device, point, its_kind, *_rest = line.split(" ")
        point = point.replace("\\040", " ")
        if path.is_relative_to(point) and len(point) >= len(longest):
            longest, kind = point, its_kind
    return kind


@register(Tags.security, deploy=True)
def static_files_are_there(**_: Any) -> list[CheckMessage]:
    if (Path(settings.STATIC_ROOT) / "staticfiles.json").is_file():
        return []
    return [
        Error(
            f"The style sheets and scripts are not in {settings.STATIC_ROOT}.",
            hint="Run `selaras setup`.",
            id="config.E017",
        )
    ]
