"""The module for websites elsewhere: each release for good, and the newest of its major version."""

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from selaras.pages.machines.answers import answer
from selaras.portal.elsewhere.releases import Release, content_of, newest, release_of

SCRIPT = "text/javascript; charset=utf-8"
YEAR = 31_536_000
MINUTES = 300


@require_safe
def release(request: HttpRequest, release: str) -> HttpResponseBase:
    found = release_of(release)
    if found is None:
        raise Http404
    response = _script(request, found, YEAR)
    response.headers["Cache-Control"] = f"public, max-age={YEAR}, immutable"
    return response


@require_safe
def latest(request: HttpRequest) -> HttpResponseBase:
    """For those who would rather follow than name a digest."""
    return _script(request, newest(), MINUTES)


def _script(request: HttpRequest, release: Release, seconds: int) -> HttpResponseBase:
    response = answer(request, content_of(release), SCRIPT, seconds=seconds)
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response
