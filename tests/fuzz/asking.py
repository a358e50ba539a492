"""Sending anything at all to a host, and what every answer has to be."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.cookies import SimpleCookie
from urllib.parse import unquote_to_bytes

from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from lxml import html

from fuzz.nasty import MARK, Body
from selaras.config.wsgi import plain_type
from selaras.pages.views import reports

MOST_BYTES = 600_000
HOSTS = {
    "portal": "localhost",
    "institution": "kota-bandung.localhost",
    "editor": "redaksi.localhost",
}


@dataclass(frozen=True)
class Visitor:
    """A browser on one host; what it is given is forgotten again after each request."""

    kind: str
    cookies: str = ""
    checked: bool = False  # whether forms need the token against forgery, as outside of tests

    def ask(
        self,
        path: str,
        *,
        method: str = "GET",
        query: bytes = b"",
        body: Body | None = None,
        headers: dict[str, str] | None = None,
    ) -> HttpResponse:
        """The path may be percent-encoded; raises what the application did not catch."""
        client = Client(enforce_csrf_checks=self.checked, headers={"host": HOSTS[self.kind]})
        client.cookies = SimpleCookie(self.cookies)
        sent = {
            f"HTTP_{name.upper().replace('-', '_')}": said for name, said in (headers or {}).items()
        }
        response: HttpResponse = client.generic(
            method,
            "/",
            body.content if body else b"",
            plain_type(body.type) if body else "",
            PATH_INFO=unquote_to_bytes(path).decode("latin-1"),
            QUERY_STRING=query.decode("latin-1"),
            **sent,
        )
        return response


def as_visitor(client: Client) -> Visitor:
    """Who this client is on the editors' host."""
    return Visitor("editor", client.cookies.output(header="", sep=";"))


@contextmanager
def undone() -> Iterator[None]:
    """Nothing that is sent inside stays: no row, no count of attempts."""
    cache.clear()
    reports.here_and_now.clear()
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def content_of(response: HttpResponse) -> bytes:
    return b"".join(response) if response.streaming else response.content


def flaws_of(response: HttpResponse) -> list[str]:
    """A failure, too large an answer, or a page that the marker became a part of."""
    body = content_of(response)
    flaws = []
    if response.status_code >= 500 and response.status_code != 501:  # oEmbed has no XML
        flaws.append(f"status {response.status_code}")
    if len(body) > MOST_BYTES:
        flaws.append(f"{len(body)} bytes")
    page = response.headers.get("Content-Type", "").startswith("text/html")
    if page and b"data-x" in body and _became_part(body):
        flaws.append("the marker is an element or an attribute")
    return flaws


def _became_part(body: bytes) -> bool:
    if MARK.encode() in body:
        return True
    return bool(html.document_fromstring(body).xpath("//@data-x"))
