"""Asks the product itself for a page, and notes its slots and what it depended on."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from io import BytesIO
from time import time
from typing import Any

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.core.signals import request_started
from django.http import HttpResponse
from django.http.response import HttpResponseBase

from selaras.delivery.dependencies import narrowed, noted
from selaras.delivery.kept import BETWEEN, Header, Kept
from selaras.delivery.releases import this_release
from selaras.delivery.routes import KEPT
from selaras.embeds.slots import Collected, collecting, note_read
from selaras.institutions.changing import COUNTRY

OK = 200
# What the delivery says itself, for each answer.
OURS = frozenset({"content-length", "content-encoding", "vary", "etag"})
PAGES = ("text/html", "text/css")


@dataclass(frozen=True, slots=True)
class Made:
    """An answer of the product; `keepable` where everybody would be given the same."""

    page: Kept
    keepable: bool


class Maker:
    """Makes pages by Django's own handler, as for a visitor of whom nothing is known."""

    def __init__(self) -> None:
        self.handler = WSGIHandler()

    def make(self, host: str, path: str, route: str, *, epoch: int) -> Made:
        """The page at this address. `epoch` is what the caller knew before; what changed since
        may be in the page already or not, so that it is made again.
        """
        made_at = time()
        with collecting() as found:
            request = WSGIRequest(_environ(host, path))
            response = self._ask(request, found)
        try:
            content, slots = found.split(_text(response))
        finally:
            response.close()
        page = Kept(
            host=host,
            path=path,
            release=this_release(),
            epoch=epoch,
            made_at=made_at,
            keys=narrowed(found.keys, getattr(request, "institution", None)),
            any_query=KEPT[route],
            status=response.status_code,
            headers=tuple(_headers(response)),
            pieces=tuple(piece.encode() for piece in content),
            slots=tuple(slots),
        )
        return Made(page, _is_keepable(response, page.pieces))

    def _ask(self, request: WSGIRequest, found: Collected) -> HttpResponseBase:
        request_started.send(sender=type(self), environ=request.environ)
        note_read(COUNTRY)
        with noted(found):
            return self.handler.get_response(request)


def _environ(host: str, path: str) -> dict[str, Any]:
    """A request without anything that tells one visitor from another."""
    return {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": "",
        "SERVER_NAME": host,
        "SERVER_PORT": str(settings.PORT),
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": f"{host}{settings.PORT_SUFFIX}",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": settings.SCHEME,
        "wsgi.input": BytesIO(),
        "wsgi.errors": None,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }


def _text(response: HttpResponseBase) -> str:
    if isinstance(response, HttpResponse):
        return response.content.decode(response.charset)
    raise TypeError(f"a page that streams is not kept: {response!r}")


def _headers(response: HttpResponseBase) -> Iterator[Header]:
    """How long a page may be kept elsewhere is said by the delivery; of the rest, as it was."""
    for name, value in response.items():
        if name.lower() not in OURS and (name != "Cache-Control" or response.status_code != OK):
            yield name, value
    for cookie in response.cookies.values():
        yield "Set-Cookie", cookie.OutputString()


def _is_keepable(response: HttpResponseBase, pieces: Collection[bytes]) -> bool:
    said = response.headers.get("Cache-Control", "")
    return (
        response.status_code == OK
        and response.headers.get("Content-Type", "").startswith(PAGES)
        and not response.cookies
        and "private" not in said
        and "no-store" not in said
        and not any(BETWEEN in piece for piece in pieces)
    )
