"""How every website is answered: always asked again, by caches of our own a second later."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from selaras.pages.machines.answers import answer

# A changed fact has to show a second later, and a browser asks each time whether it changed.
LIVING = "public, max-age=0, s-maxage=1"


def living(request: HttpRequest, content: bytes, content_type: str) -> HttpResponseBase:
    """The content for any website, or 304 where the browser has it already."""
    return _for_all(answer(request, content, content_type, seconds=0))


def absent(content: bytes, content_type: str, status: HTTPStatus) -> HttpResponseBase:
    """Why there is nothing. It may be there a second later, so that no cache keeps it longer."""
    return _for_all(HttpResponse(content, content_type=content_type, status=status))


def _for_all(response: HttpResponseBase) -> HttpResponseBase:
    response.headers["Cache-Control"] = LIVING
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response
