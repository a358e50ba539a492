"""What a backup says about itself: its files with their hashes, and what made it.

`manifest.json` is written last but for `seal.json`, which holds its hash and, made with the secret
key, its authentication code (HMAC-SHA-256). A backup without both is incomplete.
"""

import hashlib
import hmac
import json
from dataclasses import asdict, dataclass, field
from typing import Any

from selaras.config.backup.errors import Damaged, Unfit, WrongKeys

FORMAT = 1
MANIFEST, SEAL = "manifest.json", "seal.json"
UNFINISHED = ".belum-selesai"  # in the name of what is still being made, or was never finished
INCOMPLETE = "Cadangan ini tidak lengkap: pembuatannya tidak selesai."
AGAIN = "Ambil salinan lain dari cadangan ini, atau cadangan yang lebih tua."


@dataclass(frozen=True, slots=True)
class Kept:
    """A file of the backup: SHA-256 in hexadecimal digits, size in bytes."""

    sha256: str
    size: int


@dataclass(frozen=True)
class Manifest:
    """`migrations` are `app.name`; `vendor` is sqlite or postgresql; `made_at` is ISO 8601."""

    made_at: str
    version: str
    vendor: str
    vendor_version: str
    migrations: list[str]
    demonstration: bool
    files: dict[str, Kept] = field(default_factory=dict)
    format: int = FORMAT

    def as_bytes(self) -> bytes:
        return json.dumps(asdict(self), indent=1, sort_keys=True).encode() + b"\n"


def seal_of(manifest: bytes, secret: str) -> bytes:
    code = hmac.new(secret.encode(), manifest, hashlib.sha256).hexdigest()
    return json.dumps({"sha256": hashlib.sha256(manifest).hexdigest(), "hmac": code}).encode()


def read_manifest(manifest: bytes | None, seal: bytes | None) -> Manifest:
    """Raises `Damaged`, and `Unfit` for a format of a newer version."""
    if manifest is None or seal is None:
        raise Damaged(INCOMPLETE, AGAIN)
    if _sealed(seal).get("sha256") != hashlib.sha256(manifest).hexdigest():
        raise Damaged("Daftar isi cadangan ini rusak.", AGAIN)
    said: dict[str, Any] = json.loads(manifest)
    if said.get("format") != FORMAT:
        raise Unfit(
            f"Cadangan ini dibuat Selaras {said.get('version')}, yang lebih baru.",
            "Pasang versi itu atau yang lebih baru, lalu ulangi.",
        )
    files = {path: Kept(**kept) for path, kept in said.pop("files").items()}
    return Manifest(**said, files=files)


def check_keys(manifest: bytes, seal: bytes, secret: str) -> None:
    """Raises `WrongKeys` unless the backup was made with this key and is what it was then."""
    code = hmac.new(secret.encode(), manifest, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(code, str(_sealed(seal).get("hmac", ""))):
        raise WrongKeys(
            "Kunci ini bukan kunci cadangan itu, atau cadangan itu diubah dengan sengaja.",
            "Pakai berkas kunci yang dibuat bersamanya.",
        )


def _sealed(seal: bytes) -> dict[str, Any]:
    try:
        said = json.loads(seal)
    except ValueError:
        said = None
    if not isinstance(said, dict):
        raise Damaged("Segel cadangan ini rusak.", AGAIN)
    return said
