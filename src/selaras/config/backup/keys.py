"""The keys, in a file of their own: a backup may lie where keys may not."""

import json
import os
from pathlib import Path
from typing import Any

from django.conf import settings

from selaras.config.backup.errors import Occupied, WrongKeys

KIND = "selaras-keys"


def write_keys(path: Path) -> None:
    """Keep the secret key in a new file that only its owner reads."""
    text = json.dumps({"kind": KIND, "secret_key": settings.SECRET_KEY}) + "\n"
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise Occupied(
            f"Berkas kunci {path} sudah ada dan tidak ditimpa.", "Beri nama lain."
        ) from None
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def read_keys(path: Path) -> str:
    """The secret key. Raises `WrongKeys` for a file that holds none."""
    try:
        said: Any = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        said = None
    if not isinstance(said, dict) or said.get("kind") != KIND:
        raise WrongKeys(f"{path} bukan berkas kunci.", "Pakai berkas yang dibuat dengan --keys.")
    return str(said["secret_key"])


def install_keys(folder: Path, secret: str, *, demonstration: bool) -> None:
    """Put the key where a server that uses this folder finds it."""
    name = "demonstration.key" if demonstration else "selaras.env"
    text = secret if demonstration else f"SELARAS_SECRET_KEY={secret}\n"
    with os.fdopen(os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
        out.write(text)
