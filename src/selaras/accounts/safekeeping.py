"""Secrets of second factors are kept encrypted: a copy of the database alone is worth nothing.

The key is derived from `SECRET_KEY`; those of `SECRET_KEY_FALLBACKS` still open what they closed.
"""

from base64 import urlsafe_b64encode

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.utils.encoding import force_bytes

PURPOSE = b"selaras.accounts.safekeeping"
# A demonstration's secret is shown on the screen anyway; its database may move between machines.
SHOWN = "peragaan:"


class Unreadable(Exception):
    """It was closed with a key that is not known any more."""


def closed(text: str) -> str:
    return _keys().encrypt(text.encode()).decode()


def opened(text: str) -> str:
    """Raises `Unreadable`."""
    if text.startswith(SHOWN) and settings.DEMONSTRATION:
        return text.removeprefix(SHOWN)
    try:
        return _keys().decrypt(text.encode()).decode()
    except InvalidToken as error:
        raise Unreadable from error


def _keys() -> MultiFernet:
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([_key(force_bytes(secret)) for secret in secrets])


def _key(secret: bytes) -> Fernet:
    derived = HKDF(SHA256(), length=32, salt=None, info=PURPOSE).derive(secret)
    return Fernet(urlsafe_b64encode(derived))
