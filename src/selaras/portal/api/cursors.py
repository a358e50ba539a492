"""Where a client has read to, as text that only we understand."""

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error

from selaras.portal.api.errors import WrongParameter
from selaras.portal.api.parameters import Given

AGAIN = "Mulai lagi tanpa parameter ini."


def cursor(kind: str, place: object) -> str:
    """`kind` keeps the cursors of one list from being taken for another's."""
    return urlsafe_b64encode(f"{kind}:{place}".encode()).decode().rstrip("=")


def place_in(asked: Given, name: str, kind: str, pattern: str) -> str | None:
    """What `cursor` was made of; None where none was given. Raises `WrongParameter`."""
    if name not in asked:
        return None
    text = asked[name]
    try:
        found = urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4)).decode("ascii")
    except (UnicodeError, Error):
        raise not_ours(name) from None
    place = found.removeprefix(f"{kind}:")
    if cursor(kind, place) != text or not re.fullmatch(pattern, place):
        raise not_ours(name)
    return place


def not_ours(name: str) -> WrongParameter:
    return WrongParameter(name, "bukan kursor dari daftar ini.", AGAIN)
