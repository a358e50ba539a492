"""Fetches an upload from the old site, and from nowhere else.

An export is written by somebody else: an address in it must not make this machine ask its own
network. Only http and https, only the old site's host, only public addresses; the address that
was checked is the one that is connected to, at every redirect anew.
"""

import http.client
import ipaddress
import socket
import ssl
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from typing import IO
from urllib.parse import SplitResult, quote, urljoin

from selaras.pages.wordpress.oldsite import bare_host, split

SECONDS_PER_STEP = 15.0
SECONDS_ALTOGETHER = 120.0
MOST_REDIRECTS = 3
IN_MEMORY = 2 * 2**20
CHUNK = 64 * 1024
REDIRECTS = {301, 302, 303, 307, 308}
GONE = {404, 410}
PASSING = {408, 425, 429}
SERVER_ERROR = 500
_TRANSLATED = [ipaddress.ip_network(net) for net in ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16")]

Allowed = Callable[[str], bool]


class Unavailable(Exception):
    """An upload that cannot be had. `permanent`: asking again will not help."""

    def __init__(self, problem: str, *, permanent: bool = True) -> None:
        self.problem = problem
        self.permanent = permanent
        super().__init__(problem)


def is_public(address: str) -> bool:
    """Whether an IP address lies on the public network."""
    found = ipaddress.ip_address(address)
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped is not None:
            return is_public(str(found.ipv4_mapped))
        if any(found in network for network in _TRANSLATED):
            return False
    return found.is_global and not found.is_multicast


@dataclass(frozen=True, slots=True)
class Fetcher:
    """Fetches from one host, with and without `www.`; `port` where the old site names one."""

    host: str
    port: int | None = None
    allowed: Allowed = is_public

    def fetch(self, url: str, *, most: int) -> IO[bytes]:
        """The content of an address, rewound; at most so many bytes. Raises `Unavailable`."""
        for _ in range(MOST_REDIRECTS + 1):
            with closing(self._connect(self._checked(url))) as connection, _limited(connection):
                answer = _answer(connection, url)
                if answer.status not in REDIRECTS:
                    return _content(answer, most)
                url = urljoin(url, answer.headers.get("Location", ""))
        raise Unavailable("Situs lama mengalihkan terlalu banyak kali.")

    def _checked(self, url: str) -> SplitResult:
        parts = split(url)
        if parts is None or parts.scheme not in {"http", "https"} or parts.username is not None:
            raise Unavailable("Alamatnya bukan http atau https.")
        if bare_host(parts.hostname) != self.host:
            raise Unavailable(f"Alamatnya bukan di situs lama ({self.host}).")
        if parts.port not in {None, 80, 443, self.port}:
            raise Unavailable(f"Port {parts.port} tidak diizinkan.")
        return parts

    def _connect(self, parts: SplitResult) -> http.client.HTTPConnection:
        """A connection to an address that was checked; the name is not looked up again."""
        host = parts.hostname or ""
        secure = parts.scheme == "https"
        port = parts.port or (443 if secure else 80)
        address = self._address(host, port)
        connection = http.client.HTTPConnection(host, port, timeout=SECONDS_PER_STEP)
        try:
            connection.sock = socket.create_connection((address, port), timeout=SECONDS_PER_STEP)
            if secure:
                context = ssl.create_default_context()
                connection.sock = context.wrap_socket(connection.sock, server_hostname=host)
        except ssl.SSLCertVerificationError as error:
            raise Unavailable("Sertifikat situs lama tidak sah; pakai --media.") from error
        except OSError as error:
            raise _silent(error) from error
        return connection

    def _address(self, host: str, port: int) -> str:
        """The system's resolver has a time limit of its own."""
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise Unavailable(f"Nama {host} tidak ditemukan.", permanent=False) from error
        addresses = [str(row[4][0]) for row in found]
        if not addresses or not all(self.allowed(address) for address in addresses):
            raise Unavailable(f"Alamat IP {host} bukan alamat publik.")
        return addresses[0]


@contextmanager
def _limited(connection: http.client.HTTPConnection) -> Iterator[None]:
    """Ends a conversation that takes too long: a byte now and then never runs into a time-out.

    Raises `Unavailable` for that, and for whatever breaks the conversation.
    """
    too_slow = threading.Event()
    sock = connection.sock

    def hang_up() -> None:
        too_slow.set()
        with suppress(OSError):
            sock.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(SECONDS_ALTOGETHER, hang_up)
    timer.start()
    try:
        yield
    except (OSError, http.client.HTTPException, Unavailable) as error:
        if too_slow.is_set():
            raise Unavailable("Situs lama terlalu lambat.", permanent=False) from error
        if isinstance(error, Unavailable):
            raise
        raise _silent(error) from error
    finally:
        timer.cancel()


def _answer(connection: http.client.HTTPConnection, url: str) -> http.client.HTTPResponse:
    parts = split(url)
    assert parts is not None  # noqa: S101 -- it was checked before it was connected to
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = f"?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?')}" if parts.query else ""
    headers = {"User-Agent": "Selaras", "Accept": "*/*", "Accept-Encoding": "identity"}
    connection.request("GET", path + query, headers=headers)
    return connection.getresponse()


def _content(answer: http.client.HTTPResponse, most: int) -> IO[bytes]:
    if answer.status in GONE:
        raise Unavailable("Tidak ada lagi di situs lama.")
    if answer.status != http.client.OK:
        passing = answer.status >= SERVER_ERROR or answer.status in PASSING
        raise Unavailable(f"Situs lama menjawab {answer.status}.", permanent=not passing)
    file = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 -- the caller closes it
    while chunk := answer.read(CHUNK):
        file.write(chunk)
        if file.tell() > most:
            file.close()
            raise Unavailable(f"Lebih besar dari {most // 2**20} MB.")
    if answer.length:
        file.close()
        raise Unavailable("Situs lama memutus sambungan.", permanent=False)
    file.seek(0)
    return file


def _silent(error: Exception) -> Unavailable:
    return Unavailable(f"Situs lama tidak menjawab ({type(error).__name__}).", permanent=False)
