"""Ask the product itself for a page, on a connection that reads the past."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from io import BytesIO
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.core.handlers.base import BaseHandler
from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpResponse
from django.urls import get_urlconf, set_urlconf
from django.utils.encoding import iri_to_uri

from selaras.common.clock import at_moment
from selaras.institutions.models import Institution
from selaras.pages.past.errors import NotReproduced
from selaras.pages.past.finding import Asked
from selaras.pages.past.revived import media_gone, page_of
from selaras.pages.past.shadows import knowledge, nothing_stays, shadowed
from selaras.pages.past.tree import pages_at

OK, MOVED = 200, (301, 302)
MOST_STEPS = 3


@dataclass
class Rendered:
    """The bytes of the page, the address that answered, and pictures that are gone since."""

    content: bytes
    path: str
    missing: list[str] = field(default_factory=list)


def render_at(asked: Asked, *, at: datetime, known_at: datetime) -> Rendered:
    """What a client got from that address of the site then. Raises `NotReproduced`."""
    missing = media_gone(page_of(asked.publication))
    with (
        nothing_stays(),
        pages_at(at, asked.publication),
        shadowed(knowledge(at=at, known_at=known_at)),
        at_moment(at, known_at=known_at),
    ):
        found = _answer(asked.institution, asked.path)
    found.missing = missing
    return found


def _answer(institution: Institution, path: str) -> Rendered:
    for _ in range(MOST_STEPS):
        response = response_of(institution.host, path)
        if response.status_code not in MOVED:
            break
        path = unquote(urlsplit(response.headers["Location"]).path)
    if response.status_code != OK:
        raise NotReproduced(path, response.status_code)
    return Rendered(response.content, path)


def response_of(host: str, path: str) -> HttpResponse:
    """What one of our hosts answers a client that asks for this path, without a network."""
    request = WSGIRequest(
        {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": path.encode().decode("latin-1"),
            "QUERY_STRING": "",
            "HTTP_HOST": f"{host}{settings.PORT_SUFFIX}",
            "SERVER_NAME": host,
            "SERVER_PORT": str(settings.PORT),
            "REMOTE_ADDR": "127.0.0.1",
            "wsgi.url_scheme": settings.SCHEME,
            "wsgi.input": BytesIO(),
        }
    )
    with _own_addresses():
        response = _handler().get_response(request)
    if not isinstance(response, HttpResponse):
        raise NotReproduced(iri_to_uri(path), response.status_code)
    return response


@cache
def _handler() -> BaseHandler:
    handler = BaseHandler()
    handler.load_middleware()
    return handler


@contextmanager
def _own_addresses() -> Iterator[None]:
    """The request inside sets the addresses of its host; the one around it has others."""
    around = get_urlconf()
    try:
        yield
    finally:
        set_urlconf(around)
