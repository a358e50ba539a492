"""What a person types as a host, brought to the one form that is stored and compared."""

import ipaddress
import re

import idna
from django.conf import settings

from selaras.institutions.domains.errors import InvalidHost, ReservedHost
from selaras.institutions.models import DNS_LABEL

PROOF_LABEL = "_selaras"
# RFC 1035 allows 253 characters, and the proof stands one label below the host.
LONGEST = 253 - len(f"{PROOF_LABEL}.")
# A last label that begins with a digit would be read as an IPv4 address by browsers.
HOST = re.compile(rf"(?:{DNS_LABEL}\.)+(?=[a-z]){DNS_LABEL}")
MORE_THAN_A_HOST = re.compile(r"[/\\:?#@\s]")
EXAMPLE = "bandung.go.id"


def is_host(text: str) -> bool:
    """Whether a text is a host in its stored form."""
    return len(text) <= LONGEST and HOST.fullmatch(text) is not None


def ascii_host(typed: str) -> str:
    """The host in lower-case ASCII (IDNA 2008, UTS 46), without a trailing dot.

    Raises `InvalidHost`, which says what to type.
    """
    text = typed.strip()
    _refuse_address(text)
    if MORE_THAN_A_HOST.search(text):
        raise InvalidHost(
            f'"{_shown(text)}" lebih dari nama host.',
            f'Tulis nama hostnya saja, tanpa "https://", port, atau jalur: {_host_in(text)}',
        )
    if len(text) > LONGEST:
        raise InvalidHost(f"Nama host terlalu panjang (paling banyak {LONGEST} huruf).")
    try:
        host = idna.encode(text, uts46=True, std3_rules=True).decode("ascii").removesuffix(".")
    except UnicodeError:
        raise _not_a_host(text) from None
    _refuse_address(host)
    if not is_host(host):
        raise _not_a_host(text)
    return host


def own_host(typed: str) -> str:
    """A host that an institution may bring. Raises `ReservedHost` for one of the service's own."""
    host = ascii_host(typed)
    if host == settings.DOMAIN or host.endswith(f".{settings.DOMAIN}"):
        raise ReservedHost(
            f"{host} adalah alamat layanan ini sendiri.",
            f"Daftarkan domain milik instansi, misalnya {EXAMPLE}.",
        )
    return host


def _refuse_address(text: str) -> None:
    try:
        ipaddress.ip_address(text.removeprefix("[").removesuffix("]"))
    except ValueError:
        return
    raise InvalidHost(
        f"{_shown(text)} adalah alamat IP, bukan nama domain.", f"Tulis namanya, misalnya {EXAMPLE}"
    )


def _not_a_host(text: str) -> InvalidHost:
    return InvalidHost(
        f'"{_shown(text)}" bukan nama domain yang sah.', f"Tulis lengkap, misalnya {EXAMPLE}"
    )


def _host_in(text: str) -> str:
    """The host inside a typed address, as far as it is recognisable."""
    inside = re.sub(r"^[a-z]+:/*", "", text.lower())
    host = MORE_THAN_A_HOST.split(inside.rpartition("@")[2])[0]
    return host if is_host(host) else EXAMPLE


def _shown(text: str) -> str:
    return "".join(mark if mark.isprintable() else "�" for mark in text[:80])
