"""The keys that sign: Ed25519, the private half in a file, the public half for everybody.

A key is made when the first head is to be signed. Its file lies in `keys` of the data folder and
nowhere else; the database knows public halves only, of all keys that ever signed.
"""

import os
from base64 import urlsafe_b64encode
from hashlib import sha256
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from django.conf import settings
from django.utils import timezone

from selaras.ledger.proof.canonical import Data, canonical, moment
from selaras.ledger.proof.errors import NoKey
from selaras.ledger.proof.models import SigningKey


def folder() -> Path:
    return Path(settings.DATA_DIR) / "keys"


def file_of(kid: str) -> Path:
    return folder() / f"proof-{kid}.pem"


def current() -> SigningKey | None:
    return SigningKey.objects.filter(ended_at=None).order_by("-pk").first()


def signing_key() -> tuple[str, Ed25519PrivateKey]:
    """The name of the key that signs now and its private half; made if there is none yet.

    Called while the log is locked. Raises `NoKey`.
    """
    found = current() or make()
    return found.kid, read(found.kid)


def make() -> SigningKey:
    """A new key, its file on the disk before the row that names it."""
    private = Ed25519PrivateKey.generate()
    public = private.public_key().public_bytes_raw()
    kid = thumbprint(public)
    _keep(file_of(kid), private)
    return SigningKey.objects.create(kid=kid, public=public, begun_at=timezone.now())


def replace() -> SigningKey:
    """End the key that signs now, whether its file is there or not, and make the next."""
    SigningKey.objects.filter(ended_at=None).update(ended_at=timezone.now())
    return make()


def read(kid: str) -> Ed25519PrivateKey:
    """Raises `NoKey` where the file is not there, not readable, or of another key."""
    try:
        key = load_pem_private_key(file_of(kid).read_bytes(), None)
    except (OSError, ValueError, TypeError):
        raise NoKey(file_of(kid)) from None
    if not isinstance(key, Ed25519PrivateKey) or thumbprint_of(key) != kid:
        raise NoKey(file_of(kid))
    return key


def thumbprint_of(key: Ed25519PrivateKey) -> str:
    return thumbprint(key.public_key().public_bytes_raw())


def thumbprint(public: bytes) -> str:
    """RFC 7638 over the members that RFC 8037 names."""
    return _base64(sha256(canonical(_members(public)).encode()).digest())


def key_set() -> Data:
    """All keys that ever signed (RFC 7517), with when; the newest first."""
    return {
        "keys": [
            {
                **_members(bytes(key.public)),
                "alg": "EdDSA",
                "kid": key.kid,
                "use": "sig",
                "valid_from": moment(key.begun_at),
                "valid_to": moment(key.ended_at),
            }
            for key in SigningKey.objects.order_by("-pk")
        ]
    }


def _members(public: bytes) -> Data:
    return {"crv": "Ed25519", "kty": "OKP", "x": _base64(public)}


def _base64(found: bytes) -> str:
    return urlsafe_b64encode(found).rstrip(b"=").decode()


def _keep(path: Path, key: Ed25519PrivateKey) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    text = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
