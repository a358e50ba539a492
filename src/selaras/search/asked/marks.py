"""The day's key, and what is drawn with it: nobody can tell whom without it, and it goes."""

import secrets
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from ipaddress import IPv6Address, ip_address

from django.utils.crypto import salted_hmac

from selaras.search.models import AskedDay

BITS = 512
HALF = 32  # bytes
NETWORK = 48  # bits of an IPv6 address that count: a household has 2**64 addresses and more
SALT = "selaras.search.asked"


@dataclass(frozen=True, slots=True)
class Day:
    """A day with its key, which never leaves the memory of the processes."""

    day: date
    key: bytes

    def mark(self, *what: str) -> str:
        """Stands for what was asked, 32 letters."""
        said = "\0".join(what).encode("utf-8", "replace")
        return blake2b(said, key=self.key, digest_size=16).hexdigest()

    def bit(self, mark: str, address: str) -> int:
        """A number with the bit of this address for this mark set; 0 where there is no address."""
        network = network_of(address)
        if not network:
            return 0
        drawn = blake2b(mark.encode() + network, key=self.key, digest_size=8).digest()
        return 1 << (int.from_bytes(drawn) % BITS)


def network_of(address: str) -> bytes:
    """What of an address tells one household from another; empty where it is none."""
    try:
        found = ip_address(address)
    except ValueError:
        return b""
    if isinstance(found, IPv6Address):
        if found.ipv4_mapped:
            return found.ipv4_mapped.packed
        return found.packed[: NETWORK // 8]
    return found.packed


def day_with_key(day: date) -> Day:
    """The day's key: half of it from the database, made by whoever is first, half our secret."""
    row, _ = AskedDay.objects.get_or_create(day=day, defaults={"half": secrets.token_hex(HALF)})
    return Day(day, salted_hmac(SALT, row.half, algorithm="sha256").digest())
