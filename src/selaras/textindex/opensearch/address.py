"""What SEARCH_URL says of a cluster."""

import re
import ssl
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

PORT = 9200
# Without a hyphen, so that the index names of one prefix never begin as those of another one.
PREFIX = re.compile(r"[a-z][a-z0-9_]{0,39}")


@dataclass(frozen=True, slots=True)
class Address:
    """Where a cluster is, and how we are let in. `ca` is a file of certificates to trust instead
    of those of the machine."""

    secure: bool
    hosts: tuple[tuple[str, int], ...]
    prefix: str = "selaras"
    user: str = ""
    password: str = field(default="", repr=False)
    ca: str = ""

    def connecting(self) -> dict[str, Any]:
        """What the client wants to know. Raises ValueError where `ca` cannot be read."""
        said: dict[str, Any] = {
            "hosts": [{"host": host, "port": port} for host, port in self.hosts],
            "use_ssl": self.secure,
        }
        if self.user:
            said["http_auth"] = (self.user, self.password)
        if self.secure:
            said["ssl_context"] = self._trust()
        return said

    def _trust(self) -> ssl.SSLContext:
        try:
            return ssl.create_default_context(cafile=self.ca or None)
        except OSError:
            raise ValueError(f"SEARCH_URL: no certificates can be read from {self.ca}") from None


def parsed(url: str) -> Address:
    """`https://user:password@one:9200,two:9200/prefix?ca=/path/to/ca.pem`; all but one host is
    optional. Raises ValueError, which never repeats the address: a password may be in it."""
    whole = urlsplit(url)
    letting_in, _, hosts = whole.netloc.rpartition("@")
    user, _, password = letting_in.partition(":")
    prefix = whole.path.strip("/") or "selaras"
    if not PREFIX.fullmatch(prefix):
        raise ValueError(
            "SEARCH_URL: the path is the beginning of index names: lower-case letters, digits "
            "and underscores, a letter first, at most 40"
        )
    return Address(
        secure=whole.scheme == "https",
        hosts=tuple(_host(one) for one in hosts.split(",")),
        prefix=prefix,
        user=unquote(user),
        password=unquote(password),
        ca=_ca(whole.query),
    )


def _host(text: str) -> tuple[str, int]:
    one = urlsplit(f"//{text}")
    try:
        name, port = one.hostname, one.port or PORT
    except ValueError:
        name = None
    if not name:
        raise ValueError("SEARCH_URL: expected host or host:port, several joined by commas")
    return name, port


def _ca(query: str) -> str:
    said = dict(parse_qsl(query, keep_blank_values=True))
    ca = said.pop("ca", "")
    if said:
        raise ValueError("SEARCH_URL: of parameters only ca is known")
    return ca
