"""Where `selaras verify` gets a bundle and the keys: from files, or from one host within bounds."""

import time
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, urljoin, urlsplit

import requests

from selaras.ledger.proof.errors import Unreachable, Unreadable
from selaras.ledger.proof.verifying import read_json

MOST_BYTES = 4 << 20
SECONDS = (5, 10)  # to connect, and between two pieces
WHOLE = 30  # seconds for one answer
MOST_REDIRECTS = 3
GONE = range(400, 500)
BUSY = {408, 425, 429}
KEYS = "/.well-known/selaras-keys.json"


def from_file(path: Path) -> Any:
    """Raises `Unreadable`."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise Unreadable(f"{path} tidak dapat dibaca: {error.strerror}.") from None
    if len(content) > MOST_BYTES:
        raise _too_large(str(path))
    return read_json(content)


def from_address(address: str) -> tuple[Any, str]:
    """A bundle and where it came from; a page leads to its bundle by what `data-proof` names.

    Raises `Unreadable`, `Unreachable`.
    """
    content, is_page, found = _fetched(address)
    if is_page:
        content, is_page, found = _fetched(_linked(content, found))
    if is_page:
        raise _no_bundle(found)
    return read_json(content), found


def keys_from(document: Any, address: str) -> tuple[Any, str]:
    """The published keys of the host that the bundle came from, or that a file names; and where.

    Whoever forges a file also names keys of his own in it: the user must be told whose they are.
    """
    named = document.get("keys") if isinstance(document, dict) else None
    source = urljoin(address, KEYS) if address else named
    if not isinstance(source, str):
        raise Unreadable(
            "Bukti ini tidak menyebut alamat kuncinya.", "Berikan kuncinya dengan --keys BERKAS."
        )
    content, _, found = _fetched(source)
    return read_json(content), found


def _fetched(address: str) -> tuple[bytes, bool, str]:
    """The content, whether it is a page, and its address; redirects stay on the same host."""
    first = _split(address)
    for _ in range(MOST_REDIRECTS + 1):
        response = _asked(address)
        with response:
            if not response.is_redirect:
                _require_there(response, address)
                is_page = response.headers.get("Content-Type", "").startswith("text/html")
                return _content(response, address), is_page, address
            address = urljoin(address, response.headers["Location"])
        beyond = _split(address)
        encrypted = beyond.scheme in {first.scheme, "https"}
        if beyond.hostname != first.hostname or not encrypted:
            raise Unreadable(
                f"Alamat itu mengalihkan ke {beyond.netloc}.",
                "Pengalihan ke tempat lain tidak diikuti; berikan alamat aslinya.",
            )
    raise Unreadable("Alamat itu terus mengalihkan.", "Berikan alamat aslinya.")


def _split(address: str) -> SplitResult:
    try:
        split = urlsplit(address)
        usable = split.scheme in {"http", "https"} and bool(split.hostname)
    except ValueError:
        usable = False
    if not usable:
        raise Unreadable(f'"{address}" bukan alamat http atau https.', "Periksa alamatnya.")
    return split


def _asked(address: str) -> requests.Response:
    try:
        return requests.get(
            address,
            timeout=SECONDS,
            allow_redirects=False,
            stream=True,
            headers={"User-Agent": "selaras-verify"},
        )
    except requests.RequestException:
        raise _unreachable(address) from None


def _require_there(response: requests.Response, address: str) -> None:
    status = response.status_code
    if status in GONE and status not in BUSY:
        raise _no_bundle(address)
    if status != requests.codes.ok:
        raise _unreachable(address)


def _content(response: requests.Response, address: str) -> bytes:
    content, until = b"", time.monotonic() + WHOLE
    try:
        for piece in response.iter_content(1 << 16):
            content += piece
            if len(content) > MOST_BYTES:
                raise _too_large(address)
            if time.monotonic() > until:
                raise _unreachable(address)
    except requests.RequestException:
        raise _unreachable(address) from None
    return content


class _ProofLink(HTMLParser):
    """Finds what the attribute `data-proof` of a page names."""

    found: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found = self.found or dict(attrs).get("data-proof")


def _linked(content: bytes, address: str) -> str:
    page = _ProofLink()
    page.feed(content.decode("utf-8", "replace"))
    if not page.found:
        raise _no_bundle(address)
    linked, here = urljoin(address, page.found), _split(address)
    if (_split(linked).scheme, _split(linked).netloc) != (here.scheme, here.netloc):
        raise Unreadable("Halaman itu menunjuk ke bukti di tempat lain.", "Periksa alamatnya.")
    return linked


def _no_bundle(address: str) -> Unreadable:
    return Unreadable(
        f"Di {address} tidak ada bukti.",
        "Periksa alamatnya. Yang baru saja terbit punya bukti sedetik kemudian.",
    )


def _unreachable(address: str) -> Unreachable:
    return Unreachable(
        f"{address} tidak menjawab.",
        "Ini dapat sementara: coba lagi, atau periksa dari berkas dengan --keys.",
    )


def _too_large(source: str) -> Unreadable:
    return Unreadable(
        f"{source} lebih dari {MOST_BYTES >> 20} MB.", "Bukti jauh lebih kecil; periksa alamatnya."
    )
