"""The keys, in a file of their own: a backup may lie where keys may not.

They are the secret key, and those that sign the log.
"""

import json
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings

from selaras.config.backup.errors import Occupied, WrongKeys
from selaras.ledger.proof.keys import folder as signing_folder

KIND = "selaras-keys"
PEM = "proof-*.pem"
NAME = re.compile(r"proof-[A-Za-z0-9_-]{43}\.pem")


@dataclass(frozen=True, slots=True)
class Keys:
    """The secret key, and the PEM files of the log by their names."""

    secret: str
    signing: dict[str, str]


def write_keys(path: Path) -> None:
    """Keep the keys in a new file that only its owner reads."""
    signing = {file.name: file.read_text("ascii") for file in sorted(signing_folder().glob(PEM))}
    said = {"kind": KIND, "secret_key": settings.SECRET_KEY, "signing": signing}
    text = json.dumps(said) + "\n"
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


def read_keys(path: Path) -> Keys:
    """Raises `WrongKeys` for a file that holds none."""
    try:
        said: Any = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        said = None
    if not isinstance(said, dict) or said.get("kind") != KIND:
        raise WrongKeys(f"{path} bukan berkas kunci.", "Pakai berkas yang dibuat dengan --keys.")
    signing = said.get("signing") or {}  # none in files of before the log
    if not isinstance(signing, dict) or not all(map(NAME.fullmatch, signing)):
        raise WrongKeys(f"{path} menyebut kunci yang aneh.", "Pakai berkas yang tidak diubah.")
    return Keys(str(said["secret_key"]), {name: str(text) for name, text in signing.items()})


def install_keys(folder: Path, keys: Keys, *, demonstration: bool) -> None:
    """Put the keys where a server that uses this folder finds them."""
    name = "demonstration.key" if demonstration else "selaras.env"
    secret = keys.secret if demonstration else f"SELARAS_SECRET_KEY={keys.secret}\n"
    _write(folder / name, secret)
    if keys.signing:
        (folder / "keys").mkdir(mode=0o700)
    for file_name, text in keys.signing.items():
        _write(folder / "keys" / file_name, text)


def _write(path: Path, text: str) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
        out.write(text)
