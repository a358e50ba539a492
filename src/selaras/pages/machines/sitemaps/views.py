"""Sitemaps over HTTP. A query string changes nothing; a file that would be empty is not found."""

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from selaras.institutions.models import Institution
from selaras.pages.machines.answers import answer
from selaras.pages.machines.sitemaps import writing
from selaras.pages.machines.sitemaps.content import news_of_site, pages_of_portal, pages_of_site
from selaras.pages.machines.sitemaps.files import map_files

XML = "application/xml; charset=utf-8"
SECONDS = 600


@require_safe
def index(request: HttpRequest) -> HttpResponseBase:
    found = map_files(_institution(request))
    return answer(request, writing.index(found), XML, seconds=SECONDS)


@require_safe
def pages(request: HttpRequest, number: str) -> HttpResponseBase:
    """The file with that number, from 1."""
    institution = _institution(request)
    if institution is None:
        found = pages_of_portal(int(number))
    else:
        found = pages_of_site(institution, int(number))
    if not found:
        raise Http404
    return answer(request, writing.pages(found), XML, seconds=SECONDS)


@require_safe
def news(request: HttpRequest) -> HttpResponseBase:
    """The news of one site; the portal's index names the files of all of them."""
    institution = _institution(request)
    found = news_of_site(institution) if institution else []
    if not found:
        raise Http404
    return answer(request, writing.news(found), XML, seconds=SECONDS)


def _institution(request: HttpRequest) -> Institution | None:
    return getattr(request, "institution", None)
