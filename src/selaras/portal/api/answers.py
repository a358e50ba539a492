"""How every address of the API answers: to any website, without cookies, errors in one shape."""

import json
from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_cache_control
from django.views.decorators.csrf import csrf_exempt

from selaras.pages.machines.answers import answer
from selaras.portal.api.errors import ApiError, Away, NotAcceptable, OnlyToRead

View = Callable[..., HttpResponseBase]
JSON, GEOJSON, CSV = "application/json", "application/geo+json", "text/csv"
RETRY_SECONDS = "30"
METHODS = "GET, HEAD, OPTIONS"
PREFLIGHT = {
    "Allow": METHODS,
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "Accept, If-None-Match, If-Modified-Since",
    "Access-Control-Max-Age": "86400",
}


def machine(view: View) -> View:
    """Answers what a view of the API answers, refuses what it refuses, for every website.

    There is nothing here that another website could make a visitor do, so no token is asked for.
    """

    @wraps(view)
    def wrapped(request: HttpRequest, **arguments: Any) -> HttpResponseBase:
        try:
            response = _answered(view, request, arguments)
        except ApiError as error:
            response = refused(str(error), error.status)
        except SuspiciousOperation:
            response = refused("Permintaan ini tidak terbaca.", 400)
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Access-Control-Expose-Headers"] = "ETag, Link"
        return response

    return csrf_exempt(wrapped)


def _answered(view: View, request: HttpRequest, arguments: dict[str, Any]) -> HttpResponseBase:
    if request.method == "OPTIONS":
        response = HttpResponse(status=204, headers=PREFLIGHT)
        del response.headers["Content-Type"]
        return response
    if request.method not in {"GET", "HEAD"}:
        raise OnlyToRead("Alamat ini hanya dapat dibaca.", "Pakai GET atau HEAD.")
    return view(request, **arguments)


def refused(words: str, status: int) -> HttpResponse:
    response = HttpResponse(_text({"error": words}), JSON, status)
    response.headers["Cache-Control"] = "no-store"
    if status == Away.status:
        response.headers["Retry-After"] = RETRY_SECONDS
    if status == OnlyToRead.status:
        response.headers["Allow"] = METHODS
    return response


def told(
    request: HttpRequest,
    body: dict[str, Any],
    content_type: str = JSON,
    *,
    links: Sequence[str] = (),
) -> HttpResponseBase:
    """A JSON document."""
    return sent(request, _text(body), content_type, links=links)


def sent(
    request: HttpRequest, text: str, content_type: str, *, links: Sequence[str] = ()
) -> HttpResponseBase:
    """The text, or 304. A shared cache may keep it for a second, a browser asks each time."""
    if request.headers.get("Accept", "").strip() and not request.accepts(content_type):
        raise NotAcceptable(f"Jawaban di sini berbentuk {content_type}.", "Ubah Accept.")
    full_type = f"{content_type}; charset=utf-8" if content_type == CSV else content_type
    response = answer(request, text.encode(), full_type, seconds=0)
    patch_cache_control(response, s_maxage=1)
    if links:
        response.headers["Link"] = ", ".join(links)
    return response


def _text(body: dict[str, Any]) -> str:
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))
